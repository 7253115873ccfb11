import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PageId } from '../../shared/content/index.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { dayOf } from '../words/dates.ts'
import { BringBackDialog } from './bring-back-dialog.tsx'

/** Who took this page off the site and why, wherever its words are read or written, with the way back. */
export function WithdrawnNotice({ id, title }: { id: PageId; title: string }) {
  const { readOnly } = useOpened()
  const [asking, setAsking] = useState(false)
  const now = useNow()
  const withdrawn = useQuery(orpc.review.withdrawn.queryOptions({ input: { id } })).data ?? null
  if (withdrawn === null) return null
  const { by, at, reason, stillLive } = withdrawn
  return (
    <Notice
      tone="warn"
      actions={
        <Button size="small" isDisabled={readOnly !== null} onPress={() => setAsking(true)}>
          Put it back on the site…
        </Button>
      }
    >
      <p className="strong">
        {by} withdrew this page {dayOf(at, now)}
        {reason === '' ? '.' : `: “${reason}”`}
      </p>
      <p>
        {stillLive
          ? 'Families see it until the next publish, which takes it off the site.'
          : 'Families do not see it, whatever is written here, until somebody puts it back.'}
      </p>
      {asking && <BringBackDialog row={{ id, title }} onClose={() => setAsking(false)} />}
    </Notice>
  )
}
