import { Mail, MailOpen } from 'lucide-react'
import { useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { BringInDialog } from './bring-in-dialog.tsx'
import { SendDialog } from './send-dialog.tsx'

/** For those who have no Signpost: the page goes to them as a file, and their answer comes back in. */
export function AnswerButtons({ page }: { page?: Pick<PageRow, 'id' | 'title'> }) {
  const { readOnly } = useOpened()
  const [dialog, setDialog] = useState<'send' | 'bring-in' | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      {page && (
        <Button kind="bare" icon={Mail} onPress={() => setDialog('send')}>
          Send for comment…
        </Button>
      )}
      <Button kind="bare" icon={MailOpen} isDisabled={readOnly !== null} onPress={() => setDialog('bring-in')}>
        Bring in an answer…
      </Button>
      {page && dialog === 'send' && <SendDialog row={page} onClose={close} />}
      {dialog === 'bring-in' && <BringInDialog {...(page && { page: page.id })} onClose={close} />}
    </>
  )
}
