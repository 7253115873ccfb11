import { PackageCheck, Send } from 'lucide-react'
import { useState } from 'react'
import type { LiveState, Plan } from '../../shared/contract/index.ts'
import { pagePlace, places } from '../app/places.ts'
import type { Planned } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { forgetProgress, useProgress } from '../connection/progress.ts'
import { useOpened } from '../connection/session.ts'
import { useRequest } from '../connection/use-request.ts'
import { RoleHint } from '../review/role-hint.tsx'
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

const changeWords: Readonly<Record<Planned['change'], string>> = {
  new: 'New',
  changed: 'Changed',
  moved: 'Moved',
  removed: 'Taken off',
}

interface ReadySheetProps {
  plan: Plan
  state: LiveState
}

/** What the next publish will change, and the one button. */
export function ReadySheet({ plan, state }: ReadySheetProps) {
  const { config, readOnly } = useOpened()
  const [seen, setSeen] = useState<Planned | null>(null)
  const publish = useRequest(api.live.publish)
  const many = plan.ready.length + plan.also.length

  async function go() {
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
        Publish {count(many, 'change')}
      </Button>
      <RoleHint whose="publisher" />
      <p className="soft">Usually takes less than a minute. You can undo it.</p>
    </>
  )

  return (
    <Sheet
      title="Ready to publish"
      {...(many > 0 && { note: count(many, 'change') })}
      foot={(many > 0 || building) && foot}
    >
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
