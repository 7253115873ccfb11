import { wordsIn } from '../../content/index.ts'
import type { WholePage } from '../markup/markup.ts'
import { plainly } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A web page whose summary for searches is empty, unwritten or its title again. */
export const summaryTag = rule({
  id: 'summary-tag',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content design: every page has a summary, which searches show under its title',
  why: 'It is what a search shows under the title, and what tells a family whether to open the page.',
  on: {
    markup: ({ whole }) => {
      const message = whole && fault(whole)
      if (message) return { message, place: whole.place }
      // Many sites make theirs of the text, so that it may be missing on purpose.
      const isMissing = whole && !whole.meta.has('description') && !whole.meta.has('og:description') && isPage(whole)
      return isMissing
        ? { message: 'This page has no summary for searches.', place: whole.place, severity: 'notice' }
        : null
    },
  },
  examples: {
    fail: [],
    pass: ['Ask us for help.'],
    html: {
      fail: [
        '<html lang="en"><head><title>Travel to school</title><meta name="description" content=""></head><body><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Travel to school</title><meta name="description" content="Travel to school"></head><body><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Travel to school</title><meta name="description" content="Description"></head><body><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Travel to school</title><meta name="description" content="Lorem ipsum dolor sit amet"></head><body><p>Ask us.</p></body></html>',
        `<html lang="en"><head><title>Travel to school</title></head><body><h1>Travel to school</h1><p>${'Ask us for help with the bus. '.repeat(5)}</p></body></html>`,
      ],
      pass: [
        `<html lang="en"><head><title>Travel to school</title></head><body><p>${'Ask us. '.repeat(20)}</p></body></html>`,
        '<html lang="en"><head><title>Travel to school</title><meta name="description" content="Who can get help with travel to school."></head><body><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Travel to school</title></head><body><p>Ask us.</p></body></html>',
        '<p>Ask us.</p>',
      ],
    },
  },
})

const unwritten =
  /^(?:(?:meta|page|add|enter|insert|your|a|the) )*(?:description|summary)(?: here)?$|^(?:tbc|default|home|null|undefined)$|\b(?:lorem ipsum|dolor sit amet)\b/

/** A page that somebody wrote, and no part of one: it has a title, a language and some sentences. */
function isPage({ title, lang, words, hasTop }: WholePage): boolean {
  return title !== '' && lang !== null && hasTop && wordsIn(words).length >= 20
}

/** Of a page that has a place for one. */
function fault({ title, meta }: WholePage): string | null {
  const summary = meta.get('description')
  if (summary === undefined) return null
  const words = plainly(summary)
  if (words === '') return 'The summary of this page for searches is empty.'
  if (unwritten.test(words)) return `“${summary.trim()}” is no summary of this page.`
  return words === plainly(title) ? 'The summary of this page for searches is its title again.' : null
}
