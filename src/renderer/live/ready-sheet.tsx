import { useQueryClient } from '@tanstack/react-query'
import { PackageCheck, Send } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { LiveState, Plan } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { pagePlace, places } from '../app/places.ts'
import type { Planned } from '../connection/answers.ts'
import { api, orpc } from '../connection/api.ts'
import { forgetProgress, useProgress } from '../connection/progress.ts'
import { useOpened } from '../connection/session.ts'
import { settled, useRequest } from '../connection/use-request.ts'
import { RoleHint } from '../review/role-hint.tsx'
import { useLasting } from '../state/use-lasting.ts'
import { announce } from '../ui/announce.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { Progress } from '../ui/progress.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count } from '../words/counts.ts'
import { AllowFolder } from './allow-folder.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { planNews } from './plan-news.ts'

const changeWords: Readonly<Record<Planned['change'], string>> = {
  new: 'New',
  changed: 'Changed',
  moved: 'Moved',
  removed: 'Taken off',
}

interface ReadySheetProps {
  plan: Plan
  /** Something changed, and the plan is being made again. */
  remaking: boolean
  state: LiveState
}

/** A plan is made in less, most of the time; words that come and go at once only disturb. */
const worthSaying = 300

/** What the next publish will change, and the one button. */
export function ReadySheet({ plan, remaking, state }: ReadySheetProps) {
  const { config, readOnly } = useOpened()
  const [seen, setSeen] = useState<Planned | null>(null)
  const { publish, news, isStill } = usePublish(plan)
  const waits = useLasting(remaking, worthSaying)
  const many = plan.ready.length + plan.also.length

  async function go() {
    // Whoever pressed meant what was shown then: where something else came, it says so, and waits to be pressed again.
    if (remaking && !(await isStill(plan))) return
    const done = await publish.run({ plan: plan.plan })
    forgetProgress()
    if (done?.kind === 'live') announce('Published, and read back from the web.')
  }

  const building = publish.busy || state.kind === 'building'
  const foot = building ? (
    <PublishProgress state={state} />
  ) : (
    <>
      {plan.stop && (
        <Notice tone="warn">
          <p className="strong">{plan.stop.sentence}</p>
          <p>{plan.stop.nextStep}</p>
          {plan.stop.folder !== undefined && <AllowFolder path={plan.stop.folder} />}
          {config.publish.targets.length === 0 && (
            <div className="actions">
              <LinkButton size="small" href={places.settings}>
                Settings
              </LinkButton>
            </div>
          )}
        </Notice>
      )}
      <RefusalNotice refusal={publish.refusal} takesFocus />
      <Button
        kind="main"
        size="large"
        icon={Send}
        isDisabled={plan.stop !== null || readOnly !== null}
        onPress={() => void go()}
      >
        {waits ? 'Making the plan again…' : `Publish ${count(many, 'change')}`}
      </Button>
      <RoleHint whose="publisher" />
      <p className="soft">Usually takes less than a minute. You can put the former site back.</p>
    </>
  )

  return (
    <Sheet
      title="Ready to publish"
      {...(many > 0 && { note: count(many, 'change') })}
      foot={(many > 0 || building) && foot}
    >
      {news !== null && !building && (
        <div className="sheet-body">
          <Notice tone="warn">{news}</Notice>
        </div>
      )}
      {many === 0 ? (
        <Empty
          icon={PackageCheck}
          title="Nothing new to publish"
          level={3}
          actions={<LinkButton href={places.review}>See what waits for review</LinkButton>}
        >
          Nothing that was approved waits here. A page comes here when a colleague says that it is good to publish.
        </Empty>
      ) : (
        <Rows label="Ready to publish">
          {plan.also.map(sentence => (
            <Row key={sentence} chip={<Chip tone="good">Whole site</Chip>} title={sentence} />
          ))}
          {plan.ready.map(planned => (
            <Row
              key={planned.id}
              chip={
                <Chip tone={planned.urgent || planned.although ? 'stop' : 'good'}>
                  {planned.although ? 'With problems' : planned.urgent ? 'Urgent' : changeWords[planned.change]}
                </Chip>
              }
              title={planned.title}
              href={pagePlace(planned.id)}
              actions={
                planned.change !== 'removed' && (
                  <Button size="small" about={planned.title} onPress={() => setSeen(planned)}>
                    {planned.change === 'new' ? 'Read it' : 'See the change'}
                  </Button>
                )
              }
            >
              {planned.sentence}
            </Row>
          ))}
        </Rows>
      )}
      {seen && <ChangeDialog planned={seen} onClose={() => setSeen(null)} />}
    </Sheet>
  )
}

/** Publishes the plan that is on the screen, and makes it again whatever came of that; says how it differs from the one that was read. */
function usePublish(plan: Plan) {
  const queries = useQueryClient()
  const [read, setRead] = useState(plan)
  const [published, setPublished] = useState<string | null>(null)
  // What went out with a publish is no news.
  if (published !== null && published !== plan.plan) {
    setPublished(null)
    setRead(plan)
  }
  const publish = useRequest(
    useCallback(
      async (wanted: Pick<Plan, 'plan'>) => {
        const done = await api.live.publish(wanted)
        if (!isRefusal(done)) setPublished(wanted.plan)
        await queries.invalidateQueries({ queryKey: orpc.live.plan.key() })
        return done
      },
      [queries],
    ),
  )
  const news = published === null ? planNews(read, plan) : null
  useEffect(() => {
    if (news !== null) announce(news)
  }, [news])
  /** Whether the plan that is being made again is this one. */
  const isStill = async (shown: Plan) => {
    const fresh = await settled(() => queries.fetchQuery({ ...orpc.live.plan.queryOptions(), staleTime: 0 }))
    return !isRefusal(fresh) && fresh.plan === shown.plan
  }
  return { publish, news, isStill }
}

function PublishProgress({ state }: { state: LiveState }) {
  const job = useProgress()
  const known = state.kind === 'building' ? state : job
  return (
    <div className="publish-progress">
      <Progress
        sentence={known?.sentence ?? 'Getting ready'}
        done={known?.done ?? 0}
        total={known?.total ?? null}
        onCancel={() => void api.start.cancel({ job: job?.job ?? 'publish' })}
      />
    </div>
  )
}
