import type { Entry } from '../../../content/index.ts'
import { plainWords } from '../seen-of-entry.ts'
import { siteRule } from '../site-rule.ts'
import { titled } from '../titled.ts'

/** Two pages that go by one name. WCAG 2.2 SC 2.4.2: a title says where one is, and in a list which of the pages it is. */
export const titleSame = siteRule({
  id: 'title-same',
  severity: 'warning',
  wcag: ['2.4.2'],
  source: 'WCAG 2.2 SC 2.4.2: a title tells one page from the others',
  why: 'In a search, a list or a row of tabs nobody can tell two pages of one name apart.',
  look({ entries }) {
    const named = Map.groupBy(entries, nameOf)
    return [...named].flatMap(([name, same]) =>
      name === '' || same.length < 2
        ? []
        : same.map(about => {
            const others = same.filter(other => other !== about)
            return { about, field: 'title', others, message: `${titled(others)} has the same title.` }
          }),
    )
  },
  examples: {
    fail: [
      {
        files: {
          'pages/education/travel.md': 'title: Travel to school',
          'pages/social-care/transport.md': 'title: Travel to school.',
        },
      },
      { files: { 'pages/education/start.md': 'title: Start here', 'pages/health/start.md': 'title: Start Here' } },
      {
        files: {
          'services/leigh.md': 'title: Stay and play\norganization: Gull House',
          'services/thorpe-bay.md': 'title: Stay and play\norganization: Gull House',
        },
      },
    ],
    pass: [
      {
        files: {
          'pages/education/start.md': 'title: "Education: start here"',
          'pages/health/start.md': 'title: "Health: start here"',
        },
      },
      // A service and the page that tells about it stand in different lists.
      { files: { 'pages/education/travel.md': 'title: Travel team', 'services/travel-team.md': 'title: Travel team' } },
      // The directory says who runs a group beside its name.
      {
        files: {
          'services/one.md': 'title: Stay and play\norganization: Gull House',
          'services/two.md': 'title: Stay and play\norganization: Harbour Families',
        },
      },
      { files: { 'pages/education/one.md': 'title: ""', 'pages/education/two.md': 'title: ""' } },
      {
        files: {
          'pages/education/one.md': 'title: School in Year 9',
          'pages/education/two.md': 'title: School in Year 10',
        },
      },
    ],
  },
})

function nameOf(entry: Entry): string {
  const words = plainWords(entry.fields.title).join(' ')
  if (words === '') return ''
  return entry.kind === 'page'
    ? `page ${words}`
    : `service ${words} of ${plainWords(entry.fields.organization).join(' ')}`
}
