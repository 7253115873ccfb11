import { expect, test } from 'vitest'
import { type Looking, lookAtPages, lookedWords } from '../../src/renderer/site/look-at-pages.ts'
import type { DrawnPage } from '../../src/shared/contract/index.ts'
import { idOf } from './fake/pages.ts'

const pages: DrawnPage[] = [0, 1, 2].map(at => ({ id: idOf(at), title: `Page ${at}`, url: `/preview/1/${at}/` }))
const nothing = { ofWords: [], ofSite: [], criteria: [] }
const fault = {
  ofWords: [{ id: 'x 0', sentence: 'A heading has no words.', place: 'title' as const }],
  ofSite: [],
  criteria: ['2.4.6'],
}

async function looking(
  look: (page: DrawnPage, stop: () => void) => Promise<typeof nothing | typeof fault>,
): Promise<{ end: Looking; told: string[] }> {
  const abort = new AbortController()
  const told: string[] = []
  const end = await lookAtPages(
    pages,
    page => look(page, () => abort.abort()),
    ({ status, looked }) => told.push(`${status} ${looked.length}`),
    abort.signal,
  )
  return { end, told }
}

test('pages are looked at one after the other, and each is told of', async () => {
  let under = 0
  const { end, told } = await looking(async ({ title }) => {
    under += 1
    await Promise.resolve()
    expect(under).toBe(1)
    under -= 1
    return title === 'Page 1' ? fault : nothing
  })
  expect(told).toEqual(['looking 0', 'looking 1', 'looking 2', 'done 3'])
  expect(end.looked.map(({ found }) => found?.ofWords.length)).toEqual([0, 1, 0])
  expect(lookedWords(end)).toBe('Looked at 3 pages and services: 1 thing found.')
})

test('one that cannot be looked at holds up none of the others, and is no page without faults', async () => {
  const { end } = await looking(async ({ title }) => {
    if (title === 'Page 1') throw new Error('it is not there')
    return nothing
  })
  expect(end.looked.map(({ found }) => found)).toEqual([nothing, null, nothing])
  expect(lookedWords(end)).toBe('Looked at 2 of 3 pages and services: nothing found.')
})

test('whoever stops it keeps what was found, and the page that was being looked at says nothing', async () => {
  const { end, told } = await looking(async ({ title }, stop) => {
    if (title === 'Page 1') stop()
    return fault
  })
  expect(told).toEqual(['looking 0', 'looking 1', 'stopped 1'])
  expect(end.looked.map(({ page }) => page.title)).toEqual(['Page 0'])
  expect(lookedWords(end)).toBe('Looked at 1 of 3 pages and services: 1 thing found.')
})
