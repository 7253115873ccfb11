import { isSame, type WorkspacePath } from '../../shared/content/index.ts'
import type { Choice, WholeFile } from '../../shared/merge/index.ts'
import { wholePage } from '../git/index.ts'
import type { Session } from './session.ts'

/** A question about whole pages as they stand now; null where they are still what its screen showed. */
export function changedSinceAsked({ workspace }: Session, choice: Choice, file: WholeFile): Choice | null {
  const now = { ...choice }
  for (const [side, path] of pagesOf(workspace, choice, file)) {
    const entry = workspace.entries().find(each => each.path === path)
    const doc = entry === undefined ? choice[side].doc : wholePage(entry)
    if (!isSame(doc, choice[side].doc)) now[side] = { ...choice[side], doc }
  }
  return now.mine === choice.mine && now.theirs === choice.theirs ? null : now
}

type Pages = (readonly ['mine' | 'theirs', WorkspacePath | undefined])[]

function pagesOf(workspace: Session['workspace'], { page }: Choice, file: WholeFile): Pages {
  switch (file.kind) {
    case 'deleted':
      return [[file.by === 'mine' ? 'theirs' : 'mine', page === null ? undefined : workspace.byId(page)?.path]]
    case 'address':
      return [
        ['mine', file.mine],
        ['theirs', file.theirs],
      ]
    case 'media':
      return []
  }
}
