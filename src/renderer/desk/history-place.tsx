import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { GitCompare, History } from 'lucide-react'
import { useState } from 'react'
import type { PageId } from '../../shared/content/index.ts'
import { pageIdSchema } from '../../shared/content/index.ts'
import type { Version } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { MissingPlace } from '../app/missing-place.tsx'
import { activityOfPage, pagePlace } from '../app/places.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { Row, Rows } from '../ui/sheet.tsx'
import { dayAndTime } from '../words/dates.ts'
import { CompareVersionsDialog } from './compare-versions-dialog.tsx'
import { VersionDialog } from './version-dialog.tsx'
import { WhoWrote } from './who-wrote.tsx'

/** What happened to a page, newest first, in plain words; every version can be read and put back. */
export function HistoryPlace() {
  const id = pageIdSchema.safeParse(useParams({ strict: false }).id)
  if (!id.success) return <MissingPlace />
  return <HistoryOf key={id.data} id={id.data} />
}

function HistoryOf({ id }: { id: PageId }) {
  const versions = useQuery(orpc.pages.history.queryOptions({ input: { id } }))
  const row = useQuery(orpc.pages.list.queryOptions()).data?.find(each => each.id === id)
  const title = row?.title ?? 'this page'
  return (
    <Place
      title="History"
      windowTitle={`History of ${title}`}
      lead="Every version is kept. Putting one back makes it the newest; what came after it stays here too."
      crumbs={<PlaceLink href={pagePlace(id)}>{title}</PlaceLink>}
      actions={
        <LinkButton kind="bare" href={activityOfPage(id)}>
          Everything done with this page
        </LinkButton>
      }
    >
      <Answer query={versions} reading="Reading the history">
        {list => <VersionList id={id} title={title} versions={list} />}
      </Answer>
    </Place>
  )
}

interface VersionListProps {
  id: PageId
  title: string
  versions: readonly Version[]
}

function VersionList({ id, title, versions }: VersionListProps) {
  const { readOnly } = useOpened()
  const now = useNow()
  const [shown, setShown] = useState<Version | null>(null)
  const [comparing, setComparing] = useState(false)
  const putBack = useAct(api.pages.putBack)

  async function back({ version, at }: Version) {
    if ((await putBack.run({ id, version })) === null) return
    setShown(null)
    void putBack.sayDone(`The version of ${dayAndTime(at, now)} is the newest one now.`)
  }

  const newestLive = versions.findIndex(each => each.live)

  if (versions.length === 0) {
    return (
      <Empty icon={History} title="No version yet">
        What you type is kept all the time. A version is made when you pause, leave the page or share.
      </Empty>
    )
  }
  return (
    <>
      <div className="sheet">
        <RefusalNotice refusal={putBack.refusal} />
        {versions.length > 1 && (
          <div className="actions">
            <Button icon={GitCompare} onPress={() => setComparing(true)}>
              Compare two versions…
            </Button>
          </div>
        )}
        <Rows>
          {versions.map((version, index) => (
            <Row
              key={version.version}
              chip={<VersionChip version={version} index={index} newestLive={newestLive} />}
              title={version.sentence}
              actions={
                <>
                  <Button
                    size="small"
                    about={`the version of ${dayAndTime(version.at, now)}`}
                    onPress={() => setShown(version)}
                  >
                    See it
                  </Button>
                  {index > 0 && (
                    <Button
                      size="small"
                      kind="bare"
                      about={`the version of ${dayAndTime(version.at, now)}`}
                      isDisabled={readOnly !== null}
                      busy={putBack.busy}
                      onPress={() => void back(version)}
                    >
                      Put this back
                    </Button>
                  )}
                </>
              }
            >
              {version.by.name}, {dayAndTime(version.at, now)}
            </Row>
          ))}
        </Rows>
        {shown && (
          <VersionDialog
            id={id}
            title={title}
            version={shown}
            before={versions[versions.indexOf(shown) + 1] ?? null}
            onClose={() => setShown(null)}
          />
        )}
        {comparing && (
          <CompareVersionsDialog id={id} title={title} versions={versions} onClose={() => setComparing(false)} />
        )}
      </div>
      <WhoWrote id={id} title={title} versions={versions} />
    </>
  )
}

interface VersionChipProps {
  version: Version
  index: number
  /** Where the version stands that families saw last. */
  newestLive: number
}

function VersionChip({ version, index, newestLive }: VersionChipProps) {
  if (version.live)
    return <Chip tone={index === newestLive ? 'good' : 'plain'}>{index === newestLive ? 'Live' : 'Was live'}</Chip>
  return <Chip>{index === 0 ? 'Newest' : 'Earlier'}</Chip>
}
