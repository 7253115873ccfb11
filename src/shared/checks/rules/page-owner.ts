import { rule } from '../rule.ts'

/** A page that nobody looks after. SEND Code of Practice, chapter 4: information has to be kept up to date. */
export const pageOwner = rule({
  id: 'page-owner',
  severity: 'notice',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is kept up to date',
  why: 'A page that nobody looks after goes out of date without anybody noticing.',
  on: {
    page: ({ entry }) =>
      entry.fields.owner.trim() === '' && {
        message: 'Nobody looks after this page.',
        place: { path: [] },
        field: 'owner',
      },
  },
  examples: {
    fail: ['---\ntitle: Travel\nsummary: Who can get help.\n---\nWords.'],
    pass: ['---\ntitle: Travel\nsummary: Who can get help.\nowner: priya@example.org\n---\nWords.'],
  },
})
