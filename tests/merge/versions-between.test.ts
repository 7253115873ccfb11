import { describe, expect, test } from 'vitest'
import { mergeEntries } from '../../src/shared/merge/index.ts'

const entry = (...blocks: string[]) => `---\nid: 01J00000000000000000000001\n---\n\n${blocks.join('\n\n')}\n`

interface Synced {
  /** What was shared after each of them. */
  versions: string[]
  asked: number
}

/** Each in turn, with what the versions between say, as a laptop has them once it has heard of all that is shared. */
const synced = (before: string, laptops: readonly string[]) =>
  laptops.reduce((shared, laptop) => then(before, laptop, shared), { versions: [], asked: 0 } as Synced)

function then(before: string, laptop: string, { versions, asked }: Synced): Synced {
  const between = { mine: [], theirs: versions.slice(0, -1) }
  const merged = mergeEntries(before, laptop, versions.at(-1) ?? before, between)
  if (merged === null) throw new Error('these are pages')
  return { versions: [...versions, merged.text], asked: asked + merged.clashes.length }
}

const ordersOf = <T>(things: readonly T[]): T[][] =>
  things.length < 2
    ? [[...things]]
    : things.flatMap((thing, at) => ordersOf(things.toSpliced(at, 1)).map(rest => [thing, ...rest]))

const unique = <T>(all: readonly T[]) => [...new Set(all)]

const bus = 'Many children travel by bus, and the council pays the rest of the cost.'
const form = 'There is a form for that at every school.'
const short = 'Tell us why.'
const nearly = 'Tell us why today.'
const list = '- Red\n- Green'

describe('in whichever order three people sync, where the versions between are known', () => {
  test.each([
    [
      'a short block, removed by one, that is nearly what another put below, where a third puts something, too',
      entry(short, bus),
      [entry(short, bus, nearly), entry(bus), entry(short, bus, form)],
      entry(bus, nearly, form),
    ],
    [
      'the same, where nothing else is on the page',
      entry(short),
      [entry(short, nearly), entry(), entry(bus, short)],
      entry(bus, nearly),
    ],
    [
      'the same, below a heading past which a third moves it',
      entry('## Places', short),
      [entry('## Places', nearly, short), entry('## Places'), entry(short, '## Places')],
      entry('## Places', nearly),
    ],
    [
      'a heading that one writes anew by more than half, and another moves and puts a level down',
      entry(bus, '## Help for carers of adults'),
      [
        entry(bus, '## Carers of adults: money. Then ask about breaks'),
        entry('## Help for carers of adults', bus),
        entry('### Help for carers of adults', bus),
      ],
      entry('### Carers of adults: money. Then ask about breaks', bus),
    ],
    [
      'a paragraph that one writes anew by half, and another once more by half, with a list below it that a third moves away',
      entry('Ask the school for a place in May.', list, form),
      [
        entry('Ask your school for a place in June.', list, form),
        entry('Ask the school for a place in May.', form, list),
        entry('Ask the school for a place in May.', bus, list, form),
      ],
      entry('Ask your school for a place in June.', bus, form, list),
    ],
  ])('%s', (_, before, laptops, expected) => {
    const all = ordersOf(laptops).map(order => synced(before, order))
    expect(all.map(({ asked }) => asked)).toEqual(all.map(() => 0))
    expect(unique(all.map(({ versions }) => versions.at(-1)))).toEqual([expected])
    // The same once more, after all the others.
    for (const shared of all) {
      for (const laptop of laptops) expect(then(before, laptop, shared).versions.at(-1)).toBe(expected)
    }
  })
})

describe('a paragraph that one divides is known by the versions between, so that the same once more asks nothing', () => {
  const first = 'Tell the school which bus your child takes'
  const long = 'Many families ask first, in the spring. The council answers within a month, and sends a pass by post.'
  const end = 'Then write to the council about the cost of each term. Ask us for help with the form.'

  test.each([
    [
      'by its last word, which also stands in what another put before it',
      [entry(`${first} first.`), entry(first, 'first.'), entry(`${long} ${first} first.`)],
      entry(`${long} ${first}`, 'first.'),
    ],
    [
      'of which another took away the first half',
      [
        entry(`${long} ${first} first. ${end}`),
        entry(`${long} ${first}`, `first. ${end}`),
        entry(`${first} first. ${end}`),
      ],
      entry(first, `first. ${end}`),
    ],
    [
      'and what another put below one that was only cut is no part of it, though it begins with the word that was cut',
      [entry(`${long} ${first} on.`), entry(`${long} ${first}`), entry(`${long} ${first} on.`, `On foot. ${end}`)],
      entry(`${long} ${first}`, `On foot. ${end}`),
    ],
  ])('%s', (_, [before = '', one = '', other = ''], both) => {
    const merged = synced(before, [other, one])
    expect([merged.versions.at(-1), merged.asked]).toEqual([both, 0])
    expect(then(before, one, merged)).toMatchObject({ versions: [other, both, both], asked: 0 })
  })
})
