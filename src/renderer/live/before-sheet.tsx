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
import { Confirm } from '../ui/confirm.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { listed } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'

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

  async function putBack({ publish }: PublishRecord) {
    const done = await undo.run({ publish })
    forgetProgress()
    if (done !== null) setAsked(null)
  }

  return (
    <>
      <Rows label="Published before">
        {records.map((record, index) => (
          <Row
            key={record.publish}
            chip={<Chip tone={record.current ? 'good' : 'plain'}>{dayAndTime(record.at, now)}</Chip>}
            title={record.sentence}
            actions={
              record.current ? (
                <Chip tone="good">Families see this</Chip>
              ) : index === 0 ? (
                <Chip>Sent last</Chip>
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
            <WhatAndWhy record={record} />
          </Row>
        ))}
      </Rows>
      {asked && (
        <Confirm
          isOpen
          onClose={() => setAsked(null)}
          title={`Put back the site of ${dayAndTime(asked.at, now)}?`}
          keep="Leave it as it is"
          act="Put it back"
          kind="main"
          busy={undo.busy}
          refusal={undo.refusal}
          onAct={() => void putBack(asked)}
        >
          <p>
            Families will see the site as it was then. Your pages here stay as they are, and you can publish them again.
          </p>
        </Confirm>
      )}
    </>
  )
}
