import type { EntryFact, ReportFacts } from '../facts.ts'
import { figure, type Part } from '../model.ts'
import type { SectionKind } from '../section.ts'
import { pageSource } from '../sources.ts'

/** What families can read on the day of the report, and what waits behind it. */
export const offerNow: SectionKind = {
  id: 'offer-now',
  title: 'What families can read now',
  parts({ entries, sections }) {
    const live = entries.filter(entry => entry.live)
    const notLive = entries.filter(entry => !entry.live && entry.state !== 'withdrawn')
    const differs = live.filter(entry => entry.differsFromLive)
    const of = (kind: EntryFact['kind']) => live.filter(entry => entry.kind === kind).map(entry => pageSource(entry))
    const parts: Part[] = [
      {
        kind: 'figures',
        figures: [
          figure('offer-now.pages', 'Pages on the site', of('page')),
          figure('offer-now.services', 'Groups and services on the site', of('service')),
          figure(
            'offer-now.differs',
            'Of these, with newer words that families do not see yet',
            differs.map(entry => pageSource(entry)),
          ),
          figure(
            'offer-now.not-yet',
            'Written and not on the site yet',
            notLive.map(entry => pageSource(entry)),
          ),
        ],
      },
      { kind: 'table', table: bySection(entries, sections) },
    ]
    return parts
  },
}

function bySection(entries: readonly EntryFact[], sections: ReportFacts['sections']) {
  const row = (label: string, id: string, own: readonly EntryFact[]) => [
    label,
    figure(
      `offer-now.live.${id}`,
      'On the site',
      own.filter(entry => entry.live).map(entry => pageSource(entry)),
    ),
    figure(
      `offer-now.waiting.${id}`,
      'Not on the site yet',
      own.filter(entry => !entry.live && entry.state !== 'withdrawn').map(entry => pageSource(entry)),
    ),
  ]
  return {
    caption: 'Pages and services by section',
    columns: ['Section', 'On the site', 'Not on the site yet'],
    rows: [
      ...sections.map(({ slug, title }) =>
        row(
          title,
          slug,
          entries.filter(entry => entry.kind === 'page' && entry.section === slug),
        ),
      ),
      row(
        'Groups and services',
        'services',
        entries.filter(entry => entry.kind === 'service'),
      ),
    ],
  }
}
