import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import type { WeekLine } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { firstName } from '../words/counts.ts'
import { calendarDay } from '../words/dates.ts'
import { givenWords } from './given-words.ts'

/** What can be done about a line where it stands; each says at the foot of the window what was done, with the way back. */
export function useLineActs({ page, about, title, owner, putOff }: WeekLine) {
  const { readOnly } = useOpened()
  const nameOf = useNameOf()
  const now = useNow()
  const [askingWhy, setAskingWhy] = useState(false)
  const accurate = useAct(api.review.stillAccurate)
  const ask = useAct(api.review.ask)
  const give = useAct(api.week.give)
  const giveAll = useAct(api.week.giveAll)
  const takeUp = useAct(api.week.takeUp)
  const all = [accurate, ask, give, giveAll, takeUp]

  async function stillAccurate() {
    const done = page === null ? null : await accurate.run({ id: page })
    if (done === null) return
    void accurate.sayDone(
      done.due === null
        ? `“${title}” is checked.`
        : `“${title}” is checked. It comes back on ${calendarDay(done.due, now)}.`,
    )
  }

  async function askReview() {
    const done = page === null ? null : await ask.run({ id: page })
    if (done !== null) void ask.sayDone(`“${title}” waits for a review.`)
  }

  async function giveTo(to: string) {
    const done = about === null ? null : await give.run({ about, to })
    if (done !== null) void give.sayDone(`${firstName(nameOf(to))} looks after “${title}” now.`)
  }

  async function giveAllTo(to: string) {
    const done = await giveAll.run({ from: owner, to })
    if (done !== null) void giveAll.sayDone(`${firstName(nameOf(to))} has ${givenWords(done)} more now.`)
  }

  async function takeUpAgain() {
    const done = about === null || putOff === null ? null : await takeUp.run({ about, record: putOff.record })
    if (done !== null) void takeUp.sayDone(`“${title}” is back on the list.`)
  }

  return {
    can: readOnly === null,
    busy: all.some(({ busy }) => busy),
    refusal: all.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    askingWhy,
    setAskingWhy,
    stillAccurate: () => void stillAccurate(),
    askReview: () => void askReview(),
    giveTo: (to: string) => void giveTo(to),
    giveAllTo: (to: string) => void giveAllTo(to),
    takeUp: () => void takeUpAgain(),
  }
}

export type LineActs = ReturnType<typeof useLineActs>
