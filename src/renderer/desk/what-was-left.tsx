import type { ChangedMany, PageRow } from '../../shared/contract/index.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { count } from '../words/counts.ts'
import { whyLeftWords } from '../words/why-left.ts'
import { quotedTitle } from './quoted-title.ts'

interface WhatWasLeftProps {
  answer: ChangedMany
  rows: readonly PageRow[]
  what: 'page' | 'service'
  onClose: () => void
}

/** What could not be changed, by name, each with its reason and a next step. */
export function WhatWasLeft({ answer: { changed, same, left }, rows, what, onClose }: WhatWasLeftProps) {
  return (
    <>
      <div className="dialog-body">
        <Notice tone={left.length > 0 ? 'warn' : 'info'} announced>
          <p>
            {changed === 0 ? 'Nothing was changed.' : `${count(changed, what)} changed.`}
            {same > 0 && ` ${count(same, what)} said this already.`}
            {left.length > 0 && ` ${count(left.length, what)} left as before:`}
          </p>
        </Notice>
        {left.length > 0 && (
          <ScrollBox label="Left as before">
            <ul className="left-as-before">
              {left.map(({ id, why }) => (
                <li key={id}>
                  <strong>{quotedTitle(rows.find(row => row.id === id) ?? { title: '' })}</strong> {whyLeftWords[why]}
                </li>
              ))}
            </ul>
          </ScrollBox>
        )}
      </div>
      <DialogActions>
        <Button kind="main" autoFocus onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </>
  )
}
