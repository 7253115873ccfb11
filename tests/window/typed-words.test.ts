import { beforeEach, describe, expect, test } from 'vitest'
import { addressWithoutSecrets, withoutSecrets } from '../../src/renderer/start/without-secrets.ts'
import { begunIn, keptAs, wordsIn } from '../../src/renderer/state/begun.ts'
import { earlierNotices } from '../../src/renderer/state/earlier-words.ts'
import { keptForm } from '../../src/renderer/state/kept-form.ts'
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

  test('that go to another place leave the disk only once they are there', async () => {
    const { words, disk, tick } = desk()
    for (const name of ['landed', 'refused', 'typed again']) {
      words.write(name, '"In a dialog"')
      await tick()
      const place = Promise.withResolvers<void>()
      words.forget(name, place.promise)
      expect(words.read(name)).toBeUndefined()
      await tick()
      expect(disk.get(name)).toBe('"In a dialog"')
      if (name === 'typed again') words.write(name, '"Anew"')
      if (name === 'refused') place.reject(new Error('Nobody answers.'))
      else place.resolve()
      await tick()
      await tick()
    }
    expect([...disk]).toEqual([
      ['refused', '"In a dialog"'],
      ['typed again', '"Anew"'],
    ])
  })

  test('that were not on the disk yet come there before they are anywhere else', async () => {
    const { words, disk, tick } = desk()
    const place = Promise.withResolvers<void>()
    words.write('dialog', '"A minute ago"')
    await tick()
    words.write('dialog', '"Just now"')
    words.forget('dialog', place.promise)
    await tick()
    expect([disk.get('dialog'), words.read('dialog')]).toEqual(['"Just now"', undefined])
    place.resolve()
    await tick()
    await tick()
    expect([...disk]).toEqual([])
  })

  test('that were typed anew go by their own way, not by that of the older ones', async () => {
    const { words, disk, tick } = desk()
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    words.write('dialog', '"Older"')
    words.forget('dialog', first.promise)
    words.write('dialog', '"Newer"')
    words.forget('dialog', second.promise)
    first.resolve()
    await tick()
    await tick()
    expect(disk.get('dialog')).toBe('"Newer"')
    second.resolve()
    await tick()
    await tick()
    expect([...disk]).toEqual([])
  })
})
const isText = (value: unknown): value is string => typeof value === 'string'

describe('what somebody had begun to write', () => {
  test('goes on where nobody changed what it was written over, and waits beside it where somebody did', () => {
    const kept = keptAs('"The answer"', 'The answer, and more')
    expect(begunIn(kept, '"The answer"', isText)).toEqual({ value: 'The answer, and more', earlier: [] })
    expect(begunIn(kept, '"A colleague’s"', isText)).toEqual({ value: undefined, earlier: ['The answer, and more'] })
    expect(begunIn(kept, '"The answer, and more"', isText)).toEqual({ value: undefined, earlier: [] })
  })

  test('waits too where the form of a newer Signpost cannot hold it', () => {
    const kept = keptAs('{"said":""}', { said: 'It is far.' })
    expect(begunIn(kept, '""', isText)).toEqual({ value: undefined, earlier: [{ said: 'It is far.' }] })
  })

  test.each([undefined, '', '{', 'null', '"words"', '{"earlier":7}', keptAs('""', 7), keptAs('"x"', ' ')])(
    '%j is nothing that anybody wrote',
    kept => expect(begunIn(kept, '""', isText)).toEqual({ value: undefined, earlier: [] }),
  )

  test('can be read again, whatever the form', () => {
    expect(wordsIn(' a reason ')).toBe('a reason')
    expect(wordsIn({ said: 'It is far.', did: '', agreed: true, more: ['one', ' two'] })).toBe('It is far. / one / two')
    expect(wordsIn(null)).toBe('')
  })
})

describe('words that a colleague has overtaken', () => {
  const disk = new Map<string, string>()
  beforeEach(() => disk.clear())

  /** A new window on the same disk, with the form open over what stands there now. */
  function nextWindow(stands: string) {
    const { words, tick } = desk(disk)
    words.load([...disk].map(([name, value]) => ({ name, value })))
    const form = keptForm({ words, name: 'answer:1', isOne: isText, initial: stands, over: JSON.stringify(stands) })
    const notices = () => earlierNotices(form, () => undefined)
    const press = async (label: string) => {
      notices()[0]
        ?.actions.find(action => action.label === label)
        ?.run()
      await tick()
    }
    return { form, notices, press, tick }
  }

  async function overtaken() {
    const first = nextWindow('The answer')
    first.form.set('The answer, and more')
    await first.tick()
    return nextWindow('A colleague’s answer')
  }

  test('are told, and stand behind what is newer', async () => {
    const { form, notices } = await overtaken()
    expect(form.value()).toBe('A colleague’s answer')
    expect(notices().map(({ sentence, actions }) => [sentence, actions.map(({ label }) => label)])).toEqual([
      [expect.stringContaining('You had written: “The answer, and more”'), ['Put them in', 'Let them go']],
    ])
  })

  test('are told again in every window until somebody deals with them, whatever else is typed, sent or let go there', async () => {
    const { form, tick } = await overtaken()
    form.set('Something new')
    await tick()
    expect(nextWindow('A colleague’s answer').form.value()).toBe('Something new')
    form.forget('Something new')
    await tick()
    const next = nextWindow('Something new')
    expect(next.notices()).toHaveLength(1)
    next.form.forget()
    await next.tick()
    expect(nextWindow('Something else').notices()).toHaveLength(1)
  })

  test('stand in the form once they are put in, and what was typed there is not lost by it', async () => {
    const { form, notices, press, tick } = await overtaken()
    form.set('Something new')
    await press('Put them in')
    expect(form.value()).toBe('The answer, and more')
    expect(notices()[0]?.sentence).toContain('“Something new”')
    await press('Let them go')
    expect(notices()).toEqual([])
    expect(nextWindow('A colleague’s answer').form.value()).toBe('The answer, and more')
    form.forget('The answer, and more')
    await tick()
    expect([...disk]).toEqual([])
  })

  test('are off the disk once they are let go', async () => {
    const { form, notices, press } = await overtaken()
    await press('Let them go')
    expect([[...disk], notices(), form.value()]).toEqual([[], [], 'A colleague’s answer'])
  })

  test('are read and let go where the form cannot hold them', async () => {
    disk.set('answer:1', keptAs('{"said":""}', { said: 'It is far.', did: '' }))
    const { notices } = nextWindow('')
    expect(notices()[0]?.sentence).toContain('“It is far.”')
    expect(notices()[0]?.actions.map(({ label }) => label)).toEqual(['Let them go'])
  })
})

describe('a form that is sent', () => {
  test('is typed over what was sent from then on, and keeps what was typed meanwhile', async () => {
    const { words, disk, tick } = desk()
    const form = keptForm({ words, name: 'me', isOne: isText, initial: 'Priya', over: '"Priya"' })
    form.set('Priya N')
    form.set('Priya Nair')
    form.forget('Priya N')
    await tick()
    expect(begunIn(disk.get('me'), '"Priya N"', isText).value).toBe('Priya Nair')
    form.forget('Priya Nair')
    form.set('P. Nair')
    await tick()
    expect(begunIn(disk.get('me'), '"Priya Nair"', isText).value).toBe('P. Nair')
  })

  test('that follows what stands there is typed over what it shows when somebody begins', async () => {
    const { words, disk, tick } = desk()
    const isTyped = (value: unknown): value is string | null => value === null || typeof value === 'string'
    const form = keptForm({ words, name: 'judged', isOne: isTyped, initial: null, over: 'first' })
    form.follow('a colleague’s')
    form.set('mine')
    form.follow('another colleague’s')
    await tick()
    expect(begunIn(disk.get('judged'), 'a colleague’s', isTyped).value).toBe('mine')
  })
})

describe('the address of a workspace on the disk', () => {
  test.each([
    ['https://git.example.org/offer.git', 'https://git.example.org/offer.git'],
    ['https://priya:secret@git.example.org/offer.git', 'https://git.example.org/offer.git'],
    ['https://glpat-secret@git.example.org:8443/offer', 'https://git.example.org:8443/offer'],
    ['https://git.example.org/offer.git?private_token=secret', 'https://git.example.org/offer.git'],
    ['https://[::1]:8443/offer', 'https://[::1]:8443/offer'],
    ['https://tom:pa/ss@git.example.org/offer', ''],
    ['https://tom:pa/ss?word@git.example.org/offer', ''],
    ['https://tom@example:pa/ss#word@git.example.org/offer', ''],
    ['https://tom:pa/ss', ''],
    ['https://priya:secr', ''],
    ['https://secret', ''],
    ['secret', ''],
  ])('%s is kept as “%s”', (typed, kept) => {
    expect(addressWithoutSecrets(typed)).toBe(kept)
    expect(withoutSecrets({ address: typed, name: 'Priya' })).toEqual({ address: kept, name: 'Priya' })
  })

  test('is whole in the form that it is typed into', async () => {
    const { words, disk, tick } = desk()
    const isFields = (value: unknown): value is { address: string } => typeof value === 'object' && value !== null
    const initial = { address: '' }
    const form = keptForm({ words, name: 'join', isOne: isFields, initial, over: '', asKept: withoutSecrets })
    form.set({ address: 'https://priya:secret@git.example.org/offer.git' })
    await tick()
    expect(form.value().address).toContain('secret')
    expect(disk.get('join')).not.toContain('secret')
  })

  test('is without secrets among the earlier words too, and where nothing is left of it, it is not among them', async () => {
    const earlier = keptAs('"before"', { address: 'https://git.example.org/first.git' })
    const { words, disk, tick } = desk(new Map([['join', earlier]]))
    words.load([{ name: 'join', value: earlier }])
    const isFields = (value: unknown): value is { address: string } => typeof value === 'object' && value !== null
    const initial = { address: '' }
    const form = keptForm({ words, name: 'join', isOne: isFields, initial, over: '', asKept: withoutSecrets })
    const putIn = async () => {
      const [one] = form.earlier()
      if (isFields(one)) form.putIn(one)
      await tick()
    }
    form.set({ address: 'https://tom:SECRET@git.example.org/second.git' })
    await putIn()
    expect(form.earlier()).toEqual([{ address: 'https://git.example.org/second.git' }])
    form.set({ address: 'https://tom:SECRET' })
    await putIn()
    expect([form.earlier(), form.value()]).toEqual([[], { address: 'https://git.example.org/second.git' }])
    expect(disk.get('join')).not.toContain('SECRET')
  })

  test('leaves nothing on the disk where none of it may stand there', async () => {
    const { words, disk, tick } = desk(new Map([['token', keptAs('""', 'a word')]]))
    words.load([{ name: 'token', value: keptAs('""', 'a word') }])
    const form = keptForm({ words, name: 'token', isOne: isText, initial: '', over: '""', asKept: () => undefined })
    form.set('a word of mine')
    await tick()
    expect([form.value(), [...disk]]).toEqual(['a word of mine', []])
  })
})
