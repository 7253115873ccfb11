import type { PublishTarget } from '../../../shared/content/index.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import type { Waiting } from '../../git/index.ts'
import { branchTarget } from './branch.ts'
import { folderTarget } from './folder.ts'
import type { Delivered, Delivery } from './target.ts'

export type { BuiltSite, Delivered, Delivery, Target } from './target.ts'

/** Every kind of place that a site can be put in. */
export const targets = { folder: folderTarget, branch: branchTarget } as const

export async function deliver(target: PublishTarget, delivery: Delivery): Promise<Delivered | Waiting | Refusal> {
  switch (target.kind) {
    case 'folder':
      return await folderTarget.deliver(target, delivery)
    case 'branch':
      return await branchTarget.deliver(target, delivery)
  }
}

export function nameOf(target: PublishTarget): string {
  switch (target.kind) {
    case 'folder':
      return folderTarget.nameOf(target)
    case 'branch':
      return branchTarget.nameOf(target)
  }
}
