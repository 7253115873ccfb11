import { describe, expect, test } from 'vitest'
import { ask, termsOf } from '../../resources/site/search-asking.js'
import { excerptOf } from '../../resources/site/search-excerpt.js'
import { inTwo, isLike, nearestWords, sameMeaning, together } from '../../resources/site/search-words.js'
import { config, fileNamed, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

const known = {
  same: [
    ['statement', 'EHC plan'],
    ['school bus', 'travel to school'],
    ['refused', 'disagree'],
    ['refused to go', 'school avoidance'],
  ],
  words: ['autism', 'aids', 'mediation', 'benefits', 'speech', 'therapy', 'assessment', 'breaks', 'statement', 'ghost'],
} as const
const termsFor = (text: string) => termsOf(text.split(' '), known).map(({ words }) => words)

describe('what the index is asked', () => {
  test('is what the site calls it, in front of what was typed', () => {
    const [site, typed] = termsOf(['a', 'statement'], known)
    expect([site?.words, typed?.words]).toEqual(['ehc plan', 'statement'])
    expect(site?.weight).toBeGreaterThan(typed?.weight ?? 0)
    expect(termsFor('the school buses are late')).toEqual(['travel to school', 'school', 'buses', 'late'])
  })

  test('is only the words that say something, unless there are no others', () => {
    expect(termsFor('my child needs help with autism')).toEqual(['help', 'autism'])
    expect(termsFor('my son has been excluded')).toEqual(['excluded'])
    expect(termsFor('who are we')).toEqual(['who', 'are', 'we'])
    expect(termsOf([], known)).toEqual([])
  })

  test('is what a longer phrase means, and not what a part of it would mean alone', () => {
    expect(termsFor('he refused to go')).toEqual(['school avoidance', 'refused'])
    expect(termsFor('refused')).toEqual(['disagree', 'refused'])
  })
})

describe('a slip of a letter', () => {
  /** An index of pages of a word or two, which answers as Pagefind does: with what begins alike, however little. */
  const index = (...words: string[]) => ({
    search: (asked: string) => {
      const isAnswer = (each: string) => (word: string) => word.startsWith(each) || each.startsWith(word)
      const alike = words.filter(page => asked.split(' ').every(each => page.split(' ').some(isAnswer(each))))
      const best = alike.toSorted((one, other) => Number(asked.includes(other)) - Number(asked.includes(one)))
      const page = (word: string) => ({
        url: `/${word}/`,
        raw_content: word,
        locations: [...word.split(' ').keys()],
        meta: {},
      })
      return Promise.resolve({
        results: best.map((word, at) => ({ id: word, score: 9 - at, data: () => Promise.resolve(page(word)) })),
      })
    },
  })
  const ordinary = new Set(['medication', 'kids'])
  const asked = async (text: string, ...has: string[]) => {
    const { results, mended } = await ask(index(...has), text, known, word => Promise.resolve(ordinary.has(word)))
    return { found: results.map(({ id }) => id), mended: mended.map(({ typed, word }) => `${typed} ${word}`) }
  }

  test.each([
    ['autsim', 'autism'],
    ['benifits', 'benefits'],
    ['speach', 'speech'],
    ['assesment', 'assessment'],
    ['theraphy', 'therapy'],
    ['breks', 'breaks'],
  ])('%s is taken for %s', async (typed, meant) => {
    expect(await asked(typed, meant)).toEqual({ found: [meant], mended: [`${typed} ${meant}`] })
  })

  test('is mended only to a word that finds something, by itself or by what it means', async () => {
    expect(await asked('ghots', 'autism')).toEqual({ found: [], mended: [] })
    expect(await asked('statment', 'ehc plan')).toEqual({ found: ['ehc plan'], mended: ['statment statement'] })
  })

  test('is not seen in a word that the index has, nor in an English one', async () => {
    expect((await asked('speach', 'speach', 'speech')).mended).toEqual([])
    expect((await asked('medication', 'mediation')).mended).toEqual([])
    expect((await asked('kids', 'aids')).mended).toEqual([])
  })

  test('is not what nothing on the site is like: then nothing was found', async () => {
    expect(await asked('asdfgh', 'as', 'assessment')).toEqual({ found: [], mended: [] })
  })

  test.each(['hoist', 'ss22', 'adhd', 'constructor', 'kids'])('%s is near no word of the site', typed => {
    expect(nearestWords(typed, known.words)).toEqual([])
  })
})

test.each([
  ['swimming', 'swim', false],
  ['paddling', 'paddle', true],
  ['excluded', 'exclude', true],
  ['assesment', 'assessment', false],
  ['autsim', 'authority', false],
  ['asdfgh', 'as', false],
])('“%s” is another form of “%s”: %s', (word, found, is) => expect(isLike(word, found)).toBe(is))

test('the more of what was typed a page has, the earlier it comes, and a rare word says more than a common one', () => {
  const page = (id: string, score = 1) => ({ id, score })
  const common = ['a', 'b', 'c', 'd', 'e'].map(id => page(id))
  expect(
    together([
      { weight: 1, of: [0], results: common },
      { weight: 1, of: [1], results: [page('z', 2), page('e')] },
      { weight: 1, of: [2], results: [] },
    ]).map(({ id }) => id),
  ).toEqual(['e', 'z', 'a', 'b', 'c', 'd'])
  expect(together([])).toEqual([])
})

test('a page that is called what was meant comes before one that mentions all of what was typed', () => {
  const [called, mentioning] = [
    { id: 'called', score: 60 },
    { id: 'mentioning', score: 1 },
  ]
  const found = [
    { weight: 3, of: [0, 1], results: [called, mentioning] },
    { weight: 1, of: [2], results: [mentioning] },
  ]
  expect(together(found).map(({ id }) => id)).toEqual(['called', 'mentioning'])
})

test.each([
  ['wets the bed', 'wet bed', true],
  ['wetting himself', 'wet', true],
  ['the buses', 'bus', true],
  ['school say they cant cope', 'school cant cope', true],
  ['he refuses to go in to school', 'refuses to go to school', true],
  ['the school bus cant cope', 'school cant cope', false],
  ['a bit of help', 'bites', false],
  ['travel', 'travel to school', false],
])('“%s” says “%s”: %s', (typed, says, is) => {
  expect(sameMeaning(typed.split(' '), [[says, 'meant']]).length > 0).toBe(is)
})

test('two words of the site that were written as one are two', () => {
  expect(inTwo('bluebadge', ['blue', 'badge', 'lue'])).toEqual(['blue badge'])
  expect(inTwo('bus', ['bus'])).toEqual([])
})

describe('an excerpt', () => {
  const said = (raw_content: string, word: string, title = 'Short breaks') => {
    const words = raw_content.split(' ')
    const locations = [...words.keys()].filter(at => words[at]?.includes(word))
    return excerptOf({ raw_content, locations, meta: { title } })
  }
  const textOf = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join(' ')

  test('starts with the sentence, and does not say the title again', () => {
    const pieces = said('Short breaks. A rest for you. We pay for a sitter at home.', 'sitter')
    expect(textOf(pieces)).toBe('We pay for a sitter at home.')
    expect(pieces.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'sitter', isMarked: true }])
    expect(textOf(said('Short breaks. A rest for you.', 'breaks'))).toBe('A rest for you.')
  })

  test('of a page that is called what was looked for is what is said of it', () => {
    const text =
      'Short breaks. A rest for you and for your child. We pay for a sitter. Short breaks start here, breaks.'
    expect(textOf(said(text, 'breaks'))).toMatch(/^A rest for you/)
  })

  test('says where it leaves words out, and shows no email address for the word in it', () => {
    const long = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')
    expect(textOf(said(`Short breaks. ${long} sitter ${long}`, 'sitter'))).toMatch(/^… w36 .* sitter w0 .* …$/)
    expect(textOf(said(`Short breaks. A sitter comes. ${long}. Email sitter@example.org`, 'sitter'))).toMatch(
      /^A sitter/,
    )
  })
})

const wordsFile = (search: object[]) => {
  const site = smallSite({ config: config({ site: { search } }) })
  return JSON.parse(fileNamed(renderSite(site), 'search/words.json')) as { same: [string, string][]; words: string[] }
}

test('the site carries the team’s own words, which count more than the usual ones of the same name', () => {
  const { same, words } = wordsFile([{ says: 'Statement', means: 'bank' }])
  expect(same.filter(([says]) => says.toLowerCase() === 'statement')).toEqual([['Statement', 'bank']])
  expect(same).toContainEqual(['respite', 'short breaks'])
  expect(words).toEqual(expect.arrayContaining(['chess', 'travel', 'moving']))
})

test('usual words for what the team calls otherwise find what the team calls it', () => {
  expect(wordsFile([]).same).toContainEqual(['refuses school', 'school avoidance'])
  const { same } = wordsFile([{ says: 'school refusal', means: 'school feels too hard' }])
  expect(same).toContainEqual(['refuses school', 'school feels too hard'])
})
