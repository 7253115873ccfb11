import type { PageRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { Confirm } from '../ui/confirm.tsx'

interface DeleteDialogProps {
  row: Pick<PageRow, 'id' | 'title' | 'state' | 'path'>
  isOpen: boolean
  onClose: () => void
  onDeleted?: () => void
}

const seenByFamilies: ReadonlySet<PageRow['state']> = new Set(['live', 'changed-since-approval', 'approved'])

/** Deleting moves to Recently deleted; from there it can be put back. */
export function DeleteDialog({ row, isOpen, onClose, onDeleted }: DeleteDialogProps) {
  const remove = useAct(api.pages.remove)
  async function act() {
    if ((await remove.run({ id: row.id })) === null) return
    onClose()
    void remove.sayDone(`“${row.title}” was moved to Recently deleted.`)
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
