import { useQuery } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { AnsweredSheet } from './answered-sheet.tsx'
import { Questions } from './questions.tsx'
import './choose.css'

/** Where this person and a colleague changed the same words: one question at a time, both versions kept until then. */
export function ChoosePlace() {
  // The way here is there while something comes in, too: nothing is shown that was read at another time.
  const choices = useQuery(orpc.sync.choices.queryOptions({ gcTime: 0 }))
  return (
    <Answer query={choices} reading="Reading both versions">
      {list => {
        const [first] = list
        return first === undefined ? <NothingToChoose /> : <Questions list={list} first={first} />
      }}
    </Answer>
  )
}

function NothingToChoose() {
  const answered = useQuery(orpc.sync.answered.queryOptions())
  return (
    <Place title="Nothing to choose" windowTitle="Choose the words">
      <div className="sheet">
        <Empty
          icon={Handshake}
          title="Every question is answered"
          actions={<LinkButton href={places.week}>This week</LinkButton>}
        >
          Where you and a colleague change different words, both changes are put together without asking.
        </Empty>
      </div>
      <AnsweredSheet list={answered.data ?? []} />
    </Place>
  )
}
