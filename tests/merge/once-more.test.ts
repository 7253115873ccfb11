import { describe, expect, test } from 'vitest'
import { mergeEntries } from '../../src/shared/merge/index.ts'

const entry = (...blocks: string[]) =>
  `---\nid: 01J00000000000000000000001\ntitle: Moving\n---\n\n${blocks.join('\n\n')}\n`

function merge(before: string, mine: string, theirs: string) {
  const merged = mergeEntries(before, mine, theirs)
  if (merged === null) throw new Error('these are pages')
  return merged
}

const top = 'Ask the school for a place before the end of May.'
const short = 'Tell us why.'
const nearly = 'Tell us why today.'
const bus =
  'Many children travel by bus. Their parents pay for it once each term, and the council pays the rest of the cost.'
const colours = 'Red green blue white yellow pink brown gold'
const winds = 'North south east west up down left right there.'
const form = 'There is a form for that at every school.'

describe('the same changes once more change nothing and ask nothing', () => {
  test.each([
    [
      'what one moved past a block that the other wrote anew',
      entry(top, bus, short, form),
      entry(top, short, form, bus),
      entry(top, bus, short, 'Write or call.'),
      entry(top, short, 'Write or call.', bus),
    ],
    [
      'what one moved past several blocks, of which the other wrote one anew',
      entry(top, bus, short, form, nearly),
      entry(top, short, form, nearly, bus),
      entry(top, bus, short, 'Write or call.', nearly),
      entry(top, short, 'Write or call.', nearly, bus),
    ],
    [
      'two blocks joined that have as many words each, below one that the other wrote anew',
      entry(top, 'Red green blue.', 'North south east.'),
      entry('- Write or call', 'Red green blue.', 'North south east.'),
      entry(top, 'Red green blue. North south east.'),
      entry('- Write or call', 'Red green blue. North south east.'),
    ],
    [
      'two blocks joined, which are above a heading here and below it there',
      entry('Red green blue.', '## Colours', 'North south east.'),
      entry('## Colours', 'North south east.', 'Red green blue.'),
      entry('Red green blue. North south east.', '## Colours'),
      entry('## Colours', 'Red green blue. North south east.'),
    ],
    [
      'two blocks joined, of which the other cut the first until less of it is left than of the second',
      entry(top, `${colours} black grey.`, winds, form),
      entry(top, `${colours} black grey. ${winds}`, form),
      entry(top, `${colours}.`, winds, form),
      entry(top, `${colours}. ${winds}`, form),
    ],
    [
      'a new heading that is nearly the one below it, to which the other puts some words',
      entry(top, '## Places at school in May'),
      entry(top, '## Places at home in June', '## Places at school in May'),
      entry(top, '## Places at school in May. Then ask about a bus'),
      entry(top, '## Places at home in June', '## Places at school in May. Then ask about a bus'),
    ],
    [
      'a list of which each removed what the other kept',
      entry(top, '- Red\n  - Dark red\n- Green'),
      entry(top, '- Red\n  - Dark red'),
      entry(top, '- Green'),
      entry(top),
    ],
    [
      'a list in a list of which one removed an item, and the other all of it',
      entry(top, '- Red\n  - Dark red\n  - Light red\n- Green'),
      entry(top, '- Red\n  - Dark red\n- Green'),
      entry(top, '- Green'),
      entry(top, '- Green'),
    ],
    [
      'a short new block that is nearly one that the other removed elsewhere',
      entry(top, bus, short),
      entry(nearly, top, bus, short),
      entry(top, bus),
      entry(nearly, top, bus),
    ],
  ])('%s', (_, before, mine, theirs, expected) => {
    const merged = { text: expected, clashes: [] }
    expect(merge(before, mine, theirs)).toEqual(merged)
    expect(merge(before, theirs, mine)).toEqual(merged)
    expect(merge(before, mine, expected)).toEqual(merged)
    expect(merge(before, theirs, expected)).toEqual(merged)
  })

  test('but nobody can tell a copy beside a block that is then removed from an edit of it, which is asked about', () => {
    const [before, copied, removed] = [entry(top, short, bus), entry(top, nearly, short, bus), entry(top, bus)]
    const { text, clashes } = merge(before, copied, removed)
    expect(clashes).toEqual([])
    // To the letter what somebody has who edited the block: and who edits what another removed is asked.
    expect(text).toBe(entry(top, nearly, bus))
    expect(merge(before, removed, text).clashes).toHaveLength(1)
    expect(merge(before, copied, text)).toEqual({ text, clashes: [] })
  })
})

describe('where somebody doubled a block', () => {
  test('two stories end in the same three texts, so that the same once more can be as it was in one of them only', () => {
    const before = entry(top, short)
    // One put an edited copy above the block, and the other removed the block.
    const copied = entry(top, nearly, short)
    const left = merge(before, copied, entry(top))
    // One edited the block, and the other put a copy of it below.
    const changed = entry(top, nearly)
    const doubled = merge(before, changed, entry(top, short, short))
    expect([left.text, doubled.text]).toEqual([changed, copied])
    // So the first once more and the second once more are this one merge. What was removed stays so.
    expect(merge(before, copied, changed)).toEqual({ text: left.text, clashes: [] })
    expect(merge(before, changed, copied)).toEqual({ text: left.text, clashes: [] })
  })
})

describe('a divided block', () => {
  test('moves as one, whichever half has more of its words', () => {
    const [first, second] = ['Many children travel by bus.', 'Their parents pay for it once each term, and so do we.']
    const moved = entry(top, form, `${first} ${second}`)
    for (const halves of [
      [first, second],
      [`${first} Their parents pay for it once`, 'each term, and so do we.'],
    ]) {
      const { text, clashes } = merge(entry(`${first} ${second}`, top, form), entry(...halves, top, form), moved)
      expect(clashes).toEqual([])
      expect(text).toBe(entry(top, form, ...halves))
    }
  })
})

describe('a block that two divide at different places', () => {
  const [school, bus, year] = [
    'Ask the school for a place before the end of May.',
    'Many children travel by bus.',
    'Their parents pay for it once each term.',
  ]
  const before = entry(`${school} ${bus} ${year}`, form)

  test.each([
    ['between its sentences', entry(school, `${bus} ${year}`, form), entry(`${school} ${bus}`, year, form)],
    [
      'one between two sentences and the other within a third',
      entry(school, `${bus} ${year}`, form),
      entry(`${school} ${bus} Their parents pay`, 'for it once each term.', form),
    ],
    [
      'and one puts a sentence to the first part',
      entry(`${school} Write to us.`, `${bus} ${year}`, form),
      entry(`${school} ${bus}`, year, form),
    ],
  ])('%s, is divided at both, has every word once, and stays so when the same comes once more', (_, mine, theirs) => {
    const { text, clashes } = merge(before, mine, theirs)
    expect(clashes).toEqual([])
    expect(merge(before, theirs, mine).text).toBe(text)
    const parts = (page: string) => page.split('\n\n').slice(1, -1)
    expect(parts(text)).toHaveLength(3)
    expect(parts(text).join(' ')).toBe(parts(mine).join(' '))
    expect(merge(before, mine, text)).toEqual({ text, clashes: [] })
    expect(merge(before, theirs, text)).toEqual({ text, clashes: [] })
  })

  test('within one sentence, is asked about with both ways of dividing it', () => {
    const [mine, theirs] = [
      entry(`${school} ${bus} Their`, 'parents pay for it once each term.', form),
      entry(`${school} ${bus} Their parents pay`, 'for it once each term.', form),
    ]
    const { clashes } = merge(before, mine, theirs)
    expect(clashes.map(clash => [clash.mine.content.length, clash.theirs.content.length])).toEqual([[2, 2]])
  })

  test('and of which one wrote some words in bold, keeps them bold', () => {
    const bold = (text: string) => text.replace('by bus', '**by bus**')
    const [mine, theirs] = [entry(school, bold(`${bus} ${year}`), form), entry(`${school} ${bus}`, year, form)]
    expect(merge(before, mine, theirs).text).toBe(entry(school, bold(bus), year, form))
  })
})

describe('a block that one alone divides', () => {
  const [school, year] = [
    'Ask the school for a place before the end of May.',
    'Their parents pay for it once each term.',
  ]
  const before = entry(`${school} ${year}`, form)
  const divided = entry(school, year, form)

  test('stays together, above what another puts below it, whoever came first and whoever divides it elsewhere', () => {
    const list = '- By bus\n- By taxi'
    const below = entry(`${school} ${year}`, list, form)
    const elsewhere = entry('Ask the school', `for a place before the end of May. ${year}`, form)
    const laptops = [divided, below, elsewhere]
    const all = entry('Ask the school', 'for a place before the end of May.', year, list, form)
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    for (const order of orders) {
      const shared = order.reduce((text, who) => {
        const { text: next, clashes } = merge(before, laptops[who] ?? before, text)
        expect(clashes).toEqual([])
        return next
      }, before)
      expect(shared).toBe(all)
    }
    const both = merge(before, divided, below).text
    expect(both).toBe(entry(school, year, list, form))
    expect(merge(before, divided, both)).toEqual({ text: both, clashes: [] })
    expect(merge(before, below, both)).toEqual({ text: both, clashes: [] })
  })

  test('takes what another changed in its second part, and asks nobody', () => {
    const changed = entry(`${school} ${year.replace('each term', 'a year')}`, form)
    const both = entry(school, year.replace('each term', 'a year'), form)
    expect(merge(before, divided, changed)).toEqual({ text: both, clashes: [] })
    expect(merge(before, changed, divided)).toEqual({ text: both, clashes: [] })
  })

  test('at its last words, to which another puts a sentence, is known again when the same comes once more', () => {
    const cut = entry(`${school} Their parents pay for it once each`, 'term.', form)
    const longer = entry(`${school} ${year} Write to your council first.`, form)
    const { text, clashes } = merge(before, cut, longer)
    expect([text, clashes]).toEqual([
      entry(`${school} Their parents pay for it once each`, 'term. Write to your council first.', form),
      [],
    ])
    expect(merge(before, cut, text)).toEqual({ text, clashes: [] })
    expect(merge(before, longer, text)).toEqual({ text, clashes: [] })
  })
})

describe('a column that one adds to a table', () => {
  const table = (...rows: string[][]) => {
    const [head = [], ...others] = rows.map(row => `| ${row.join(' | ')} |`)
    return [head, `|${' - |'.repeat(rows[0]?.length ?? 0)}`, ...others].join('\n')
  }
  const [head, monday, friday] = [
    ['Who', 'When'],
    ['The bus team', 'On Monday'],
    ['The school', 'On Friday'],
  ]
  const before = entry(top, table(head, monday, friday))
  const cost = [
    [...head, 'Cost'],
    [...monday, 'Nothing'],
    [...friday, 'Two pounds'],
  ]
  const column = entry(top, table(...cost))
  const [bus = [], school = []] = cost.slice(1)

  test.each([
    ['adds a row', [head, monday, friday, ['The council', 'Never']], [...cost, ['The council', 'Never', '']]],
    ['moves a row', [head, friday, monday], [cost[0] ?? [], school, bus]],
  ])('is there once when the same comes once more, though another %s', (_, theirs, both) => {
    const other = entry(top, table(...theirs))
    const merged = { text: entry(top, table(...both)).replaceAll(' |  |', ' | |'), clashes: [] }
    expect(merge(before, column, other)).toEqual(merged)
    expect(merge(before, other, column)).toEqual(merged)
    expect(merge(before, column, merged.text)).toEqual(merged)
    expect(merge(before, other, merged.text)).toEqual(merged)
  })

  test('and of which each removes the other’s is gone with the table, and the same once more asks nothing', () => {
    const [one, other] = [table(['Who'], ['The bus team']), table(['When'], ['On Monday'])]
    const both = entry(top, form)
    const [mine, theirs] = [one, other].map(each => entry(top, each, form)) as [string, string]
    const whole = entry(top, table(head, monday), form)
    expect(merge(whole, mine, theirs)).toEqual({ text: both, clashes: [] })
    for (const side of [mine, theirs]) expect(merge(whole, side, both)).toEqual({ text: both, clashes: [] })
  })

  test('is another than one with the same heading and other words', () => {
    const dear = entry(top, table([...head, 'Cost'], [...monday, 'Nine pounds'], [...friday, 'Two pounds']))
    expect(merge(before, column, dear).text.match(/Cost/g)).toHaveLength(2)
  })
})

describe('a short block that became much longer', () => {
  const [brief, long] = ['Ask at school.', 'Ask at school. Then ask your council too.']

  test('is known again where somebody moved it, whoever came first', () => {
    const [before, moved, longer] = [entry(top, bus, brief), entry(brief, top, bus), entry(top, bus, long)]
    const { text } = merge(before, moved, longer)
    expect(text).toBe(entry(long, top, bus))
    // The text of both, and a third who moved something else.
    const other = entry(bus, top, brief)
    expect(merge(before, other, text)).toEqual({ text: entry(long, bus, top), clashes: [] })
    expect(merge(before, moved, merge(before, other, longer).text).text).toBe(entry(long, bus, top))
  })
})

describe('a block that one divided and the other wrote anew', () => {
  test('is asked about, with all of its parts: else one half of it would be gone without a word', () => {
    const [first, second] = ['Many children travel by bus.', 'Their parents pay for it once each term, and so do we.']
    const [before, anew] = [entry(top, `${first} ${second}`), entry(top, 'Write or call your council today.')]
    const divided = entry(top, first, second)
    const [one, other] = [merge(before, anew, divided), merge(before, divided, anew)]
    expect([one.text, other.text]).toEqual([divided, anew])
    expect(one.clashes.map(({ mine, theirs }) => [mine.content.length, theirs.content.length])).toEqual([[1, 2]])
    expect(other.clashes.map(({ mine, theirs }) => [mine.content.length, theirs.content.length])).toEqual([[2, 1]])
    // Nor is a list that one divided and the other wrote anew known by its first half alone.
    const list = (...items: string[]) => items.map(item => `- ${item}`).join('\n')
    const whole = entry(top, list('By bus', 'By taxi', 'On foot', 'By train'))
    const halves = entry(top, list('By bus', 'By taxi'), form, list('On foot', 'By train'))
    expect(merge(whole, halves, entry(top, list('Write or call', 'Nobody knows'))).clashes).toHaveLength(1)
    // Who only shortened it is not asked: nothing new is in that.
    expect(merge(before, anew, entry(top, second)).clashes).toEqual([])
  })
})
