import type { PageRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { Confirm } from '../ui/confirm.tsx'

interface BringBackDialogProps {
  row: Pick<PageRow, 'id' | 'title'>
  onClose: () => void
}

/** Ends a withdrawal. The page is reviewed like any other before families see it again. */
export function BringBackDialog({ row, onClose }: BringBackDialogProps) {
  const back = useAct(api.review.bringBack)
  async function act() {
    if ((await back.run({ id: row.id })) === null) return
    onClose()
    void back.sayDone(`“${row.title}” can be on the site again, once a colleague says that it is good.`)
  }
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={`Put “${row.title}” back on the site?`}
      keep="Leave it off"
      act="Put it back"
      kind="main"
      busy={back.busy}
      refusal={back.refusal}
      onAct={() => void act()}
    >
      <p>
        What was approved before it was withdrawn counts no more. It goes out with the next publish after a colleague
        has read it and said that it is good.
      </p>
    </Confirm>
  )
}
