import { isRefusal } from '../../../shared/outcome.ts'
import { headings, otherLine, type WeekKind } from './kind.ts'

/** Everything that can go live, in one line: it is published in one step. */
export const ready: WeekKind = {
  id: 'ready',
  label: 'Ready to publish',
  heading: headings.waiting,
  counts: true,
  find({ plan }) {
    if (isRefusal(plan) || plan.ready.length === 0) return []
    const [many, held] = [plan.ready.length, plan.heldBack.length]
    const to = { place: 'live' as const, id: null }
    return [
      otherLine({
        key: 'ready',
        kind: 'ready',
        title: `${pages(many)} ready to publish`,
        chip: { words: 'Approved', tone: 'good' },
        sentence: held > 0 ? `${pages(held)} held back, each with its reason.` : 'Nothing is held back.',
        to,
        acts: [{ act: 'go', label: 'See what will change', to }],
      }),
    ]
  },
}

const pages = (many: number) => `${many.toLocaleString('en-GB')} ${many === 1 ? 'page' : 'pages'}`
