import { expect, test } from 'vitest'
import { firstToFix, type ToFix } from '../../src/shared/checks/index.ts'
import { pageOf } from './checked.ts'

const page = (title: string, more: Partial<ToFix> = {}): ToFix => ({
  entry: pageOf(`---\ntitle: ${title}\n---\nWords.`),
  errors: 0,
  warnings: 0,
  notices: 0,
  between: 0,
  isLive: false,
  isOverdue: false,
  ...more,
})
const titles = (pages: readonly ToFix[], most?: number) =>
  firstToFix(pages, most).map(({ entry }) => entry.fields.title)

test('a page without a problem is not on the list, however important it is', () => {
  expect(titles([page('Appeal to the tribunal', { isLive: true, isOverdue: true })])).toEqual([])
})

test('what stops publishing comes before what makes a page harder to use, and that before what is worth knowing', () => {
  const list = [page('C', { notices: 4 }), page('B', { warnings: 2 }), page('A', { errors: 1 })]
  expect(titles(list)).toEqual(['A', 'B', 'C'])
})

test('of two pages with the same problems, what families read and what is about money or rights comes first', () => {
  const found = { warnings: 2 }
  const list = [
    page('Clubs', found),
    page('Benefits', found),
    page('Swimming', { ...found, isLive: true }),
    page('If you disagree with a decision', { ...found, isLive: true }),
  ]
  expect(titles(list)).toEqual(['If you disagree with a decision', 'Swimming', 'Benefits', 'Clubs'])
})

test('hundreds of small things do not hide one that stops publishing', () => {
  expect(titles([page('Many', { notices: 500 }), page('One', { errors: 1 })])).toEqual(['One', 'Many'])
})

test('says why, in words, with what weighs most first', () => {
  const list = [page('Money for carers', { errors: 1, warnings: 2, between: 1, isLive: true, isOverdue: true })]
  expect(firstToFix(list)[0]?.reasons).toEqual([
    '1 problem that stops publishing',
    '2 problems that make it harder to use',
    '1 problem with other pages',
    'families read it now',
    'it is about money',
    'its check is overdue',
  ])
})

test('there are ten, and the order does not depend on the order of the pages', () => {
  const pages = Array.from({ length: 14 }, (_, at) => page(`Page ${String(at).padStart(2, '0')}`, { warnings: 1 }))
  expect(titles(pages)).toHaveLength(10)
  expect(titles(pages.toReversed())).toEqual(titles(pages))
})
