import type { WorkspacePath } from '../../shared/content/index.ts'
import type { Answer } from '../../shared/contract/index.ts'
import type { Choice, WholeFile } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { FileChanges } from '../git/index.ts'
import { keepOutsideChanges } from './outside-changes.ts'
import { firstName } from './page-history.ts'
import { lookAgain } from './replies.ts'
import { changed, meOrRefusal, type Session } from './session.ts'
import { changedSinceAsked } from './whole-file-now.ts'

/** The versions that an answer made, oldest first; none where everything was as it says already. */
export type AppliedAnswer = { kind: 'applied'; versions: string[] } | Refusal

/** How often the workspace may change under an answer before it is given up. */
const attempts = 5

type Changes = Map<string, { text: string } | { content: string } | null>

/**
 * Answers what is to become of a whole page or picture, step by step until nothing is left to do: whatever cut it short,
 * it goes on from there. What goes waits in Recently deleted.
 */
export async function applyWholeFile(
  session: Session,
  choice: Choice,
  file: WholeFile,
  answer: Answer,
): Promise<AppliedAnswer> {
  const { history, workspace } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const versions: string[] = []
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const kept = await keepOutsideChanges(session)
    if (kept !== null) return kept
    await workspace.refresh()
    const head = await history.head()
    const changes = await changesFor(session, choice, file, answer)
    if (isRefusal(changes)) return changes
    if (changes.size === 0) return { kind: 'applied', versions }
    // Nobody takes away what they have not seen. After the first version it is this answer that changed the pages.
    const now = versions.length === 0 ? changedSinceAsked(session, choice, file) : null
    if (now !== null) {
      await session.choices.put(now)
      return lookAgain(choice)
    }
    const sentence = `${firstName(me.name)} ${said(choice, file)}`
    const applied = await history.apply(head, changes, { by: me, sentence })
    if (isRefusal(applied)) return applied
    if (applied.kind === 'moved-on') continue
    versions.push(applied.version)
    await workspace.refresh()
    session.checking.forget()
    changed(session, null)
    // A page that was moved here and put back there stands twice: whoever chose saw one of the two.
    if (file.kind === 'deleted') return { kind: 'applied', versions }
  }
  return refuse(
    'still-changing',
    'The workspace was changing all the while, so this is not done yet. Nothing is lost.',
    'Wait a moment, then try again.',
  )
}

function said({ title }: Choice, file: WholeFile): string {
  switch (file.kind) {
    case 'deleted':
      return `deleted “${title}” after all`
    case 'address':
      return file.both === 'made'
        ? `kept one of two pages at one address: “${title}”`
        : `kept one of two versions of one page: “${title}”`
    case 'media':
      return `kept one of two files called “${title}”`
  }
}

async function changesFor(
  session: Session,
  { page }: Choice,
  file: WholeFile,
  answer: Answer,
): Promise<FileChanges | Refusal> {
  if (answer.kind === 'written') return noSuchAnswer()
  const { workspace, history } = session
  const files = await history.filesAt('desk')
  switch (file.kind) {
    case 'deleted': {
      const path = page === null ? undefined : workspace.byId(page)?.path
      const deletes = answer.kind === file.by
      return new Map(deletes && path !== undefined ? [[path, null]] : [])
    }
    case 'address':
      if (answer.kind === 'both') return new Map()
      // One after the other, so that the history does not take the page that stays for the page that goes.
      return answer.kind === 'mine' && files.has(file.mine) && files.has(file.theirs)
        ? new Map([[file.theirs, null]])
        : keepOne(files, file, answer.kind)
    case 'media': {
      if (answer.kind === 'both') return new Map()
      const changes = keepOne(files, file, answer.kind)
      const note = { theirs: noteOf(file.theirs), mine: noteOf(file.mine) }
      const notes = keepOne(files, note, answer.kind)
      return new Map([...changes, ...notes, ...withoutAside(session, file)])
    }
  }
}

const noteOf = (path: string) => `${path}.yml`

/** One of two files takes the place of both: theirs stands at the name, mine beside it. */
function keepOne(
  files: ReadonlyMap<string, string>,
  { theirs, mine }: { theirs: string; mine: string },
  keep: 'mine' | 'theirs',
): Changes {
  const own = files.get(mine)
  // Somebody moved or deleted mine since: then there is one only.
  if (own === undefined) return new Map()
  const changes: Changes = new Map([[mine, null]])
  if (keep === 'mine') changes.set(theirs, { content: own })
  return changes
}

/** Pages that show the file that stood aside show the one that is kept. */
function withoutAside(
  { workspace }: Session,
  { mine, theirs }: { mine: WorkspacePath; theirs: WorkspacePath },
): Changes {
  const changes: Changes = new Map()
  for (const entry of workspace.entries()) {
    const text = workspace.text(entry.fields.id)
    if (text?.includes(mine)) changes.set(entry.path, { text: text.replaceAll(mine, theirs) })
  }
  return changes
}

const noSuchAnswer = (): Refusal =>
  refuse('no-such-answer', 'This cannot be answered with words. Nothing was changed.', 'Choose one of the buttons.')
