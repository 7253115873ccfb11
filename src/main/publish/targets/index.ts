import type { PublishTarget } from '../../../shared/content/index.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import { branchTarget } from './branch.ts'
import { folderTarget } from './folder.ts'
import { sftpTarget } from './sftp.ts'
import type { Delivered, Delivery, NotReached } from './target.ts'

export { seeFolder } from './sftp.ts'
export { canRead, keyShownBy } from './sftp-connection.ts'
export { noKeyTrusted, noWayIn, type WebHost } from './sftp-words.ts'
export type { NotReached } from './target.ts'
export { type WayIn, wayInSchema } from './way-in.ts'

export async function deliver(target: PublishTarget, delivery: Delivery): Promise<Delivered | NotReached | Refusal> {
  switch (target.kind) {
    case 'folder':
      return await folderTarget.deliver(target, delivery)
    case 'branch':
      return await branchTarget.deliver(target, delivery)
    case 'sftp':
      return await sftpTarget.deliver(target, delivery)
  }
}
