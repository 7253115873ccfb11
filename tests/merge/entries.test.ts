import { describe, expect, test } from 'vitest'
import { instantSchema, pageIdSchema, parseBody, workspacePathSchema } from '../../src/shared/content/index.ts'
import { type Answer, answerChoice, type Choice, type Clash, mergeEntries } from '../../src/shared/merge/index.ts'

const front = 'id: 01J00000000000000000000001\ntitle: Moving\n'
const entry = (body: string, yaml = front) => `---\n${yaml}---\n\n${body.trim()}\n`

function merge(before: string, mine: string, theirs: string) {
  const merged = mergeEntries(before, mine, theirs)
  if (merged === null) throw new Error('these are pages')
  return merged
}
const bodies = (before: string, mine: string, theirs: string) => merge(entry(before), entry(mine), entry(theirs))
const words = (doc: Clash['mine']) => JSON.stringify(doc.content.map(block => block))

describe('without asking', () => {
  test.each([
    [
      'different paragraphs',
      'One.\n\nTwo.',
      'One, mine.\n\nTwo.',
      'One.\n\nTwo, theirs.',
      'One, mine.\n\nTwo, theirs.',
    ],
    [
      'neighbouring paragraphs, one new',
      'A.\n\nB.',
      'A, mine.\n\nNew.\n\nB.',
      'A.\n\nB, theirs.',
      'A, mine.\n\nNew.\n\nB, theirs.',
    ],
    ['an edit beside a removal', 'A.\n\nB.\n\nC.', 'A.\n\nC.', 'A.\n\nB.\n\nC, theirs.', 'A.\n\nC, theirs.'],
    [
      'different sentences',
      'One is here. Two is there. Three.',
      'One was here. Two is there. Three.',
      'One is here. Two is there. Three, too.',
      'One was here. Two is there. Three, too.',
    ],
    ['a new last sentence', 'One is here.', 'One was here.', 'One is here. Two.', 'One was here. Two.'],
    ['the same change', 'One is here.', 'One was here.', 'One was here.', 'One was here.'],
    [
      'one contains the other',
      'Call us on Monday now.',
      'Call us on Tuesday now.',
      'Ring us on Tuesday now.',
      'Ring us on Tuesday now.',
    ],
    [
      'bold here, words there',
      'One is here. Two is there.',
      '**One** is here. Two is there.',
      'One is here. Two was there.',
      '**One** is here. Two was there.',
    ],
    ['list items', '- a\n- b\n- c', '- a\n- b, mine\n- c', '- a\n- b\n- c\n- d', '- a\n- b, mine\n- c\n- d'],
    [
      'table rows and cells',
      '| H | I |\n| - | - |\n| a | b |\n| c | d |',
      '| H | I |\n| - | - |\n| a | mine |\n| c | d |',
      '| H | I |\n| - | - |\n| theirs | b |\n| c | d |\n| e | f |',
      '| H      | I    |\n| ------ | ---- |\n| theirs | mine |\n| c      | d    |\n| e      | f    |',
    ],
    [
      'a column here, and a row and a cell there',
      '| H | I |\n| - | - |\n| a | b |',
      '| H | J | I |\n| - | - | - |\n| a | c | b |',
      '| H | I |\n| - | - |\n| a | b theirs |\n| d | e |',
      '| H | J | I |\n| - | - | - |\n| a | c | b theirs |\n| d | | e |',
    ],
    [
      'a column of each at one place',
      '| H |\n| - |\n| a |',
      '| H | I |\n| - | - |\n| a | b |',
      '| H | J |\n| - | - |\n| a | c |',
      '| H | I | J |\n| - | - | - |\n| a | b | c |',
    ],
    [
      'a column removed here, a row there',
      '| H | I |\n| - | - |\n| a | b |',
      '| I |\n| - |\n| b |',
      '| H | I |\n| - | - |\n| a | b |\n| | d |',
      '| I |\n| - |\n| b |\n| d |',
    ],
    [
      'columns that changed places here, a cell there',
      '| H | I |\n| - | - |\n| a | b |',
      '| I | H |\n| - | - |\n| b | a |',
      '| H | I |\n| - | - |\n| a theirs | b |',
      '| I | H |\n| - | - |\n| b | a theirs |',
    ],
    [
      'a section moved here, its heading and its words changed there',
      '## Travel\n\nBy bus or by train.\n\n## Money\n\nAsk for a grant, and for more time to pay for it.\n\nWe will answer you.',
      '## Money\n\nAsk for a grant, and for more time to pay for it.\n\nWe will answer you.\n\n## Travel\n\nBy bus or by train.',
      '## Travel and parking\n\nBy bus or by train.\n\nPark behind the hall.\n\n## Money\n\nAsk for a grant, and for more time to pay for it.\n\nWe will answer you.',
      '## Money\n\nAsk for a grant, and for more time to pay for it.\n\nWe will answer you.\n\n## Travel and parking\n\nBy bus or by train.\n\nPark behind the hall.',
    ],
    [
      'moved and edited here, edited elsewhere in it there',
      'Ask us about buses to school. Bring the letter that you got in May.\n\nTwo.\n\nThree.',
      'Two.\n\nThree.\n\nAsk us about buses to school. Bring the letter that you got in June.',
      'Ask us about trains to school. Bring the letter that you got in May.\n\nTwo.\n\nThree.',
      'Two.\n\nThree.\n\nAsk us about trains to school. Bring the letter that you got in June.',
    ],
    [
      'moved here, removed there',
      'Alpha one.\n\nBeta two.\n\nGamma three.',
      'Beta two.\n\nGamma three.\n\nAlpha one.',
      'Beta two.\n\nGamma three.',
      'Beta two.\n\nGamma three.',
    ],
    [
      'moved here, edited there',
      'Alpha one.\n\nBeta two.\n\nGamma three.',
      'Beta two.\n\nGamma three.\n\nAlpha one.',
      'Alpha one, longer.\n\nBeta two.\n\nGamma three.',
      'Beta two.\n\nGamma three.\n\nAlpha one, longer.',
    ],
    [
      'moved by both to different places',
      'A a.\n\nB b.\n\nC c.\n\nD d.',
      'B b.\n\nA a.\n\nC c.\n\nD d.',
      'B b.\n\nC c.\n\nD d.\n\nA a.',
      'B b.\n\nC c.\n\nD d.\n\nA a.',
    ],
    [
      'inside a callout',
      ':::callout{kind=info}\nOne.\n\nTwo.\n:::',
      ':::callout{kind=info}\nOne, mine.\n\nTwo.\n:::',
      ':::callout{kind=warning}\nOne.\n\nTwo, theirs.\n:::',
      ':::callout{kind=warning}\nOne, mine.\n\nTwo, theirs.\n:::',
    ],
  ])('%s', (_, before, mine, theirs, expected) => {
    const wanted = parseBody(expected).doc
    for (const merged of [bodies(before, mine, theirs), bodies(before, theirs, mine)]) {
      expect(merged.clashes).toEqual([])
      expect(parseBody(merged.text.split('---\n\n')[1] ?? '').doc).toEqual(wanted)
    }
  })

  test('both added at one place: both are there, in the same order whoever comes first', () => {
    const [one, other] = [
      bodies('A.\n\nZ.', 'A.\n\nMine.\n\nZ.', 'A.\n\nTheirs.\n\nZ.'),
      bodies('A.\n\nZ.', 'A.\n\nTheirs.\n\nZ.', 'A.\n\nMine.\n\nZ.'),
    ]
    expect(one.text).toBe(other.text)
    expect(one.text).toMatch(/Mine\.\n\nTheirs\.|Theirs\.\n\nMine\./)
  })

  test('the language from one and the page that it says the same as from another', () => {
    const merged = merge(
      entry('x'),
      entry('x', `${front}language: pl\n`),
      entry('x', `${front}translationOf: 01J00000000000000000000002\n`),
    )
    expect(merged.clashes).toEqual([])
    expect(merged.text).toMatch(/language: pl\n/)
    expect(merged.text).toMatch(/translationOf: 01J00000000000000000000002\n/)
  })

  test('fields by field, lists as sets, unknown keys and comments kept', () => {
    const yaml = (more: string) => `${front}${more}`
    const merged = merge(
      entry('x', yaml('owner: a@example.org # who\naudience: [parents]\nx-code: 1\nreview:\n  every: 6 months\n')),
      entry(
        'x',
        yaml(
          'owner: b@example.org # who\naudience: [parents, professionals]\nx-code: 1\nreview:\n  every: 6 months\n  last: 2026-01-01\n',
        ),
      ),
      entry(
        'x',
        yaml('owner: a@example.org # who\naudience: [young-people, parents]\nx-code: 2\nreview:\n  every: 12 months\n'),
      ),
    )
    expect(merged.clashes).toEqual([])
    for (const part of [
      'owner: b@example.org',
      '# who',
      'x-code: 2',
      'every: 12 months',
      'last: 2026-01-01',
      'young-people',
      'professionals',
      'parents',
    ]) {
      expect(merged.text).toContain(part)
    }
  })

  test('two people found the page still accurate: the later look counts', () => {
    const yaml = (last: string, due: string) => `${front}review:\n  every: 6 months\n  last: ${last}\n  due: ${due}\n`
    const [a, b] = [yaml('2026-03-01', '2026-09-01'), yaml('2026-03-05', '2026-09-05')]
    for (const [mine, theirs] of [
      [a, b],
      [b, a],
    ] as const) {
      const merged = merge(entry('x', yaml('2025-09-01', '2026-03-01')), entry('x', mine), entry('x', theirs))
      expect(merged).toEqual({ text: entry('x', b), clashes: [] })
    }
  })

  test('a page that neither of them wrote in the program’s own way keeps its bytes', () => {
    const before = entry('* one\n* two\n\nLine  \nbreak')
    const mine = before.replace('title: Moving', 'title: Moving here')
    const theirs = before.replace('two', 'three')
    expect(merge(before, mine, theirs).text).toBe(theirs.replace('title: Moving', 'title: Moving here'))
  })
})

describe('with a question', () => {
  const before = 'Above.\n\nThey must send the plan on the day you move.\n\nBelow.'
  const mine = before.replace('on the day you move', 'within 15 days')
  const theirs = before.replace('the plan', 'the plan and all reports')

  function ask(): { text: string; choice: Choice } {
    const { text, clashes } = bodies(before, mine, theirs)
    expect(clashes).toHaveLength(1)
    const [clash] = clashes
    if (!clash) throw new Error('there is a clash')
    const at = instantSchema.parse('2026-11-22T10:42:00.000Z')
    const by = (name: string) => ({ by: { name, email: `${name}@example.org` }, at })
    const page = pageIdSchema.parse('01J00000000000000000000001')
    const path = workspacePathSchema.parse('pages/education/moving.md')
    const sides = { mine: { ...by('Tom'), doc: clash.mine }, theirs: { ...by('Priya'), doc: clash.theirs } }
    return { text, choice: { ...clash, ...sides, id: '0123456789abcdef', page, path, title: 'Moving' } }
  }

  test('the same sentence: theirs stands, and the question holds both, what was before, and what is around it', () => {
    const { text, choice } = ask()
    expect(text).toBe(entry(theirs))
    expect(words(choice.mine.doc)).toContain('within 15 days')
    expect(words(choice.theirs.doc)).toContain('all reports')
    expect(words(choice.before)).toContain('the plan on the day you move')
    expect(words(choice.above)).toContain('Above')
    expect(words(choice.below)).toContain('Below')
  })

  const written: Answer = { kind: 'written', doc: parseBody('Their council sends it.').doc }
  test.each<[Answer, string]>([
    [{ kind: 'mine' }, mine],
    [{ kind: 'theirs' }, theirs],
    [{ kind: 'both' }, `${theirs.split('\n\nBelow')[0]}\n\nThey must send the plan within 15 days.\n\nBelow.`],
    [written, 'Above.\n\nTheir council sends it.\n\nBelow.'],
  ])('%j is what then stands there', (answer, expected) => {
    const { text, choice } = ask()
    expect(answerChoice(choice, answer, text)).toBe(entry(expected))
  })

  test('an answer after the page was edited again takes nothing out', () => {
    const { text, choice } = ask()
    const edited = text.replace('all reports on the day', 'all its reports on the very day')
    const answered = answerChoice(choice, { kind: 'mine' }, edited)
    expect(answered).toContain('all its reports on the very day')
    expect(answered).toContain('within 15 days')
    expect(answerChoice(choice, { kind: 'mine' }, entry('Something else.'))).toContain('within 15 days')
  })

  test('edited here and removed there: the question has an empty side', () => {
    const { text, clashes } = bodies('A.\n\nB b b.\n\nC.', 'A.\n\nB b b b.\n\nC.', 'A.\n\nC.')
    expect(text).toBe(entry('A.\n\nC.'))
    expect(clashes).toMatchObject([{ field: 'body', theirs: { content: [] } }])
    expect(words(clashes[0]?.mine ?? { type: 'doc', content: [] })).toContain('B b b b.')
  })

  test('one item of a long list: both sides have everything else that either changed', () => {
    const list = (b: string, z: string, a = 'a') => [`- ${a}`, `- ${b}`, '- m', `- ${z}`].join('\n')
    const { text, clashes } = bodies(
      list('the day', 'z'),
      list('the next day', 'z', 'a mine'),
      list('the same day', 'z theirs'),
    )
    expect(clashes).toHaveLength(1)
    for (const side of [clashes[0]?.mine, clashes[0]?.theirs]) {
      expect(JSON.stringify(side)).toContain('a mine')
      expect(JSON.stringify(side)).toContain('z theirs')
    }
    expect(text).toContain('a mine')
    expect(text).toContain('the same day')
  })

  test('a full stop removed here, a sentence added after it there', () => {
    const { text, clashes } = bodies('Call us.', 'Call us or write', 'Call us. We will answer.')
    expect(text).toBe(entry('Call us. We will answer.'))
    expect(words(clashes[0]?.mine ?? { type: 'doc', content: [] })).toContain('or write')
  })

  test('a column removed here and written in there: a table each', () => {
    const { clashes } = bodies(
      '| H | I |\n| - | - |\n| a | b |',
      '| H |\n| - |\n| a |',
      '| H | I |\n| - | - |\n| a | b theirs |',
    )
    expect(clashes).toHaveLength(1)
    expect(words(clashes[0]?.theirs ?? { type: 'doc', content: [] })).toContain('b theirs')
  })

  test('a field that both set: their value stands, and an answer sets it', () => {
    const yaml = (title: string) => front.replace('Moving', title)
    const merged = merge(entry('x'), entry('x', yaml('Mine')), entry('x', yaml('Theirs')))
    expect(merged.text).toBe(entry('x', yaml('Theirs')))
    expect(merged.clashes).toMatchObject([{ field: 'title', values: { mine: 'Mine', theirs: 'Theirs' } }])
    const { choice } = ask()
    const [clash] = merged.clashes
    if (!clash) return
    const about = {
      ...choice,
      ...clash,
      mine: { ...choice.mine, doc: clash.mine },
      theirs: { ...choice.theirs, doc: clash.theirs },
    }
    expect(answerChoice(about, { kind: 'mine' }, merged.text)).toBe(entry('x', yaml('Mine')))
    expect(answerChoice(about, { kind: 'both' }, merged.text)).toBe(entry('x', yaml('Theirs Mine')))
    expect(answerChoice(about, { kind: 'written', doc: parseBody('New').doc }, merged.text)).toBe(
      entry('x', yaml('New')),
    )
    // A colleague's newer title was on nobody's screen when this was asked: it is not taken out by the answer.
    const since = entry('x', yaml('Theirs since'))
    expect(answerChoice(about, { kind: 'mine' }, since)).toBe(entry('x', yaml('Theirs since Mine')))
    expect(answerChoice(about, { kind: 'theirs' }, since)).toBe(since)
    expect(answerChoice(about, { kind: 'mine' }, entry('x', yaml('Mine')))).toBe(entry('x', yaml('Mine')))
  })
})

describe('what is no page', () => {
  test.each([
    ['broken details', entry('x', 'title: [\n')],
    ['bytes', 'a\0b'],
    ['details without an end', '---\ntitle: x\n\nwords'],
  ])('%s: is not merged', (_, broken) => {
    expect(mergeEntries(entry('x'), entry('x', front.replace('Moving', 'Mine')), broken)).toBeNull()
    expect(mergeEntries(entry('x'), broken, entry('x'))).toEqual({ text: broken, clashes: [] })
  })
})
