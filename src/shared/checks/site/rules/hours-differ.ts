import { hoursIn, sameHours } from '../opening-hours.ts'
import { type Contact, contactsByName } from '../same-name.ts'
import { type SiteFinding, siteRule } from '../site-rule.ts'

/** Opening times that differ between a service and a page, or between two pages. */
export const hoursDiffer = siteRule({
  id: 'hours-differ',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is accurate and up to date',
  why: 'A family that comes when the door is shut may have taken a day off work for it.',
  look(site) {
    return contactsByName(site).flatMap(same => {
      // A contact that is on every page is held against each of them: its times are read once.
      const told = same.map(
        (one): Told => ({ ...one, open: hoursIn(one.contact.hours), at: plain(one.contact.address) }),
      )
      return told.flatMap(one => findingOf(one, told))
    })
  },
  examples: {
    fail: [
      {
        files: {
          'pages/health/one.md':
            'title: One\n---\n:::contact{name="Sleep clinic" hours="Monday to Friday, 9am to 4pm"}\n:::',
          'services/sleep.md': 'title: Sleep clinic\nschedule: Monday to Friday, 9am to 5pm',
        },
      },
      {
        files: {
          'pages/health/one.md':
            'title: One\n---\n:::contact{name="Sleep clinic" hours="Monday to Thursday, 9am to 5pm. Friday, 9am to 4.30pm"}\n:::',
          'pages/health/two.md':
            'title: Two\n---\n:::contact{name="Sleep clinic" hours="Monday to Friday, 9am to 5pm"}\n:::',
        },
      },
    ],
    pass: [
      // The same times in other words.
      {
        files: {
          'pages/health/one.md': 'title: One\n---\n:::contact{name="Sleep clinic" hours="Mon–Fri: 9am–5pm"}\n:::',
          'services/sleep.md': 'title: Sleep clinic\nschedule: Monday to Friday, 9.00am to 5.00pm',
          'pages/health/two.md':
            'title: Two\n---\n:::contact{name="Sleep clinic" hours="Monday to Friday, 9 to 5pm"}\n:::',
        },
      },
      // Times that say more than days and hours.
      {
        files: {
          'pages/health/one.md':
            'title: One\n---\n:::contact{name="Sleep clinic" hours="Monday to Friday, 9am to 5pm"}\n:::',
          'services/sleep.md': 'title: Sleep clinic\nschedule: Monday to Friday, 9am to 3pm in term time',
        },
      },
      // Another place of the same name.
      {
        files: {
          'services/a.md': 'title: Stay and play\naddress: Sea Road, SS1 1AA\nschedule: Mondays, 9am to 10am',
          'services/b.md': 'title: Stay and play\naddress: Hill Road, SS2 6ER\nschedule: Fridays, 1pm to 2pm',
        },
      },
    ],
  },
})

interface Told extends Contact {
  open: ReturnType<typeof hoursIn>
  /** The address, in words that can be compared. */
  at: string
}

function findingOf(one: Told, same: readonly Told[]): SiteFinding[] {
  const { open: mine } = one
  if (mine === null) return []
  const other = same.find(({ open, at }) => open !== null && !sameHours(mine, open) && isOneAddress(one.at, at))
  if (other === undefined) return []
  const where = other.entry === one.entry ? 'elsewhere on this page' : `on “${other.entry.fields.title}”`
  const message = `“${one.contact.name}” is open “${one.contact.hours}” here and “${other.contact.hours}” ${where}.`
  const isField = one.entry.kind === 'service' && one.contact.path.length === 0
  return [
    {
      about: one.entry,
      place: { path: one.contact.path },
      ...(isField && { field: 'schedule' }),
      message,
      others: [other.entry],
    },
  ]
}

function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isOneAddress(here: string, there: string): boolean {
  return here === '' || there === '' || here.includes(there) || there.includes(here)
}
