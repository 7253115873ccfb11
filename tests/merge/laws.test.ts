import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Block,
  type Doc,
  normaliseDoc,
  parseBody,
  serialiseBody,
  splitText,
  wordsIn,
} from '../../src/shared/content/index.ts'
import { mergeBlocks } from '../../src/shared/merge/blocks.ts'
import { mergeEntries } from '../../src/shared/merge/index.ts'
import type { SequenceRules } from '../../src/shared/merge/item.ts'
import { flatten, hasClash } from '../../src/shared/merge/piece.ts'
import { mergeSequences } from '../../src/shared/merge/sequence.ts'
import { arbitraryBlock, arbitraryDoc } from '../content/arbitrary-doc.ts'

/** `LAW_RUNS=100` holds the laws against a hundred times as many documents. */
const times = Number(process.env.LAW_RUNS ?? 1)
const runs = { numRuns: 100 * times }
/** Random documents of every block are slow to make and to read. */
const fewer = { numRuns: 50 * times }

const entry = (blocks: readonly Block[]) => {
  const doc: Doc = { type: 'doc', content: [...blocks] }
  return `---\nid: 01J00000000000000000000001\n---\n\n${serialiseBody(doc)}`
}

function merge(before: string, mine: string, theirs: string) {
  const merged = mergeEntries(before, mine, theirs)
  if (merged === null) throw new Error('documents are always pages')
  return merged
}

/** One thing that somebody does to one block. */
type Deed = { kind: 'edit'; word: string } | { kind: 'remove' } | { kind: 'add'; block: Block } | { kind: 'none' }

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function perform(blocks: readonly Block[], deeds: readonly Deed[]): Block[] {
  return blocks.flatMap((block, index) => {
    const deed = deeds[index] ?? { kind: 'none' }
    if (deed.kind === 'remove') return []
    if (deed.kind === 'add') return [block, deed.block]
    return [deed.kind === 'edit' ? edited(block, deed.word) : block]
  })
}

/** The block with one word more, somewhere in it. */
function edited(block: Block, word: string): Block {
  const { content } = normaliseDoc({ type: 'doc', content: [block] })
  const text = JSON.stringify(content[0] ?? block)
  const found = text.replace(/"text":"(\p{L}*)/u, (_, first: string) => `"text":"${first} ${word}`)
  const changed: Block = JSON.parse(found)
  return found === text ? paragraph(word) : changed
}

/** A page of paragraphs that have no word in common. */
const pageOf = (length: number) =>
  Array.from({ length }, (_, n) => paragraph(`Alpha${n} beta${n} gamma${n} delta${n}. Second${n} sentence${n}.`))

const deed = (who: string): fc.Arbitrary<Deed> =>
  fc.oneof(
    fc.constantFrom(`${who}1`, `${who}2`).map((word): Deed => ({ kind: 'edit', word })),
    fc.constant<Deed>({ kind: 'remove' }),
    fc
      .constantFrom(`${who} new one.`, `${who} new two.`)
      .map((text): Deed => ({ kind: 'add', block: paragraph(text) })),
  )

describe('edits in different blocks', () => {
  const base = pageOf(8)
  /** For each block: whose it is, and what is done to it. */
  const plan = fc.array(fc.tuple(fc.constantFrom('mine', 'theirs', 'nobody'), deed('mine'), deed('theirs')), {
    minLength: base.length,
    maxLength: base.length,
  })

  test('never ask, and are all there, whoever comes first', () => {
    fc.assert(
      fc.property(plan, rows => {
        const none: Deed = { kind: 'none' }
        const mineDeeds = rows.map(([who, deed]) => (who === 'mine' ? deed : none))
        const theirDeeds = rows.map(([who, , deed]) => (who === 'theirs' ? deed : none))
        const [mine, theirs] = [entry(perform(base, mineDeeds)), entry(perform(base, theirDeeds))]
        const together = rows.map(([who, a, b]) => (who === 'mine' ? a : who === 'theirs' ? b : none))
        const merged = merge(entry(base), mine, theirs)
        expect(merged.clashes).toEqual([])
        expect(merged.text).toBe(entry(perform(base, together)))
        expect(merge(entry(base), theirs, mine)).toEqual(merged)
      }),
      runs,
    )
  })
})

describe('edits in any blocks of a page', () => {
  const base = pageOf(6)
  const deeds = (who: string) =>
    fc.array(fc.oneof(deed(who), fc.constant<Deed>({ kind: 'none' })), { maxLength: base.length })

  test('the same changes once more change nothing and ask nothing', () => {
    fc.assert(
      fc.property(deeds('mine'), deeds('theirs'), (a, b) => {
        const [before, mine, theirs] = [entry(base), entry(perform(base, a)), entry(perform(base, b))]
        const { text, clashes } = merge(before, mine, theirs)
        fc.pre(clashes.length === 0)
        expect(merge(before, mine, text)).toEqual({ text, clashes: [] })
        expect(merge(before, text, theirs)).toEqual({ text, clashes: [] })
      }),
      runs,
    )
  })
})

describe('whatever two people do to whatever page', { timeout: 120_000 * times }, () => {
  const deeds = (who: string) =>
    fc.array(
      fc.oneof(
        fc.constant<Deed>({ kind: 'none' }),
        fc.constant<Deed>({ kind: 'edit', word: `${who}word` }),
        fc.constant<Deed>({ kind: 'remove' }),
        arbitraryBlock.map((block): Deed => ({ kind: 'add', block })),
      ),
      { maxLength: 8 },
    )
  const story = fc.tuple(arbitraryDoc, deeds('mine'), deeds('theirs')).map(([doc, a, b]) => {
    const blocks = normaliseDoc(doc).content
    return { before: entry(blocks), mine: entry(perform(blocks, a)), theirs: entry(perform(blocks, b)) }
  })
  const wordsOf = (text: string) => new Set(wordsIn(text))

  test('every word that anybody wrote is in the page or in a question', () => {
    fc.assert(
      fc.property(story, ({ before, mine, theirs }) => {
        const { text, clashes } = merge(before, mine, theirs)
        const questions = clashes.map(({ mine, theirs }) => serialiseBody(mine) + serialiseBody(theirs)).join('\n')
        const there = wordsOf(`${text}\n${questions}`)
        const known = wordsOf(before)
        for (const side of [mine, theirs]) {
          expect([...wordsOf(side)].filter(word => !known.has(word) && !there.has(word))).toEqual([])
        }
      }),
      fewer,
    )
  })

  test('the page is one that can be read and written again, byte for byte', () => {
    fc.assert(
      fc.property(story, ({ before, mine, theirs }) => {
        const { body } = splitText(merge(before, mine, theirs).text)
        expect(`\n${serialiseBody(parseBody(body).doc)}`.trimEnd()).toBe(body.trimEnd())
      }),
      fewer,
    )
  })

  test('the page is read and written part by part, and is as if it were read and written whole', () => {
    const whole = (text: string) =>
      parseBody(splitText(text).body).doc.content.filter(block => block.type !== 'paragraph' || block.content)
    fc.assert(
      fc.property(story, ({ before, mine, theirs }) => {
        const merged = flatten(mergeBlocks(whole(before), whole(mine), whole(theirs)), 'theirs')
        const text = serialiseBody({ type: 'doc', content: merged })
        expect(splitText(merge(before, mine, theirs).text).body.trimEnd()).toBe(`\n${text}`.trimEnd())
      }),
      fewer,
    )
  })

  test('who comes first changes nothing but whose words stand until somebody chooses', () => {
    fc.assert(
      fc.property(story, ({ before, mine, theirs }) => {
        const [one, other] = [merge(before, mine, theirs), merge(before, theirs, mine)]
        expect(other.clashes.length).toBe(one.clashes.length)
        if (one.clashes.length === 0) expect(other.text).toBe(one.text)
        for (const [index, clash] of one.clashes.entries()) {
          expect(other.clashes[index]).toMatchObject({ mine: clash.theirs, theirs: clash.mine, before: clash.before })
        }
      }),
      fewer,
    )
  })
})

describe('every small change', () => {
  const rules: SequenceRules<string> = {
    key: item => item,
    alike: () => 0,
    weight: () => 1,
    rank: item => (item.endsWith('b') ? 1 : 0),
    isHeading: item => item.endsWith('b'),
    bothAdded: 'keep',
    mergeOne: (before, mine, theirs) => ({ kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }),
  }
  /** Each item kept, removed, or followed by something new. */
  const versions = (base: readonly string[], fresh: string) =>
    base.reduce<string[][]>(
      (all, item) => all.flatMap(before => [[...before, item], before, [...before, item, `${fresh}${item}`]]),
      [[]],
    )

  test('of two people: once more changes nothing, and gives the same whoever comes first', () => {
    const base = ['a', 'b', 'c']
    for (const mine of versions(base, 'm')) {
      for (const theirs of versions(base, 't')) {
        const pieces = mergeSequences(base, mine, theirs, rules)
        const merged = flatten(pieces, 'theirs')
        if (hasClash(pieces)) continue
        for (const again of [mine, theirs].map(side => mergeSequences(base, side, merged, rules))) {
          expect([hasClash(again), flatten(again, 'mine')]).toEqual([false, merged])
        }
        expect(flatten(mergeSequences(base, theirs, mine, rules), 'theirs')).toEqual(merged)
      }
    }
  })

  test('of four people: the same in every order', () => {
    const base = ['a', 'b', 'c']
    const one = (fresh: string) => fc.constantFrom(...versions(base, fresh))
    fc.assert(
      fc.property(one('m'), one('n'), one('a'), one('z'), (...people) => {
        const orders = [
          [0, 1, 2, 3],
          [3, 2, 1, 0],
          [2, 0, 3, 1],
          [1, 3, 0, 2],
        ]
        const results = orders.map(order => {
          let shared = { merged: base, asked: false }
          for (const who of order) {
            const pieces = mergeSequences(base, people[who] ?? base, shared.merged, rules)
            shared = { merged: flatten(pieces, 'theirs'), asked: shared.asked || hasClash(pieces) }
          }
          return shared
        })
        fc.pre(!results.some(({ asked }) => asked))
        for (const { merged } of results) expect(merged).toEqual(results[0]?.merged)
      }),
      { numRuns: 300 },
    )
  })
})
