import { Compass, FilePlus2, FolderOpen, type LucideIcon, Users } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Mark } from '../app/brand.tsx'
import { places } from '../app/places.ts'
import type { Hello } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useHello } from '../connection/session.ts'
import { useTypingAtStart } from '../connection/typing.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { JoinForm } from './join-form.tsx'
import { NewForm } from './new-form.tsx'
import { OpenForm } from './open-form.tsx'
import { Recent } from './recent.tsx'
import { useOpening } from './use-opening.ts'
import './start.css'

/** Where everybody begins: the workspaces of before, and three ways to a new one. */
export function StartPlace() {
  const hello = useHello().data
  const heading = useRef<HTMLHeadingElement>(null)
  const isRead = useTypingAtStart()
  useEffect(() => {
    document.title = 'Start – Signpost'
    heading.current?.focus()
  }, [])
  if (hello === undefined) return null
  return (
    <div className="start-room">
      <main className="start">
        <div className="start-brand">
          <Mark />
          <div>
            <h1 ref={heading} tabIndex={-1}>
              Signpost
            </h1>
            <p className="start-lead">Write, check, review and publish your SEND Local Offer, together.</p>
          </div>
        </div>
        {hello.opened !== null && (
          <p className="start-back">
            <LinkButton href={places.week}>{`Back to ${hello.opened.config.name}`}</LinkButton>
          </p>
        )}
        <Recent recent={hello.recent} />
        {isRead && <Ways hello={hello} />}
      </main>
    </div>
  )
}

type Way = 'join' | 'new' | 'open'

function Ways({ hello }: { hello: Hello }) {
  const [way, setWay] = useState<Way | null>(null)
  const sample = useOpening(api.start.sample)
  return (
    <section className="start-ways" aria-label={hello.recent.length > 0 ? 'Or begin something else' : 'How to begin'}>
      <WayCard
        icon={Compass}
        title="Look around the sample"
        words="A made-up Local Offer with pages, services and comments. Try everything; nothing you do there reaches anybody."
      >
        <Button
          kind={hello.recent.length === 0 ? 'main' : 'plain'}
          busy={sample.busy}
          onPress={() => void sample.open(undefined)}
        >
          {sample.busy ? 'Making the sample…' : 'Open the sample'}
        </Button>
        <RefusalNotice refusal={sample.refusal} />
      </WayCard>
      <WayCard
        icon={Users}
        title="Join my team’s workspace"
        words="Your team already has one. You need its address and your access token."
      >
        {way === 'join' ? (
          <JoinForm hello={hello} onCancel={() => setWay(null)} />
        ) : (
          <Button onPress={() => setWay('join')}>Join a workspace</Button>
        )}
      </WayCard>
      <WayCard
        icon={FilePlus2}
        title="Start a new one"
        words="An empty Local Offer with four sections, on this laptop. You can share it with your team later."
      >
        {way === 'new' ? (
          <NewForm hello={hello} onCancel={() => setWay(null)} />
        ) : (
          <Button onPress={() => setWay('new')}>Start a new workspace</Button>
        )}
      </WayCard>
      <WayCard
        icon={FolderOpen}
        title="Open a folder on this laptop"
        words="A workspace that is here already, for example because its folder was moved."
      >
        {way === 'open' ? (
          <OpenForm hello={hello} onCancel={() => setWay(null)} />
        ) : (
          <Button onPress={() => setWay('open')}>Open a folder</Button>
        )}
      </WayCard>
    </section>
  )
}

interface WayCardProps {
  icon: LucideIcon
  title: string
  words: string
  children: ReactNode
}

function WayCard({ icon: Icon, title, words, children }: WayCardProps) {
  return (
    <section className="start-way" aria-label={title}>
      <Icon className="start-icon" aria-hidden="true" />
      <div className="start-words">
        <h2>{title}</h2>
        <p className="soft">{words}</p>
        <div className="start-do">{children}</div>
      </div>
    </section>
  )
}
