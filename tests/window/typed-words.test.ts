import { describe, expect, test } from 'vitest'
import { begunIn, keptAs, wordsIn } from '../../src/renderer/state/begun.ts'
import { createTypedWords } from '../../src/renderer/state/typed-words.ts'

/** A disk that can refuse or be out of reach, and a clock that goes on when it is told to. */
function desk(disk = new Map<string, string>(), refused = '') {
  const timers: { ms: number; run: () => void }[] = []
  const road = { answers: 'yes' as 'yes' | 'no' | 'nothing', sent: 0 }
  const words = createTypedWords({
    async keep({ name, value }) {
      road.sent += 1
      if (road.answers === 'nothing' || name === refused) throw new Error('Nobody answers.')
      if (road.answers === 'yes') disk.set(name, value)
      return road.answers === 'yes'
    },
    async forget(name) {
      if (road.answers === 'nothing') throw new Error('Nobody answers.')
      disk.delete(name)
    },
    after: (ms, run) => void timers.push({ ms, run }),
  })
  const tick = async () => {
    for (const { run } of timers.splice(0)) run()
    await words.flush()
  }
  return { words, disk, road, timers, tick }
}

describe('words typed into a field that is no page', () => {
  test('are on the disk within a second, the newest of them, in one go', async () => {
    const { words, disk, road, timers, tick } = desk()
    for (const value of ['"W"', '"We"', '"We have"']) words.write('answer:1', value)
    expect(timers.map(({ ms }) => ms)).toEqual([500])
    await tick()
    expect(disk.get('answer:1')).toBe('"We have"')
    expect(road.sent).toBe(1)
    expect(words.read('answer:1')).toBe('"We have"')
  })

  test('are tried again where the disk refuses or nobody answers, and stay in the window meanwhile', async () => {
    const { words, disk, road, tick } = desk()
    for (const answers of ['no', 'nothing'] as const) {
      road.answers = answers
      words.write('answer:1', `"${answers}"`)
      await tick()
      expect(disk.size).toBe(0)
      expect(words.read('answer:1')).toBe(`"${answers}"`)
    }
    road.answers = 'yes'
    await tick()
    expect(disk.get('answer:1')).toBe('"nothing"')
  })

  test('of one field are kept though those of another cannot be', async () => {
    const { words, disk, timers, tick } = desk(new Map(), 'bad')
    words.write('bad', '"x"')
    words.write('good', '"y"')
    await tick()
    expect([...disk.keys()]).toEqual(['good'])
    words.write('good', '"yes"')
    expect(timers.map(({ ms }) => ms).sort()).toEqual([500, 5000])
  })

  test('are gone everywhere once they are forgotten, also where they never came to the disk', async () => {
    const { words, disk, tick } = desk(new Map([['old', '"Sent long ago"']]))
    words.load([{ name: 'old', value: '"Sent long ago"' }])
    words.write('new', '"Just typed"')
    words.forget('old')
    words.forget('new')
    await tick()
    expect([...disk]).toEqual([])
    expect([words.read('old'), words.read('new')]).toEqual([undefined, undefined])
  })

  test('of an earlier window are there, and never in place of what is typed here', () => {
    const { words } = desk()
    words.write('a', '"here"')
    words.forget('b')
    words.load([
      { name: 'a', value: '"before"' },
      { name: 'c', value: '"before"' },
    ])
    expect([words.read('a'), words.read('c')]).toEqual(['"here"', '"before"'])
  })

  test('of one workspace are no other’s, and are sent before it is left', async () => {
    const { words, disk } = desk()
    words.write('a', '"here"')
    await words.clear()
    expect(disk.get('a')).toBe('"here"')
    expect(words.read('a')).toBeUndefined()
  })
})

describe('what somebody had begun to write', () => {
  const isText = (value: unknown): value is string => typeof value === 'string'

  test('goes on where nobody changed what it was written over, and is old where somebody did', () => {
    const kept = keptAs('"The answer"', 'The answer, and more')
    expect(begunIn(kept, '"The answer"', isText)).toEqual({ value: 'The answer, and more', isStale: false })
    expect(begunIn(kept, '"A colleague’s answer"', isText)).toEqual({ value: 'The answer, and more', isStale: true })
  })

  test.each([undefined, '', '{', 'null', '"words"', '{"value":"words"}', keptAs('""', 7)])(
    '%j is nothing that the form can hold',
    kept => expect(begunIn(kept, '""', isText)).toBeNull(),
  )

  test('can be read again, whatever the form', () => {
    expect(wordsIn(' a reason ')).toBe('a reason')
    expect(wordsIn({ said: 'It is far.', did: '', agreed: true, more: ['one', ' two'] })).toBe('It is far. / one / two')
    expect(wordsIn(null)).toBe('')
  })
})
