import { useQueryClient } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Choice } from '../../shared/contract/index.ts'
import { noteDone } from '../activity/window-acts.ts'
import { places } from '../app/places.ts'
import { api, orpc } from '../connection/api.ts'
import { settled, useRequest } from '../connection/use-request.ts'
import { useValue } from '../state/value-store.ts'
import { announce } from '../ui/announce.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { say, sayRefusal } from '../ui/toasts.tsx'
import { count } from '../words/counts.ts'
import { headingOf, safeUntilThen } from './ask.ts'
import { Crumbs, QuestionView } from './question-view.tsx'
import { replyKeeper, useReplies } from './replies.ts'
import { useFinishKey } from './use-finish-key.ts'
import { singleKeysOn, useSingleKeys } from './use-single-keys.ts'
import { usable, waysFor } from './ways.ts'

/** The questions, one at a time. Answers can be changed, left and come back to; finishing puts them into the pages. */
export function Questions({ list, first }: { list: readonly Choice[]; first: Choice }) {
  const replyOf = useReplies()
  const trouble = useValue(replyKeeper.trouble)
  const [here, setHere] = useState<string | null>(null)
  const [times, setTimes] = useState(0)
  const finish = useFinish(() => {
    setHere(null)
    setTimes(times + 1)
  })
  const begin = list.find(choice => replyOf(choice).answer === null) ?? first
  const choice = list.find(({ id }) => id === here) ?? begin
  const at = list.indexOf(choice)
  const isAnswered = (each: Choice) => replyOf(each).answer !== null
  const answered = list.filter(isAnswered)
  const ready = usable(list, isAnswered)
  function go(step: 1 | -1) {
    const next = list[at + step]
    if (next === undefined) return announce(step === 1 ? 'This is the last question.' : 'This is the first question.')
    setHere(next.id)
    announce(`${position(list, at + step)}.`)
  }
  const use = () => void finish.run(ready.map(({ id }) => id))

  useSingleKeys({ N: () => go(1), P: () => go(-1) })
  useFinishKey(() => ready.length > 0 && use())
  return (
    <Place
      // What is left to ask takes the focus, which the button that finished has no more.
      key={`${choice.id} ${times}`}
      title={headingOf(choice)}
      windowTitle={`${position(list, at)}: ${choice.title}`}
      crumbs={<Crumbs {...choice} />}
      lead={<p>{safeUntilThen(choice)}</p>}
      {...(list.length > 1 && { actions: <Walk list={list} at={at} answered={answered.length} onGo={go} /> })}
    >
      <QuestionView
        choice={choice}
        reply={replyOf(choice)}
        onReply={reply => {
          setHere(choice.id)
          replyKeeper.set(choice.id, reply)
        }}
      />
      <RefusalNotice refusal={finish.refusal ?? trouble} />
      <div className="choose-foot">
        <p className="soft">{footWords(list.length, answered.length, ready.length)}</p>
        <div className="actions">
          {choice.undoing !== undefined && <LeaveIt choice={choice} />}
          <LinkButton kind="bare" href={places.week}>
            Decide later
          </LinkButton>
          <Button kind="main" busy={finish.busy} isDisabled={ready.length === 0} onPress={use}>
            {ready.length > 1 ? `Use these ${ready.length} answers` : 'Use this answer'}
          </Button>
        </div>
      </div>
      <KeysLine choice={choice} several={list.length > 1} />
    </Place>
  )
}

function position(list: readonly Choice[], at: number): string {
  return list.length > 1 ? `Question ${at + 1} of ${list.length}` : 'Choose'
}

function footWords(many: number, answered: number, ready: number): string {
  if (answered === 0) return 'Nothing changes until you finish. Everything else is shared in the meantime.'
  if (ready < answered) return 'An undo is done once all that it asks is answered.'
  const rest = many - answered
  return rest === 0
    ? 'You can undo this afterwards.'
    : `You can undo this afterwards. ${count(rest, 'question')} can wait.`
}

/** The way out of an undo: nothing is undone, and nothing asks any more. */
function LeaveIt({ choice: { id } }: { choice: Choice }) {
  const leave = useRequest(api.sync.leave)
  async function run() {
    if ((await leave.run({ id })) !== null) say('Nothing was undone. Every word is as it was.')
  }
  return (
    <>
      <RefusalNotice refusal={leave.refusal} />
      <Button kind="bare" busy={leave.busy} onPress={() => void run()}>
        Do not undo it
      </Button>
    </>
  )
}

interface WalkProps {
  list: readonly Choice[]
  at: number
  answered: number
  onGo: (step: 1 | -1) => void
}

function Walk({ list, at, answered, onGo }: WalkProps) {
  return (
    <nav className="walk" aria-label="Questions">
      <p>
        <strong>{position(list, at)}</strong>
        <span className="soft">, {answered === 0 ? 'none' : answered} answered</span>
      </p>
      <Button icon={ChevronLeft} isDisabled={at === 0} onPress={() => onGo(-1)}>
        Previous
      </Button>
      <Button icon={ChevronRight} isDisabled={at === list.length - 1} onPress={() => onGo(1)}>
        Next
      </Button>
    </nav>
  )
}

/** The keys of this place in words, and the switch that turns the single ones off. */
function KeysLine({ choice, several }: { choice: Choice; several: boolean }) {
  const on = useValue(singleKeysOn)
  const ways = waysFor(choice)
  const keys = ways.map(({ key }, at) => `${key} or ${at + 1}`).join(', ')
  return (
    <div className="choose-keys soft">
      <p>
        {on && `Single keys: ${keys} to choose${several ? '; N and P for the next and the previous question' : ''}. `}
        <Keys shortcut="Mod+Enter" /> finishes.
      </p>
      <Button kind="bare" size="small" aria-pressed={!on} onPress={() => singleKeysOn.set(!on)}>
        Single keys off
      </Button>
    </div>
  )
}

/** Puts the answers into the pages once every reply is on the disk; says so, with the way back. */
function useFinish(onFinished: () => void) {
  const queries = useQueryClient()
  const request = useRequest(async (ids: string[]) => (await replyKeeper.flush()) ?? api.sync.finish({ ids }))
  async function run(ids: string[]) {
    const done = await request.run(ids)
    if (done === null) return
    replyKeeper.forget(ids)
    for (const act of done.acts) noteDone(act)
    // None of those is shown again, with a picture perhaps that is no more.
    await queries.refetchQueries({ queryKey: orpc.sync.choices.queryKey() })
    onFinished()
    say(usedWords(done.used), 'good', {
      label: 'Undo',
      run: () => void askAllAgain(ids),
    })
  }
  return { ...request, run }
}

function usedWords(used: number): string {
  return used === 1
    ? 'Your answer is used. It is shared with your colleagues by itself.'
    : `Your ${used} answers are used. They are shared with your colleagues by themselves.`
}

async function askAllAgain(ids: readonly string[]): Promise<void> {
  for (const id of ids) if (sayRefusal(await settled(() => api.sync.askAgain({ id })))) return
}
