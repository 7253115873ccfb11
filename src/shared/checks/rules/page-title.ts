import { wordsIn } from '../../content/index.ts'
import { type Finding, rule } from '../rule.ts'
import { isEmptyTitle } from '../titles.ts'

const says = /[\p{L}\p{N}]/u

/** Longer than this, it is a text. */
const mostWords = 18
const mostLetters = 120

/** A page without a title or a summary, or with a title that tells nothing, or too much. WCAG 2.2 SC 2.4.2. */
export const pageTitle = rule({
  id: 'page-title',
  severity: 'error',
  wcag: ['2.4.2'],
  why: 'The title and the summary are all that people see in a list, a search or a tab.',
  on: {
    page: ({ entry }) => {
      const { title, summary } = entry.fields
      const findings: Finding[] = []
      if (!says.test(title)) findings.push({ message: 'The page has no title.', place: { path: [] }, field: 'title' })
      else if (isEmptyTitle(title)) {
        findings.push({
          message: `“${title.trim()}” does not tell what the page is about.`,
          place: { path: [] },
          field: 'title',
        })
      }
      const length = wordsIn(title).length
      if (length > mostWords || title.length > mostLetters) {
        findings.push({
          message: `The title is ${length} words long. Say it in a few: a list or a tab shows no more.`,
          place: { path: [] },
          field: 'title',
          severity: 'warning',
        })
      }
      if (!says.test(summary)) {
        findings.push({
          message: 'The page has no summary.',
          place: { path: [] },
          field: 'summary',
          severity: 'warning',
        })
      }
      if (says.test(summary) && plain(summary) === plain(title)) {
        findings.push({
          message: 'The summary says the same as the title. Say who the page is for, and what they can do with it.',
          place: { path: [] },
          field: 'summary',
          severity: 'warning',
        })
      }
      return findings
    },
  },
  examples: {
    fail: [
      '---\ntitle: Untitled\nsummary: About travel\n---\nWords.',
      '---\nsummary: About travel\n---\nWords.',
      '---\ntitle: Page 1\nsummary: About travel\n---\nWords.',
      '---\ntitle: Travel\n---\nWords.',
      '---\ntitle: Travel to school\nsummary: Travel to school.\n---\nWords.',
      '---\ntitle: Everything that the council does to help families with the cost of travel to schools and colleges in Southend and around it\nsummary: Who can get help.\n---\nWords.',
    ],
    pass: [
      '---\ntitle: Travel to school\nsummary: Who can get help.\n---\nWords.',
      '---\ntitle: What to do if you disagree with a decision about your child’s education, health and care plan\nsummary: Who can help.\n---\nWords.',
      '---\ntitle: "Untitled: a show"\nsummary: Young artists show their work.\n---\nWords.',
    ],
  },
})

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
