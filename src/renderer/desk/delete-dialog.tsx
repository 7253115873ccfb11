import type { PageRow } from '../../shared/contract/index.ts'
import { api } from '../connection/api.ts'
import { settled, useRequest } from '../connection/use-request.ts'
import { Confirm } from '../ui/confirm.tsx'
import { say, sayRefusal } from '../ui/toasts.tsx'

interface DeleteDialogProps {
  row: Pick<PageRow, 'id' | 'title' | 'state' | 'path'>
  isOpen: boolean
  onClose: () => void
  onDeleted?: () => void
}

const seenByFamilies: ReadonlySet<PageRow['state']> = new Set(['live', 'changed-since-approval', 'approved'])

/** Deleting moves to Recently deleted; from there it can be put back. */
export function DeleteDialog({ row, isOpen, onClose, onDeleted }: DeleteDialogProps) {
  const remove = useRequest(api.pages.remove)
  async function act() {
    if ((await remove.run({ id: row.id })) === null) return
    onClose()
    say(`“${row.title}” was moved to Recently deleted.`, 'good', { label: 'Put it back', run: () => void putBack(row) })
    onDeleted?.()
  }
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={`Delete “${row.title}”?`}
      keep="Keep it"
      act="Delete"
      busy={remove.busy}
      refusal={remove.refusal}
      onAct={() => void act()}
    >
      <p>It goes to Recently deleted, with its whole history. You can put it back from there.</p>
      {seenByFamilies.has(row.state) && <p>Families may see it now. They stop seeing it with the next publish.</p>}
    </Confirm>
  )
}

/** Takes the newest of what was deleted under this path back. */
async function putBack({ path, title }: DeleteDialogProps['row']) {
  const bin = await settled(() => api.pages.bin())
  if (sayRefusal(bin)) return
  const deleted = bin.find(each => each.path === path)
  if (deleted === undefined) return
  const restored = await settled(() => api.pages.restore({ path, version: deleted.version }))
  if (!sayRefusal(restored)) say(`“${title}” is back.`)
}
