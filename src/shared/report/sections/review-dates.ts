import { addDays } from '../../review/dates.ts'
import type { EntryFact } from '../facts.ts'
import { charted, figure } from '../model.ts'
import type { SectionKind } from '../section.ts'
import { pageSource } from '../sources.ts'

/** The four months to the next report. */
const ahead = 122

/** How far what families read was looked at in time. */
export const reviewDates: SectionKind = {
  id: 'review-dates',
  title: 'Checked and up to date',
  parts({ entries, sections, today }) {
    const live = entries.filter(entry => entry.live)
    const late = live.filter(entry => entry.overdue)
    const inTime = live.filter(entry => !entry.overdue && entry.due !== null)
    const soon = inTime.filter(({ due }) => due !== null && due <= addDays(today, ahead))
    const from = (list: readonly EntryFact[]) => list.map(entry => pageSource(entry))
    const bars = [
      ...sections.map(({ slug, title }) => ({
        id: slug,
        label: title,
        own: live.filter(entry => entry.kind === 'page' && entry.section === slug),
      })),
      { id: 'services', label: 'Groups and services', own: live.filter(entry => entry.kind === 'service') },
    ]
    return [
      {
        kind: 'figures',
        figures: [
          figure('review-dates.in-time', 'On the site and checked in time', from(inTime)),
          figure('review-dates.late', 'On the site and late to be checked', from(late)),
          figure('review-dates.soon', 'To be checked before the next report', from(soon)),
          figure('review-dates.never', 'On the site without a date', from(live.filter(({ due }) => due === null))),
        ],
      },
      charted(
        {
          title: 'What families read, by section: checked in time or late',
          series: ['In time', 'Late'],
          bars: bars.map(({ id, label, own }) => ({
            label,
            parts: [
              figure(`review-dates.in-time.${id}`, 'In time', from(own.filter(entry => inTime.includes(entry)))),
              figure(`review-dates.late.${id}`, 'Late', from(own.filter(entry => late.includes(entry)))),
            ],
          })),
        },
        'Section',
      ),
    ]
  },
}
