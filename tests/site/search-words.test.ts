import { describe, expect, test } from 'vitest'
import { isAmong, searchesFor, together } from '../../resources/site/search-words.js'
import { renderSite } from '../../src/shared/site/index.ts'
import { config, fileNamed, smallSite } from './site-of.ts'

const known = {
  same: [
    ['statement', 'EHC plan'],
    ['school bus', 'travel to school'],
  ],
  words: ['autism', 'benefits', 'speech', 'therapy', 'assessment', 'breaks'],
} as const
const termsOf = (text: string) => searchesFor(text, known).terms.map(({ words }) => words)
const mendedIn = (text: string) => searchesFor(text, known).mended.map(({ typed, word }) => `${typed} ${word}`)

describe('what the index is asked', () => {
  test('is what the site calls it, in front of what was typed', () => {
    expect(searchesFor('a statement', known).terms).toEqual([
      { words: 'ehc plan', weight: 2 },
      { words: 'statement', weight: 1 },
    ])
    expect(termsOf('the school buses are late')).toEqual(['travel to school', 'school', 'buses', 'late'])
  })

  test('is only the words that say something, unless there are no others', () => {
    expect(termsOf('My child needs help with autism')).toEqual(['help', 'autism'])
    expect(termsOf('who are we')).toEqual(['who', 'are', 'we'])
    expect(termsOf(' … ')).toEqual([])
  })

  test.each([
    ['autsim', 'autism'],
    ['benifits', 'benefits'],
    ['speach', 'speech'],
    ['assesment', 'assessment'],
    ['theraphy', 'therapy'],
    ['breks', 'breaks'],
  ])('%s is taken for %s', (typed, meant) => {
    expect(mendedIn(typed)).toEqual([`${typed} ${meant}`])
    expect(termsOf(typed)).toEqual([meant])
  })

  test.each(['hoist', 'ss22', 'adhd', 'break', 'constructor'])('%s stays as it is', typed => {
    expect(mendedIn(typed)).toEqual([])
  })

  test('a word that the index has is no slip of a letter, however near another one it is', () => {
    expect(searchesFor('speach', known, new Set()).terms.map(({ words }) => words)).toEqual(['speach'])
  })

  test.each([
    ['swimming', 'They <mark>swim</mark> there.', false],
    ['paddling', 'They <mark>paddle,</mark> too.', true],
    ['assesment', 'The <mark>assessment</mark> is free.', false],
    ['autsim', 'The <mark>authority</mark> decides.', false],
    ['hoist', 'No hoist, but a <mark>hoe</mark>.', false],
  ])('%s is found in “%s”: %s', (word, excerpt, isThere) => expect(isAmong(word, excerpt)).toBe(isThere))

  test('a slip of a letter in families’ own word still finds what the site calls it', () => {
    expect(searchesFor('statment', { ...known, words: ['statement'] }).terms[0]?.words).toBe('ehc plan')
  })
})

test('what has more of what was typed comes first, and a rare word says more than a common one', () => {
  const page = (id: string, score = 1) => ({ id, score })
  const common = ['a', 'b', 'c', 'd', 'e'].map(id => page(id))
  expect(
    together([
      { weight: 1, results: common },
      { weight: 1, results: [page('c'), page('z')] },
    ]).map(({ id }) => id),
  ).toEqual(['c', 'z', 'a', 'b', 'd', 'e'])
  expect(together([])).toEqual([])
})

test('the site carries the team’s own words, which count more than the usual ones of the same name', () => {
  const site = smallSite({ config: config({ site: { search: [{ says: 'Statement', means: 'bank' }] } }) })
  const { same, words } = JSON.parse(fileNamed(renderSite(site), 'search/words.json')) as {
    same: [string, string][]
    words: string[]
  }
  expect(same.filter(([says]) => says.toLowerCase() === 'statement')).toEqual([['Statement', 'bank']])
  expect(same).toContainEqual(['respite', 'short breaks'])
  expect(words).toEqual(expect.arrayContaining(['chess', 'travel', 'moving']))
})
