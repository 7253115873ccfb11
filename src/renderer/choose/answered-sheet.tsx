import type { Answered, AnswerKind } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { useNow } from '../state/use-now.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { whose } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'
import { replyKeeper } from './replies.ts'

/** What was answered on this laptop, each with the way back. */
export function AnsweredSheet({ list }: { list: readonly Answered[] }) {
  const again = useRequest(api.sync.askAgain)
  const now = useNow()
  if (list.length === 0) return null
  return (
    <Sheet title="Answered here" note="newest first">
      <RefusalNotice refusal={again.refusal} />
      <Rows>
        {list.map(answered => (
          <Row
            key={answered.id}
            title={answered.title}
            {...(answered.page !== null && { href: pagePlace(answered.page) })}
            actions={
              <Button
                size="small"
                about={`about ${answered.title}`}
                busy={again.busy}
                onPress={async () => {
                  if ((await again.run({ id: answered.id })) === null) return
                  replyKeeper.forget([answered.id])
                  announce('The answer was undone, and is asked again.')
                }}
              >
                Ask me again
              </Button>
            }
          >
            {`${(answered.undoing ? undoWords : answerWords)[answered.answer](answered)}, ${dayAndTime(answered.at, now)}.`}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const answerWords: Readonly<Record<AnswerKind, (answered: Answered) => string>> = {
  mine: () => 'You chose yours',
  theirs: answered => `You chose ${whose(answered.with)}`,
  both: () => 'You kept both',
  written: () => 'You wrote it yourself',
}

const undoWords: typeof answerWords = {
  ...answerWords,
  mine: () => 'You put the former words back',
  theirs: () => 'You kept what stood then',
}
