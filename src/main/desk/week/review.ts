import { dayOf } from '../../publish/index.ts'
import { firstName } from '../page-history.ts'
import { type Waiting, waitingForReview } from '../review-page.ts'
import { headings, pageLine, type WeekFacts, type WeekKind } from './kind.ts'

/** Somebody asked for a review that this person may give. */
export const review: WeekKind = {
  id: 'review',
  label: 'To review',
  heading: headings.waiting,
  counts: true,
  find: facts => lines(facts, ({ urgent }) => !urgent, 'review'),
}

/** Let through without a review: it stays until somebody decides. */
export const urgentReview: WeekKind = {
  id: 'urgent-review',
  label: 'Published in a hurry, still to be reviewed',
  heading: headings.waiting,
  counts: true,
  find: facts => lines(facts, ({ urgent }) => urgent, 'urgent-review'),
}

async function lines(facts: WeekFacts, wanted: (waiting: Waiting) => boolean, kind: string) {
  return (await waitingForReview(facts.session)).flatMap(waiting => {
    const known = facts.byId.get(waiting.id)
    // Whose words they are cannot decide about them, so the line is not theirs.
    if (known === undefined || waiting.mayNotDecide !== null || !wanted(waiting)) return []
    const urgent = known.standing.urgentToReview
    const [who, when] = [
      firstName(urgent?.by.name ?? waiting.askedBy),
      dayOf(urgent?.at ?? waiting.askedAt, facts.today),
    ]
    const isLive = urgent !== null && known.live?.hash === urgent.hash
    const to = { place: 'review' as const, id: waiting.id }
    return [
      pageLine(facts, known, {
        kind,
        // Whoever looks after the page: a review is for everybody who may give it.
        mine: true,
        chip: urgent
          ? { words: isLive ? 'Already live' : 'May go live', tone: 'stop' }
          : { words: 'Review', tone: 'accent' },
        sentence: urgent
          ? `${who} let it through without a review, ${when}: “${urgent.reason}”`
          : `${who} asked ${when}.`,
        to,
        acts: [{ act: 'go', label: 'Review', to }],
      }),
    ]
  })
}
