import { rule } from '../rule.ts'
import { isEmptyTitle } from '../titles.ts'

/** A web page whose `<title>` is missing or tells nothing, though it has a heading to take it from. WCAG 2.2 SC 2.4.2. */
export const titleTag = rule({
  id: 'title-tag',
  severity: 'error',
  wcag: ['2.4.2'],
  why: 'It is the first thing that a screen reader says, and all that a tab, a bookmark and a search show of the page.',
  on: {
    markup: ({ elements, whole }) => {
      const heading = elements.find(({ tag }) => tag === 'h1')
      if (whole === null || heading === undefined) return null
      if (whole.title.trim() === '') return { message: 'This page has no title for the tab.', place: whole.place }
      return (
        isEmptyTitle(whole.title) && {
          message: `“${whole.title.trim()}” in the tab does not tell what the page is about.`,
          place: whole.place,
        }
      )
    },
  },
  examples: {
    fail: [],
    pass: ['Ask us for help.'],
    html: {
      fail: [
        '<html lang="en"><head><title></title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Document1</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>travel_final_v3.docx</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
      ],
      pass: [
        '<html lang="en"><head><title>Travel to school</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Home - Southend Local Offer</title></head><body><h1>Welcome</h1></body></html>',
        '<h1>Travel</h1><p>Ask us.</p>',
      ],
    },
  },
})
