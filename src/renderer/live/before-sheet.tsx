import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublishRecord } from '../connection/answers.ts'
import { api, orpc } from '../connection/api.ts'
import { forgetProgress } from '../connection/progress.ts'
import { useOpened } from '../connection/session.ts'
import { useRequest } from '../connection/use-request.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { listed } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'
import { PutBackDialog } from './put-back-dialog.tsx'

/** The pages of a publish, and why the first of them went out. */
function WhatAndWhy({ record: { pages, why } }: { record: PublishRecord }) {
  if (why.length === 0) return listed(pages)
  const more = pages.length - Math.min(why.length, mostReasons)
  return (
    <>
      {why.slice(0, mostReasons).map((reason, index) => (
        <p key={index}>
          {pages[index]}: {reason}
        </p>
      ))}
      {more > 0 && <p>and {more} more</p>}
    </>
  )
}

/** Of the newest publish, where it was not seen on the web. */
const reachedWords: Readonly<Record<PublishRecord['reached'], string>> = {
  'not-sent': 'Not sent yet',
  perhaps: 'Sent in part, perhaps',
  sent: 'Sent last',
}

const mostReasons = 5

/** What was published before, newest first; any of it can be put back by the same road. */
export function BeforeSheet() {
  const before = useQuery(orpc.live.before.queryOptions())
  if (before.data?.length === 0) return null
  return (
    <Sheet title="Before">
      <Answer query={before} reading="Reading what was published">
        {records => <BeforeRows records={records} />}
      </Answer>
    </Sheet>
  )
}

function BeforeRows({ records }: { records: readonly PublishRecord[] }) {
  const { readOnly } = useOpened()
  const [asked, setAsked] = useState<PublishRecord | null>(null)
  const undo = useRequest(api.live.undo)
  const now = useNow()

  async function putBack({ publish }: PublishRecord, reason: string) {
    const done = await undo.run({ publish, reason })
    forgetProgress()
    return done !== null
  }

  return (
    <>
      <RefusalNotice refusal={undo.refusal} takesFocus />
      <Rows label="Published before">
        {records.map((record, index) => (
          <Row
            key={record.publish}
            title={record.sentence}
            actions={
              record.current ? (
                <Chip tone="good">Families see this</Chip>
              ) : index === 0 ? (
                <Chip>{reachedWords[record.reached]}</Chip>
              ) : (
                <Button
                  size="small"
                  about={`the site of ${dayAndTime(record.at, now)}`}
                  isDisabled={readOnly !== null}
                  onPress={() => setAsked(record)}
                >
                  Put this back
                </Button>
              )
            }
          >
            <p>
              {dayAndTime(record.at, now)}, {record.by.name}
              {record.reason !== '' && `: “${record.reason}”`}
            </p>
            <WhatAndWhy record={record} />
          </Row>
        ))}
      </Rows>
      {asked && (
        <PutBackDialog
          record={asked}
          when={dayAndTime(asked.at, now)}
          onClose={() => setAsked(null)}
          onAct={reason => putBack(asked, reason)}
        />
      )}
    </>
  )
}
