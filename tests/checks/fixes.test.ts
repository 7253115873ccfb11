import { diffArrays } from 'diff'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixAll, isOneOfMany } from '../../src/shared/checks/fix-all.ts'
import { fixedWords } from '../../src/shared/checks/fixed-words.ts'
import { createChecker, type Problem, rules } from '../../src/shared/checks/index.ts'
import {
  type Entry,
  nodeAt,
  normaliseDoc,
  parseBody,
  serialiseBody,
  textOf,
  walk,
  wordsIn,
} from '../../src/shared/content/index.ts'
import { facts, mended, pageOf } from './checked.ts'

/**
 * What every fix promises: the page that it makes is written and read back the same, the problem is gone, no other one has
 * come, and no word that it is not about has changed.
 */

const checker = createChecker(rules)
const found = (entry: Entry): Problem[] => checker.check(entry, facts)

/**
 * What a fix may bring to light. A day that could be read in two ways may turn out to be over. Short forms are not asked
 * about in a line that is all in capitals. A link that says what it is may say the same as another one, which is wrong. What
 * is marked as another language does not count among the English words.
 */
const reveals: Readonly<Record<string, readonly string[]>> = {
  'address-typed': ['link-same-text'],
  capitals: ['acronyms'],
  'date-ambiguous': ['date-passed'],
  'heading-order': ['heading-same'],
  'language-unmarked': ['reading-age'],
  'link-address': ['link-same-text'],
  'link-contact': ['link-same-text'],
}

function wordsOf({ doc }: Entry): string[] {
  const lines: string[] = []
  walk(doc, node => {
    const isLine = 'content' in node && node.content?.some(child => child.type === 'text')
    if (isLine) lines.push(textOf(node))
    return !isLine
  })
  return lines.flatMap(wordsIn)
}

/** The words that a fix may take away: those of its problem, the article before them, and the marks of a typed list. */
function wordsInQuestion({ doc }: Entry, { place, fix }: Problem): string[] {
  const node = nodeAt(doc, place.path)
  const text = node ? textOf(node) : ''
  if (place.start === undefined) return ['o', 'i', 'ii', 'a', 'b', '1', '2', '3']
  const before = wordsIn(text.slice(0, place.start)).slice(-1)
  const article = /^(?:a|an)$/i.test(before[0] ?? '') && fix ? before : []
  // A place may begin or end inside a word: “â€™” in “Itâ€™s”.
  const start = /\S*$/.exec(text.slice(0, place.start))?.[0] ?? ''
  const end = /^\S*/.exec(text.slice(place.end))?.[0] ?? ''
  return [...article, ...wordsIn(start + text.slice(place.start, place.end) + end)]
}

function countOf(problems: readonly Problem[], is: (problem: Problem) => boolean): number {
  return problems.filter(is).length
}

function promises(entry: Entry): void {
  const before = found(entry)
  for (const problem of before) {
    if (!problem.fix) continue
    const about = `${problem.rule}: ${problem.message} → ${problem.fix.label}`
    const after = { ...entry, doc: normaliseDoc(mended(entry, problem).doc) }
    expect(parseBody(serialiseBody(after.doc)).doc, about).toEqual(after.doc)

    const now = found(after)
    const isThis = ({ rule, message }: Problem) => rule === problem.rule && message === problem.message
    expect(countOf(now, isThis), about).toBeLessThan(countOf(before, isThis))
    const may = new Set(reveals[problem.rule] ?? [])
    for (const { id } of rules) {
      if (may.has(id)) continue
      const isOf = ({ rule }: Problem) => rule === id
      const more = () => now.filter(isOf).map(({ message }) => message)
      expect(countOf(now, isOf), `${about}: ${more().join(' | ')}`).toBeLessThanOrEqual(countOf(before, isOf))
    }

    const gone = diffArrays(wordsOf(entry), wordsOf(after)).flatMap(part => (part.removed ? part.value : []))
    const inQuestion = wordsInQuestion(entry, problem)
    expect(
      gone.filter(word => !inQuestion.includes(word)),
      about,
    ).toEqual([])
  }
}

const failing = rules.flatMap(rule => rule.examples.fail.map(example => [rule.id, example] as const))

test.each(failing)('%s: every fix offered in %j keeps its promises', (_, example) => {
  promises(pageOf(example))
})

/** Pages put together of what is wrong in many ways at once. */
const piecesOfPages = fc
  .array(fc.constantFrom(...failing.map(([, example]) => example).filter(example => !example.startsWith('---'))), {
    minLength: 2,
    maxLength: 5,
  })
  .map(pieces => pieces.join('\n\n'))

test('every fix keeps its promises on pages that are made of what is wrong', () => {
  fc.assert(
    fc.property(piecesOfPages, body => {
      promises(pageOf(body))
    }),
    { seed: 20_261_122, numRuns: 60 },
  )
})

describe('words in capitals', () => {
  test.each([
    ['PLEASE READ THIS BEFORE YOU APPLY', 'Please read this before you apply'],
    ['You must NOT APPLY BEFORE SEPTEMBER.', 'You must not apply before September.'],
    ['ASK SENDIASS ABOUT SCHOOLS IN SHOEBURYNESS', 'Ask SENDIASS about schools in Shoeburyness'],
    ['WHEN I WORRY: CALL US NOW', 'When I worry: call us now'],
  ])('%s becomes %s', (shouted, small) => {
    const entry = pageOf(shouted)
    const problem = found(entry).find(({ rule, fix }) => rule === 'capitals' && fix)
    expect(problem && textOf(mended(entry, problem).doc)).toBe(small)
  })

  test.each(['ALWAYS CONTACT MARK FIRST', 'ASK FOR BRZECZYSZCZYKIEWICZ FIRST', 'JOIN ZQXV TODAY WITH FRIENDS'])(
    '%s may name somebody, so nothing is offered',
    shouted => {
      const problems = found(pageOf(shouted)).filter(({ rule }) => rule === 'capitals')
      expect(problems).toHaveLength(1)
      expect(problems[0]?.fix).toBeUndefined()
    },
  )
})

describe('mending all of a kind', () => {
  const all = async (body: string, rule: string) => {
    const entry = pageOf(body)
    const { doc, count } = await fixAll(entry.doc, rule, async now => found({ ...entry, doc: now }))
    return { count, text: serialiseBody(doc).trim() }
  }

  test.each([
    [
      'date-ambiguous',
      'From 03/04/2027 or 05/06/2027.\n\nBy 07/08/2027.',
      3,
      'From 3 April 2027 or 5 June 2027.\n\nBy 7 August 2027.',
    ],
    ['list-typed', '• one\n\n• two\n\nWords.\n\n• three\n\n• four', 2, '- one\n- two\n\nWords.\n\n- three\n- four'],
    [
      'heading-fake',
      '**What to bring**\n\nA drink.\n\n**When to come**\n\nAt nine.',
      2,
      '## What to bring\n\nA drink.\n\n## When to come\n\nAt nine.',
    ],
    ['heading-order', '#### Ages\n\nFive.\n\n##### Cost\n\nFree.', 2, '## Ages\n\nFive.\n\n### Cost\n\nFree.'],
  ])('%s: does each of them, and says how many', async (rule, body, count, text) => {
    expect(await all(body, rule)).toEqual({ count, text })
  })

  test('leaves what is a guess to be looked at by itself', async () => {
    const body = 'The paediatrican wrote to us.\n\nAsk the paediatrican.'
    expect(found(pageOf(body)).some(({ rule, fix }) => rule === 'spelling' && fix)).toBe(true)
    expect(await all(body, 'spelling')).toEqual({ count: 0, text: body })
  })

  test('leaves nothing that it can mend, and no other words changed, on pages made of what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(piecesOfPages, fc.constantFrom(...rules), async (body, { id }) => {
        const entry = pageOf(body)
        const { doc, count } = await fixAll(entry.doc, id, async now => found({ ...entry, doc: now }))
        const isLeft = (problem: Problem) => problem.rule === id && isOneOfMany(problem)
        expect(found({ ...entry, doc }).filter(isLeft)).toEqual([])
        if (count === 0) expect(doc).toBe(entry.doc)
        expect(parseBody(serialiseBody(normaliseDoc(doc))).doc).toEqual(normaliseDoc(doc))
      }),
      { seed: 20_261_122, numRuns: 40 },
    )
  })

  test('says what was done, in the words of its kind', () => {
    expect(fixedWords('date-ambiguous', 12)).toBe('12 dates rewritten')
    expect(fixedWords('date-ambiguous', 1)).toBe('1 date rewritten')
    expect(fixedWords('a-new-rule', 2)).toBe('2 problems mended')
  })
})
