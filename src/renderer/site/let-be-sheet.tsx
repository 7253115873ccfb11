import type { PageId } from '../../shared/content/index.ts'
import type { SiteReport } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { pagePlace } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { DismissedWords } from '../review/dismissed-words.tsx'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'

/** What somebody said is no problem between the pages: who, why, until when, and the way back. */
export function LetBeSheet({ letBe }: { letBe: SiteReport['letBe'] }) {
  const takeBack = useAct(api.checks.problemAgain)
  if (letBe.length === 0) return null

  async function again(id: PageId, record: string) {
    if ((await takeBack.run({ id, record })) !== null) void takeBack.sayDone('It is a problem again.')
  }

  return (
    <Sheet title="Not a problem here" note={`${letBe.length} between the pages`}>
      <RefusalNotice refusal={takeBack.refusal} />
      <Rows label="Problems between the pages that somebody let be">
        {letBe.map(({ page, title, message, ...said }) => (
          <Row
            key={`${said.id} ${message}`}
            title={title}
            {...(page !== null && { href: pagePlace(page) })}
            actions={
              page !== null && (
                <Button
                  size="small"
                  about={`: ${title}: ${message}`}
                  busy={takeBack.busy}
                  onPress={() => void again(page, said.id)}
                >
                  It is a problem
                </Button>
              )
            }
          >
            <p>{message}</p>
            <DismissedWords {...said} />
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
