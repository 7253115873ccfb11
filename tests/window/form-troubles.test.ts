import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { configTroubles } from '../../src/renderer/settings/troubles.ts'
import { nothingTold, toField, toldAfter } from '../../src/renderer/ui/form-troubles.tsx'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { config } from './fake/team.ts'

const root = join(import.meta.dirname, '../../src/renderer')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.tsx'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }))
const settings = sources.filter(({ name }) => name.startsWith('settings/'))

/** Opening tags of that name, with their attributes. An arrow function in one does not end it. */
const tagsIn = (text: string, tag: string) => text.match(new RegExp(`<${tag}\\b(?:[^>]|=>)*>`, 'g')) ?? []
const nameOf = (tag: string) => /\sname=(?:"([^"]+)"|\{`([^`]+)`\}|\{([^}]+)\})/.exec(tag)?.slice(1).find(Boolean)

describe('what a form says is wrong', () => {
  const [name, url] = ['name', 'url'].map(field => ({ field, message: `${field} is wrong.` }))
  if (name === undefined || url === undefined) throw new Error('no troubles')

  test('is nothing until it is asked for, and then all of it', () => {
    expect(toldAfter(nothingTold, [name, url], 0)).toBe(nothingTold)
    expect(toldAfter(nothingTold, [name, url], 1)).toEqual({ turn: 1, told: [name, url] })
    expect(toldAfter({ turn: 2, told: [name] }, [name], 0)).toBe(nothingTold)
  })

  test('stays word for word while somebody types, and has no more than was asked for', () => {
    const before = { turn: 1, told: [name] }
    const typing = [url, { field: 'name', message: '“Lo” is wrong.' }]
    expect(toldAfter(before, typing, 1)).toBe(before)
  })

  test('goes line by line as it is mended, and comes back only when it is asked for again', () => {
    const one = toldAfter({ turn: 1, told: [name, url] }, [url], 1)
    expect(one.told).toEqual([url])
    const again = toldAfter(one, [name, url], 1)
    expect(again).toBe(one)
    expect(toldAfter(again, [name, url], 2).told).toEqual([name, url])
  })
})

describe('the way from what is wrong to its field', () => {
  afterEach(() => void vi.unstubAllGlobals())

  test('opens what was folded around it, and goes in', () => {
    vi.stubGlobal('CSS', { escape: (text: string) => text })
    const outer = { open: false, parentElement: { closest: () => null } }
    const inner = { open: false, parentElement: { closest: () => outer } }
    const done: string[] = []
    const field = {
      closest: () => inner,
      focus: () => void done.push(`focus in ${inner.open && outer.open ? 'the open' : 'a fold'}`),
      scrollIntoView: () => void done.push('in sight'),
    }
    const form = { querySelector: (asked: string) => (asked === '[name="urgent.0.to"]' ? field : null) }
    expect(toField(form as unknown as HTMLElement, 'urgent.0.to')).toBe(field)
    expect(done).toEqual(['focus in the open', 'in sight'])
    expect(toField(form as unknown as HTMLElement, 'another')).toBeUndefined()
  })

  test('is there for every day of the settings, by a name of its own', () => {
    const days = settings.flatMap(({ text }) => tagsIn(text, 'DateField'))
    expect(days.length).toBeGreaterThanOrEqual(3)
    expect(days.filter(day => nameOf(day) === undefined)).toEqual([])
    const names = days.map(nameOf)
    expect(new Set(names).size).toBe(names.length)
  })

  const { site, review } = config
  const words = 'a'.repeat(1000)
  const day = isoDateSchema.parse('2027-02-15')
  test.each([
    { site: { ...site, tasks: [{ says: words, to: 'page:x', for: [] }] } },
    { site: { ...site, urgent: [{ says: words, to: 'page:x' }] } },
    { site: { ...site, search: [{ says: words, means: 'x' }] } },
    { site: { ...site, working: [{ says: words, requirement: 'x', until: '' }] } },
    { site: { ...site, accessibility: { ...site.accessibility, how: words.repeat(5) } } },
    { review: { ...review, holidays: [{ name: words, from: day, to: day }] } },
  ])('is there for words that are too long (%#)', change => {
    const [{ field, message } = { field: '', message: '' }] = configTroubles({ ...config, ...change })
    expect(message).toContain('stands more than')
    const names = settings
      .flatMap(({ text }) => ['TextField', 'DateField'].flatMap(tag => tagsIn(text, tag)))
      .map(nameOf)
    expect(names.filter(name => name?.startsWith(field))).not.toEqual([])
  })

  test('into the settings leads to what is there, however few a list has', () => {
    const led = sources.flatMap(({ text }) =>
      [...text.matchAll(/settingPlace\('([^']+)'\)/g)].map(([, field]) => field),
    )
    expect(led).toContain('team')
    const there = settings.flatMap(({ text }) =>
      ['TextField', 'DateField', 'EditableList'].flatMap(tag => tagsIn(text, tag)),
    )
    const names = there.map(nameOf)
    expect(led.filter(field => !names.includes(field))).toEqual([])
  })
})
