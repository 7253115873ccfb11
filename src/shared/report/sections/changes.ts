import { monthNames } from '../../content/index.ts'
import { type ChangeFact, isWithin, type ReportFacts } from '../facts.ts'
import { charted, figure, type Source } from '../model.ts'
import type { SectionKind } from '../section.ts'
import { changeSource, publishSource } from '../sources.ts'

/** What was written, and what went to families, in the period. */
export const changes: SectionKind = {
  id: 'changes',
  title: 'What changed',
  parts(facts) {
    const within = facts.changes.filter(({ at }) => isWithin(at, facts))
    const of = (kind: ChangeFact['change']) => lastOfEach(within.filter(({ change }) => change === kind))
    return [
      {
        kind: 'figures',
        figures: [
          figure('changes.new', 'Pages and services that are new', of('new')),
          figure('changes.changed', 'Pages and services that were changed', of('changed')),
          figure('changes.moved', 'Pages and services with another address', of('moved')),
          figure('changes.removed', 'Pages and services that were deleted', of('removed')),
          figure(
            'changes.publishes',
            'Times that the site was published',
            facts.publishes.filter(({ at }) => isWithin(at, facts)).map(publishSource),
          ),
        ],
      },
      charted(
        {
          title: 'Pages and services that were written or changed, month by month',
          series: ['Pages and services'],
          bars: monthsOf(facts).map(month => ({
            label: nameOf(month),
            parts: [figure(`changes.month.${month}`, nameOf(month), lastOfEach(within.filter(isWritten(month))))],
          })),
        },
        'Month',
      ),
      ...clockWords(facts).map(text => ({ kind: 'words' as const, text })),
    ]
  },
}

/** A wrong clock is nobody's fault, and the reader has to know which days are not those that were written down. */
function clockWords({ clocksAhead: { placed, publishes } }: ReportFacts): string[] {
  if (placed + publishes === 0) return []
  const counted =
    placed === 0
      ? ''
      : ` ${placed} ${placed === 1 ? 'change or review is' : 'changes and reviews are'} counted on the day of the newest change before.`
  const left =
    publishes === 0
      ? ''
      : ` ${publishes} ${publishes === 1 ? 'publish is' : 'publishes are'} not counted in any period.`
  return [
    `A laptop’s clock was ahead, so some of what was done carries a day that has not come yet.${counted}${left} Set that laptop’s clock.`,
  ]
}

const isWritten =
  (month: string) =>
  ({ at, change }: ChangeFact): boolean =>
    at.startsWith(month) && (change === 'new' || change === 'changed')

/** A page that was changed ten times counts once; what it leads to is the last of them. */
function lastOfEach(changed: readonly ChangeFact[]): Source[] {
  return [...new Map(changed.map(change => [change.page, change])).values()].map(changeSource)
}

function monthsOf({ since, until }: Pick<ReportFacts, 'since' | 'until'>): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = since.split('-').map(Number)
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > until.slice(0, 7) || months.length >= 36) return months
    months.push(name)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
}

function nameOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${monthNames[(number ?? 1) - 1] ?? ''} ${year}`
}
