import { expect, test } from 'vitest'
import { drawnLookOf } from '../../src/renderer/site/drawn-look.ts'
import type { Looked, Looking } from '../../src/renderer/site/look-at-pages.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { idOf } from './fake/pages.ts'

const on = isoDateSchema.parse('2026-11-20')
const looked = (...pages: (readonly string[] | null)[]): Looked[] =>
  pages.map((criteria, at) => ({
    page: { id: idOf(at), title: `Page ${at}`, url: `/preview/1/${at}/` },
    found: criteria === null ? null : { ofWords: [], ofSite: [], criteria },
  }))
const done = (...pages: (readonly string[] | null)[]): Looking => ({
  status: 'done',
  total: pages.length,
  looked: looked(...pages),
})

test('the statement says of a look how many pages fail what, and leaves out what is no criterion of A or AA', () => {
  expect(drawnLookOf(done(['4.1.2', '4.1.2', '9.9.9'], ['4.1.2', '1.1.1'], []), on)).toEqual({
    on,
    pages: 3,
    found: [
      { criterion: '1.1.1', pages: 1 },
      { criterion: '4.1.2', pages: 2 },
    ],
  })
})

test.each([
  ['was stopped', { ...done([], []), status: 'stopped' as const }],
  ['could not see every page', done([], null)],
  ['had no page', done()],
])('the statement says nothing of a look that %s', (_, looking) => {
  expect(drawnLookOf(looking, on)).toBeNull()
})
