import { describe, expect, test } from 'vitest'
import { mergeEntries } from '../../src/shared/merge/index.ts'

const page = (details: string, blocks: readonly string[]) =>
  `---\nid: 01J00000000000000000000001\n${details}---\n\n${blocks.join('\n\n')}\n`
const entry = (...blocks: string[]) => page('title: Moving\n', blocks)

function merge(before: string, mine: string, theirs: string) {
  const merged = mergeEntries(before, mine, theirs)
  if (merged === null) throw new Error('these are pages')
  return merged
}

const ordersOf = <T>(things: readonly T[]): T[][] =>
  things.length < 2
    ? [[...things]]
    : things.flatMap((thing, at) => ordersOf(things.toSpliced(at, 1)).map(rest => [thing, ...rest]))

/** What the team has once all have synced, for every order in which they may. Nobody may be asked. */
function inEveryOrder(before: string, laptops: readonly string[]): string[] {
  const texts = ordersOf(laptops).map(order =>
    order.reduce((shared, laptop) => {
      const { text, clashes } = merge(before, laptop, shared)
      expect(clashes).toEqual([])
      return text
    }, before),
  )
  return [...new Set(texts)]
}

const top = 'Ask the school for a place before the end of May.'
const bus = 'Many children travel by bus, and the council pays the rest of the cost.'
const form = 'There is a form for that at every school.'
const table = (...rows: string[]) => {
  const [head = '', ...others] = rows
  return [head, head.replaceAll(/[^|]+/g, ' - '), ...others].join('\n')
}

describe('what two people have, and the same once more', () => {
  const list = '- Red\n- Green'
  test.each([
    [
      'the short part of a divided paragraph, whose words the one above has, too, which the other changed',
      entry('Write to us by May and tell us why.', 'Less and later buses go from here each term.'),
      entry('Write to us by May and tell us why.', 'Less and', 'later buses go from here each term.'),
      entry('Write to us by June and tell us why.', 'Less and later buses go from here each term.'),
      entry('Write to us by June and tell us why.', 'Less and', 'later buses go from here each term.'),
    ],
    [
      'a new paragraph of which half of the words are in the one below it, which the other changed',
      entry('Write to us by May and tell us why.'),
      entry('Tell us by email or phone.', 'Write to us by May and tell us why.'),
      entry('Write to us by May and then tell us why.'),
      entry('Tell us by email or phone.', 'Write to us by May and then tell us why.'),
    ],
    [
      'a column that one removes from a table, where the other adds one: it has as many as before',
      entry(table('| Who | Where |', '| The bus team | At school |', '| The office | In town |')),
      entry(table('| Where |', '| At school |', '| In town |')),
      entry(
        table('| Who | Where | Cost |', '| The bus team | At school | Nothing |', '| The office | In town | A pound |'),
      ),
      entry(table('| Where | Cost |', '| At school | Nothing |', '| In town | A pound |')),
    ],
    [
      'the last column that one removes from a table, where the other adds one, which then has its place',
      entry(table('| Who | Where |', '| The bus team | At school |', '| The office | In town |')),
      entry(table('| Who |', '| The bus team |', '| The office |')),
      entry(
        table('| Who | Where | Cost |', '| The bus team | At school | Nothing |', '| The office | In town | A pound |'),
      ),
      entry(table('| Who | Cost |', '| The bus team | Nothing |', '| The office | A pound |')),
    ],
    [
      'a heading that one moved, with something under it, and the other wrote until half of its words are left',
      entry('## Places at school for everybody', bus),
      entry(bus, '## Places at school for everybody', list),
      entry('## Places at school for adults. Then ask us', bus),
      entry(bus, '## Places at school for adults. Then ask us', list),
    ],
    [
      'two paragraphs joined, of which the other removed the second, below a heading that both have',
      entry(top, '## Start of the school year', 'Bring a letter from your doctor.'),
      entry(top, '## Start of the year'),
      entry('## Start of the school year', `${top} Bring a letter from your doctor.`),
      entry('## Start of the year', `${top} Bring a letter from your doctor.`),
    ],
    [
      'two paragraphs joined, of which the other moved and changed the first and removed the second',
      entry(form, top, bus),
      entry(top.replace('the', 'our'), form),
      entry(form, `${top} ${bus}`),
      entry(`${top.replace('the', 'our')} ${bus}`, form),
    ],
  ])('%s', (_, before, mine, theirs, expected) => {
    const merged = { text: expected, clashes: [] }
    expect(merge(before, mine, theirs)).toEqual(merged)
    expect(merge(before, theirs, mine)).toEqual(merged)
    expect(merge(before, mine, expected)).toEqual(merged)
    expect(merge(before, theirs, expected)).toEqual(merged)
  })

  test('a short block that one moved and changed, and the other removed with all that it was moved past: they ask at once', () => {
    const [before, moved] = [entry(top, 'Tell us why.'), entry('Tell us why today.', top)]
    const { clashes } = merge(before, moved, entry(form))
    expect(clashes.map(({ mine, theirs }) => [mine.content.length, theirs.content.length])).toEqual([[1, 0]])
    // While there is something to tell that it stands elsewhere, it is new.
    expect(merge(before, moved, entry(top)).clashes).toEqual([])
  })
})

describe('what three people have, whoever came first', () => {
  test('a heading that one moved, another wrote anew by half, and under which a third put something', () => {
    const heading = '## Ask your school to help'
    const laptops = [entry(top, heading, '- Red\n- Green'), entry(top, '## Ask us to help'), entry(heading, top)]
    expect(inEveryOrder(entry(top, heading), laptops)).toEqual([entry('## Ask us to help', '- Red\n- Green', top)])
  })

  test('a list of which each took away some, until nothing is left', () => {
    const tagged = (...tags: string[]) =>
      page(`checklist:${tags.length > 0 ? tags.map(tag => `\n  - ${tag}`).join('') : ' []'}\n`, [top])
    expect(inEveryOrder(tagged('SE7-1', 'SE7-2'), [tagged('SE7-2'), tagged(), tagged('SE7-1')])).toEqual([tagged()])
  })
})
