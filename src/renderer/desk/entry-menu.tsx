import { useRouter } from '@tanstack/react-router'
import { Copy, EyeOff, FolderInput, Globe, History, Mail, MessageSquare, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { historyPlace, pagePlace, reviewPlace } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { settled } from '../connection/use-request.ts'
import { BringBackDialog } from '../review/bring-back-dialog.tsx'
import { SendDialog } from '../review/send-dialog.tsx'
import { WithdrawDialog } from '../review/withdraw-dialog.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { sayRefusal } from '../ui/toasts.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'

/** What can be done with a page without opening it. */
export function EntryMenu({ row }: { row: PageRow }) {
  const { history } = useRouter()
  const { readOnly } = useOpened()
  const [dialog, setDialog] = useState<'move' | 'delete' | 'withdraw' | 'bring-back' | 'send' | null>(null)
  const copy = useAct(duplicate)
  const close = () => setDialog(null)

  async function makeCopy() {
    const made = await copy.run({ id: row.id })
    if (made === null) return
    void copy.sayDone(`“${row.title}” was duplicated. The copy is a draft.`)
    history.push(pagePlace(made.id))
  }

  const disabled = readOnly !== null
  return (
    <div data-slot="menu">
      <MenuButton
        label={`More for ${row.title}`}
        acts={[
          {
            id: 'review',
            label: 'Read as families will',
            icon: MessageSquare,
            run: () => history.push(reviewPlace(row.id)),
          },
          { id: 'send', label: 'Send for comment…', icon: Mail, run: () => setDialog('send') },
          { id: 'history', label: 'History', icon: History, run: () => history.push(historyPlace(row.id)) },
          {
            id: 'move',
            label: row.kind === 'service' ? 'Change address…' : 'Move, or change address…',
            icon: FolderInput,
            disabled,
            run: () => setDialog('move'),
          },
          { id: 'duplicate', label: 'Duplicate', icon: Copy, disabled, run: () => void makeCopy() },
          row.state === 'withdrawn'
            ? {
                id: 'bring-back',
                label: 'Put back on the site…',
                icon: Globe,
                disabled,
                run: () => setDialog('bring-back'),
              }
            : {
                id: 'withdraw',
                label: 'Withdraw from the site…',
                icon: EyeOff,
                disabled,
                run: () => setDialog('withdraw'),
              },
          { id: 'delete', label: 'Delete…', icon: Trash2, stop: true, disabled, run: () => setDialog('delete') },
        ]}
      />
      <MoveDialog row={row} isOpen={dialog === 'move'} onClose={close} />
      {dialog === 'send' && <SendDialog row={row} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog row={row} onClose={close} />}
      {dialog === 'bring-back' && <BringBackDialog row={row} onClose={close} />}
      <DeleteDialog row={row} isOpen={dialog === 'delete'} onClose={close} />
    </div>
  )
}

/** Nothing in the row is the place for a refusal, so it is said at the foot of the window. */
async function duplicate(input: { id: PageRow['id'] }) {
  const made = await settled(() => api.pages.duplicate(input))
  sayRefusal(made)
  return made
}
