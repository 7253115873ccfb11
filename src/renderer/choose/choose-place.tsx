import { useQuery } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'
import { useState } from 'react'
import type { Choice } from '../../shared/contract/index.ts'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { ChoiceView } from './choice-view.tsx'
import './choose.css'

/** Where this person and a colleague changed the same words: one choice at a time, both versions kept until then. */
export function ChoosePlace() {
  const choices = useQuery(orpc.sync.choices.queryOptions())
  return (
    <Answer query={choices} reading="Reading both versions">
      {list => <Choices list={list} />}
    </Answer>
  )
}

function Choices({ list }: { list: readonly Choice[] }) {
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const open = list.filter(choice => !later.has(choice.id))
  const [choice] = open
  if (choice === undefined) return <NoChoice postponed={list.length} />
  return (
    <ChoiceView
      key={choice.id}
      choice={choice}
      turn={list.length - open.length + 1}
      many={list.length}
      onLater={() => setLater(new Set([...later, choice.id]))}
    />
  )
}

function NoChoice({ postponed }: { postponed: number }) {
  return (
    <Place title="Choose the words">
      <div className="sheet">
        <Empty
          icon={Handshake}
          title={postponed === 0 ? 'Nothing to choose' : 'Decided later'}
          actions={<LinkButton href={places.week}>This week</LinkButton>}
        >
          {postponed === 0
            ? 'Where you and a colleague change different words, both changes are put together without asking.'
            : 'Both versions are kept until you choose. Everything else is shared in the meantime. You find this again under This week.'}
        </Empty>
      </div>
    </Place>
  )
}
