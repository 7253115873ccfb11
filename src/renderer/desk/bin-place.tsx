import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useAct } from '../activity/use-act.ts'
import { pagePlace, places } from '../app/places.ts'
import type { Deleted } from '../connection/answers.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { Row, Rows } from '../ui/sheet.tsx'
import { firstName } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'

/** What was deleted, newest first, with the way back. */
export function BinPlace() {
  const bin = useQuery(orpc.pages.bin.queryOptions())
  return (
    <Place
      title="Recently deleted"
      lead="Nothing is lost: put a page back and it is as it was, with its history."
      crumbs={<PlaceLink href={places.pages}>Pages</PlaceLink>}
    >
      <Answer query={bin} reading="Reading what was deleted">
        {deleted => <DeletedList deleted={deleted} />}
      </Answer>
    </Place>
  )
}

function DeletedList({ deleted }: { deleted: readonly Deleted[] }) {
  const { readOnly } = useOpened()
  const { history } = useRouter()
  const now = useNow()
  const restore = useAct(api.pages.restore)

  async function putBack({ path, version, title }: Deleted) {
    const restored = await restore.run({ path, version })
    if (restored === null) return
    const { id } = restored
    const open = id === null ? undefined : { label: 'Open it', run: () => history.push(pagePlace(id)) }
    void restore.sayDone(`“${title}” is back.`, open)
  }

  if (deleted.length === 0) {
    return (
      <Empty icon={Trash2} title="Nothing was deleted">
        When you delete a page, a service or a picture, it waits here until somebody wants it back.
      </Empty>
    )
  }
  return (
    <div className="sheet">
      <RefusalNotice refusal={restore.refusal} />
      <Rows>
        {deleted.map(each => (
          <Row
            key={`${each.path} ${each.version}`}
            chip={<Chip>{kindWord(each.path)}</Chip>}
            title={each.title}
            actions={
              <Button
                about={each.title}
                isDisabled={readOnly !== null}
                busy={restore.busy}
                onPress={() => void putBack(each)}
              >
                Put back
              </Button>
            }
          >
            Deleted {dayAndTime(each.at, now)} by {firstName(each.by)}
          </Row>
        ))}
      </Rows>
    </div>
  )
}

function kindWord(path: string): string {
  if (path.startsWith('services/')) return 'Service'
  return path.startsWith('media/') ? 'File' : 'Page'
}
