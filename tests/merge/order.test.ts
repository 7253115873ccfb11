import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SequenceRules } from '../../src/shared/merge/item.ts'
import { flatten } from '../../src/shared/merge/piece.ts'
import { mergeSequences } from '../../src/shared/merge/sequence.ts'
import { isTangled } from './tangled.ts'

/** A page as letters, each a block; a capital letter is a heading. What is of the alphabet's end is new. */
const rules: SequenceRules<string> = {
  key: letter => letter,
  alike: null,
  weight: letter => 1 + (letter.charCodeAt(0) % 7),
  rank: letter => (letter < 'a' ? 2 : 0),
  isHeading: letter => letter < 'a',
  bothAdded: 'keep',
  mergeOne: (before, mine, theirs) => ({ kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }),
}

const merge = (base: string, mine: string, theirs: string) =>
  flatten(mergeSequences([...base], [...mine], [...theirs], rules), 'theirs').join('')

const inOrder = (base: string, ...texts: string[]) => texts.reduce((shared, text) => merge(base, text, shared), base)

/** All orders of the letters. */
const ordersOf = (letters: string): string[] =>
  letters.length < 2
    ? [letters]
    : [...letters].flatMap((letter, at) =>
        ordersOf(letters.slice(0, at) + letters.slice(at + 1)).map(rest => letter + rest),
      )

describe('what two people moved', () => {
  test.each([
    ['different blocks to different places', 'abcd', 'bcda', 'dabc', 'dbca'],
    ['the same block down, one of them farther', 'abcd', 'bacd', 'bcda', 'bcda'],
    ['the same block up, one of them farther', 'abcd', 'abdc', 'dabc', 'dabc'],
    ['the same block, one up and one down: it is where it was moved down to', 'abcde', 'cabde', 'abdec', 'abdec'],
    ['a section, and a block within it', 'AbcDef', 'DefAbc', 'AcbDef', 'DefAcb'],
    ['a section, and a heading of it written anew', 'AbCd', 'CdAb', 'AbXd', 'XdAb'],
    ['a section, and a new block under its heading', 'AbCd', 'CdAb', 'AxbCd', 'CdAxb'],
    ['a section, and a new block at its end', 'AbCd', 'CdAb', 'AbxCd', 'CdAbx'],
    ['a section, and a new section before the next one', 'AbCd', 'CdAb', 'AbXyCd', 'XyCdAb'],
    ['a block past one that the other removed', 'abc', 'bac', 'ac', 'ac'],
  ])('%s', (_, base, mine, theirs, expected) => {
    expect([merge(base, mine, theirs), merge(base, theirs, mine)]).toEqual([expected, expected])
  })

  test('changes nothing once more, whatever they moved', () => {
    for (const mine of ordersOf('abcd')) {
      for (const theirs of ordersOf('abcd')) {
        const merged = merge('abcd', mine, theirs)
        expect(merge('abcd', theirs, mine)).toBe(merged)
        expect([merge('abcd', mine, merged), merge('abcd', theirs, merged)]).toEqual([merged, merged])
      }
    }
  })

  test('is there once, when a block that it was moved past is written anew', () => {
    const [mine, theirs] = ['abx', 'bcda'] as const
    const merged = merge('abcd', mine, theirs)
    expect(merged).toBe('bxa')
    expect([merge('abcd', mine, merged), merge('abcd', theirs, merged)]).toEqual([merged, merged])
  })
})

/** What somebody does to a page of some letters. */
const textOf = (base: string, fresh: string) =>
  fc
    .array(fc.tuple(fc.constantFrom('move', 'remove', 'add', 'head'), fc.nat(base.length - 1), fc.nat(base.length)), {
      maxLength: 3,
    })
    .map(deeds =>
      deeds.reduce((text, [kind, which, to]) => {
        const put = (letter: string, rest: string) => rest.slice(0, to) + letter + rest.slice(to)
        const letter = base[which] ?? ''
        if (kind === 'add') return put(fresh, text.replace(fresh, ''))
        if (kind === 'head') return put(fresh.toUpperCase(), text.replace(fresh.toUpperCase(), ''))
        const rest = text.replace(letter, '')
        return kind === 'remove' || rest === text ? rest : put(letter, rest)
      }, base),
    )
const bases = fc.constantFrom('abcd', 'aBcDe', 'abCd', 'ABcd')
const people = (...fresh: string[]) =>
  bases.chain(base => fc.tuple(fc.constant(base), ...fresh.map(letter => textOf(base, letter))))

const toldBy = (base: string) => (text: string) =>
  [...text].map(letter =>
    base.includes(letter) ? base.indexOf(letter) : letter < 'a' ? ('heading' as const) : ('new' as const),
  )

describe('moves, removals and new blocks', () => {
  test('of two people: the same whoever comes first, and the same once more', () => {
    fc.assert(
      fc.property(people('x', 'y'), ([base, mine = '', theirs = '']) => {
        const merged = merge(base, mine, theirs)
        expect(merge(base, theirs, mine)).toBe(merged)
        expect([merge(base, mine, merged), merge(base, theirs, merged)]).toEqual([merged, merged])
        expect(new Set(merged).size).toBe(merged.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('of three and four people: the same in every order, but where their page is tangled', () => {
    fc.assert(
      fc.property(fc.oneof(people('x', 'y', 'z'), people('w', 'x', 'y', 'z')), ([base, ...texts]) => {
        fc.pre(!isTangled(texts.map(toldBy(base))))
        const orders = ordersOf('0123'.slice(0, texts.length)).map(order =>
          [...order].map(who => texts[Number(who)] ?? ''),
        )
        expect([...new Set(orders.map(order => inOrder(base, ...order)))]).toHaveLength(1)
      }),
      { numRuns: 1000 },
    )
  })

  test('of three people are tangled where one removed what another wrote beside, or two moved the same apart', () => {
    expect(isTangled(['bac', 'axbc', 'abcy'].map(toldBy('abc')))).toBe(false)
    expect(isTangled(['bac', 'axbc', 'abc'].map(toldBy('abc')))).toBe(false)
    expect(isTangled(['bac', 'axbc', 'bc'].map(toldBy('abc')))).toBe(true)
    expect(isTangled(['bac', 'axbc', 'ab'].map(toldBy('abc')))).toBe(false)
    expect(isTangled(['bac', 'acb', 'ac'].map(toldBy('abc')))).toBe(true)
  })
})

describe('where no rule can hold the law', () => {
  test('one swaps two blocks, one puts something between, and one removes either', () => {
    // Without the move, the new block stays where it was written, whichever of its neighbours is gone.
    const [withoutA, withoutB] = [merge('ab', 'axb', 'b'), merge('ab', 'axb', 'a')]
    expect([withoutA, withoutB]).toEqual(['xb', 'ax'])
    // After a removal, nothing is left of the move.
    expect([merge('ab', 'ba', 'b'), merge('ab', 'ba', 'a')]).toEqual(['b', 'a'])
    // So the swapped blocks with the new one would have to be one of these, from which either can then be taken.
    const swapped = ordersOf('abx').filter(text => text.indexOf('b') < text.indexOf('a'))
    expect(swapped).toHaveLength(3)
    const both = swapped.filter(text => text.replace('a', '') === withoutA && text.replace('b', '') === withoutB)
    expect(both).toEqual([])
  })
})
