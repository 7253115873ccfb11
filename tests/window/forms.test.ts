/// <reference types="vite/client" />
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { spreadTroubles } from '../../src/renderer/desk/spread-troubles.ts'
import { settingsNow } from '../../src/renderer/settings/settings-now.ts'
import { configTroubles, connectionTroubles, daysToComeTroubles } from '../../src/renderer/settings/troubles.ts'
import { changedHere, isTypedSettings } from '../../src/renderer/settings/typed-settings.ts'
import { urgentWords } from '../../src/renderer/settings/urgent-words.ts'
import { firstTrouble, joinTroubles, newTroubles, personTroubles } from '../../src/renderer/start/missing.ts'
import { DateField } from '../../src/renderer/ui/date-field.tsx'
import { afterTelling } from '../../src/renderer/ui/days-of-form.tsx'
import { TextField } from '../../src/renderer/ui/fields.tsx'
import { ErrorSummary, FormTroubles } from '../../src/renderer/ui/form-troubles.tsx'
import { accessibilityFactsSchema, isoDateSchema } from '../../src/shared/content/index.ts'
import { config } from './fake/team.ts'

const statement = (accessibility: object) => ({
  ...config,
  site: { ...config.site, accessibility: accessibilityFactsSchema.parse(accessibility) },
})
const site = (change: Partial<typeof config.site>) => ({ ...config, site: { ...config.site, ...change } })
const contact = (change: Partial<typeof config.contact>) => ({ ...config, contact: { ...config.contact, ...change } })
const settings = join(import.meta.dirname, '../../src/renderer/settings')
const me = { name: 'Priya Nair', email: 'priya@example.org' }

describe('the start', () => {
  test('joining asks for all that is missing, and takes one to the first of it', () => {
    const troubles = joinTroubles({ address: 'example', name: ' ', email: me.email, token: '' })
    expect(Object.keys(troubles).filter(field => troubles[field])).toEqual(['name', 'address', 'token'])
    expect(firstTrouble(troubles, ['address', 'name', 'email', 'token'])).toBe('address')
  })

  test('what is whole is not asked for again', () => {
    const troubles = joinTroubles({ ...me, address: ' https://git.example.org/x.git ', token: 'abc' })
    expect(firstTrouble(troubles, ['address', 'name', 'email', 'token'])).toBeUndefined()
    expect(
      firstTrouble(newTroubles({ ...me, siteName: 'Offer', council: 'Council' }), ['siteName', 'council']),
    ).toBeUndefined()
  })

  test.each(['', 'priya', 'priya@council', 'a b@example.org'])('“%s” is no email address', email => {
    expect(personTroubles({ ...me, email }).email).not.toBeNull()
  })
})

describe('settings that somebody is in the middle of changing', () => {
  const typed = {
    start: config,
    config: { ...config, name: 'Our Offer', contact: { ...config.contact, email: 'offer@' } },
  }

  test('stay as they are typed, beside what a colleague changed meanwhile', () => {
    const kept = { ...config, council: 'Another council', name: 'A colleague’s name for it' }
    expect(changedHere(typed, kept)).toEqual({ ...kept, name: 'Our Offer', contact: typed.config.contact })
    expect(changedHere({ start: config, config }, kept)).toEqual(kept)
  })

  test('keep what a colleague changed in another part of the same sheet', () => {
    const urgent = [{ name: 'Who helps now', says: 'Ring us.' }]
    const mine = { start: config, config: { ...config, site: { ...config.site, colour: '#0a5760' } } }
    const kept = {
      ...config,
      site: { ...config.site, useful: 'offer@example.org', urgent },
    } as unknown as typeof config
    expect(changedHere(mine, kept).site).toEqual({ ...kept.site, colour: '#0a5760' })
  })

  test('come back from the disk half-typed, and never as something that is none', () => {
    expect(isTypedSettings(JSON.parse(JSON.stringify(typed)))).toBe(true)
    const { team: _team, ...less } = typed.config
    for (const none of [undefined, null, 'x', {}, { start: {}, config }, { start: config, config: less }])
      expect(isTypedSettings(none)).toBe(false)
  })
})

describe('the settings', () => {
  test('what the team has now will do', () => {
    expect(configTroubles(config)).toEqual([])
  })

  test.each([
    ['a site without a name', { ...config, name: ' ' }],
    [
      'a folder that hangs on where Signpost started',
      { ...config, publish: { ...config.publish, targets: [{ kind: 'folder' as const, path: 'site' }] } },
    ],
    [
      'two sections under one address',
      { ...config, sections: [...config.sections, { slug: 'health', title: 'Health 2', summary: '' }] },
    ],
    ['a section without an address', { ...config, sections: [{ slug: '', title: 'New', summary: '' }] }],
    ['a colleague without an address', { ...config, team: [{ name: 'Sam', email: '', roles: ['writer' as const] }] }],
    ['an interval that nobody can read', { ...config, review: { ...config.review, risk: 'now and then' } }],
    [
      'a holiday that ends before it begins',
      {
        ...config,
        review: {
          ...config.review,
          holidays: [
            { name: 'Half term', from: isoDateSchema.parse('2027-02-19'), to: isoDateSchema.parse('2027-02-15') },
          ],
        },
      },
    ],
    ['a statement that claims everything without an audit', statement({ standing: 'fully' })],
    ['a barrier without words', statement({ faults: [{ says: ' ' }] })],
    ['a criterion that is none', statement({ faults: [{ says: 'The map needs a mouse.', criterion: 'keyboard' }] })],
    ['a telephone number for families that cannot be rung', contact({ telephone: '01632 96000' })],
    ['an email address for families that is none', contact({ email: 'local-offer' })],
    ['help that nobody gives', site({ urgent: [{ says: 'Somebody hurts a child', to: '' }] })],
    ['an address that is none', { ...config, publish: { ...config.publish, url: 'localoffer' } }],
  ])('%s is said in a sentence', (_, wrong) => {
    const [first] = configTroubles(wrong)
    expect(first?.message).toMatch(/\w”?\.?$|https:\/\/$/)
    expect(first?.field).toMatch(/^[\w.]+$/)
  })

  test('all that is wrong is said at once, each by the name of a field that is there', () => {
    const wrong = {
      ...config,
      name: '',
      contact: { telephone: '01632 96000', email: 'offer@' },
      site: { ...config.site, colour: '#ffcc00', tasks: [{ says: '', to: '', for: [] }] },
      publish: { url: 'offer', targets: [{ kind: 'folder' as const, path: 'site' }] },
      team: [...config.team, { name: '', email: '', roles: [] }],
    }
    const found = configTroubles(wrong).map(({ field }) => field)
    const added = config.team.length
    expect(found).toEqual([
      ...['name', 'contact.telephone', 'contact.email', 'colour', 'tasks.0.says', 'tasks.0.to'],
      ...[`team.${added}.name`, `team.${added}.email`, 'publish.url', 'targets.0.path'],
    ])
    const sources = readdirSync(settings).map(name => readFileSync(join(settings, name), 'utf8'))
    const isThere = (field: string) =>
      sources.some(text => text.includes(`name="${field}"`) || text.includes(field.replace(/\.\d+\./, `.$\{index}.`)))
    expect(found.filter(field => !field.startsWith('targets.') && !isThere(field))).toEqual([])
  })

  test('a summary leads to each field, and the fields say it too', () => {
    const troubles = [{ field: 'name', message: 'The Local Offer needs a name.' }]
    const form = createElement(
      FormTroubles,
      { value: troubles },
      createElement(TextField, { label: 'Name', name: 'name' }),
    )
    expect(renderToStaticMarkup(form)).toContain('aria-invalid="true"')
    expect(renderToStaticMarkup(form)).toContain('The Local Offer needs a name.')
    const summary = createElement(ErrorSummary, { troubles, turn: 1, form: { current: null } })
    expect(renderToStaticMarkup(summary)).toMatch(
      /role="alert".*There is a problem.*<button[^>]*>The Local Offer needs a name\./,
    )
  })

  test('nothing in the accessibility statement was done on a day that has not come', () => {
    const trouble = (facts: object) => daysToComeTroubles(accessibilityFactsSchema.parse(facts), '2026-11-23')
    expect(trouble({ audited: '2026-11-23', prepared: '2026-06-01', reviewed: null })).toEqual([])
    const tested = 'The day on which the site was tested has not come yet. Look at its year.'
    expect(trouble({ audited: '2027-02-28' })).toEqual([{ field: 'accessibility.audited', message: tested }])
    expect(trouble({ audited: '2026-12-16', reviewed: '2026-11-24' }).map(({ field }) => field)).toEqual([
      'accessibility.audited',
      'accessibility.reviewed',
    ])
  })

  describe('with a day that is none', () => {
    const field = (value: string) => renderToStaticMarkup(createElement(DateField, { label: 'First day', value }))
    const noDay = [{ field: 'holidays.0.from', message: 'First day: “31/2/2027” is no day.' }]
    const now = (change: Partial<Parameters<typeof settingsNow>[0]>) =>
      settingsNow({ config, kept: config, noDay: [], today: '2026-11-23', ...change })

    test('say so in the field, and what a day looks like', () => {
      expect(field('31/2/2027')).toContain('aria-invalid="true"')
      expect(field('31/2/2027')).toContain('“31/2/2027” is no day. Write the day, the month and the year')
      expect(field('2027-02-28')).toContain('value="28 February 2027"')
      expect(field('2027-02-28')).not.toContain('aria-invalid')
    })

    test('are not kept, not even what else was changed, until it is a day again or is let go', () => {
      const renamed = { ...config, name: 'Another name' }
      expect(now({ config: renamed, noDay })).toEqual({ changed: true, troubles: noDay, toKeep: null })
      expect(now({ noDay })).toEqual({ changed: true, troubles: noDay, toKeep: null })
      expect(now({ config: renamed })).toEqual({ changed: true, troubles: [], toKeep: renamed })
      expect(now({})).toMatchObject({ changed: false, troubles: [] })
    })

    test('are not kept beside a day that has not come, and never with words that somebody added meanwhile taken away', () => {
      const ahead = statement({ audited: '2027-02-28' })
      expect(now({ config: ahead, kept: ahead }).toKeep).toBeNull()
      expect(now({ kept: { ...config, words: ['SENDIASS'] } }).toKeep?.words).toEqual(['SENDIASS'])
    })

    test('hear of each field by itself, the first one first', () => {
      const [from, to] = ['First day: no day', 'Last day: no day'].map(message => ({ field: 'day', message }))
      if (from === undefined || to === undefined) throw new Error('no days')
      const one = afterTelling(new Map(), 'from', from)
      const two = afterTelling(one, 'to', to)
      expect([...two.values()]).toEqual([from, to])
      expect(afterTelling(two, 'to', { ...to })).toBe(two)
      const last = afterTelling(two, 'from', null)
      expect([...last.values()]).toEqual([to])
      expect(afterTelling(last, 'to', null).size).toBe(0)
    })
  })

  const long = 'a'.repeat(201)
  test.each([
    ['What families say', site({ tasks: [{ says: long, to: 'page:x', for: [] }] })],
    ['Urgent help', site({ urgent: Array.from({ length: 11 }, () => ({ says: '', to: 'page:x' })) })],
    ['Search words', site({ search: [{ says: long, means: 'x' }] })],
    ['What we are working on', site({ working: [{ says: long, requirement: 'x', until: '' }] })],
    ['Accessibility statement', site({ accessibility: { ...config.site.accessibility, how: long.repeat(5) } })],
  ])('what is longer than “%s” can be is told before it is kept, for it would be lost', (title, wrong) => {
    expect(configTroubles(wrong).map(({ message }) => message)).toEqual([
      expect.stringContaining(`Under “${title}” stands more`),
    ])
  })

  test('urgent help says what families read of it, and what is wrong with it', () => {
    const line = { title: 'Crisis line', telephone: '01632 960111', published: true }
    const read = (change: Partial<typeof line>) => urgentWords('A child cannot cope ', { ...line, ...change })
    expect(read({})).toEqual({ reads: 'A child cannot cope: Crisis line, 01632 960111', trouble: null })
    expect(urgentWords('', { ...line, telephone: null })).toEqual({ reads: 'Crisis line', trouble: null })
    expect(read({ telephone: '' }).trouble).toMatch(/has no telephone number\. Write it/)
    expect(read({ telephone: '01632 9601' }).trouble).toMatch(/no number that can be rung.*Crisis line/)
    expect(read({ published: false }).trouble).toMatch(/until “Crisis line” is published/)
    expect(urgentWords('', null)).toEqual({ reads: null, trouble: expect.stringContaining('Choose who helps') })
  })

  test('reviews are spread over days that are still to come, in their order', () => {
    const [from, to] = [isoDateSchema.parse('2027-01-11'), isoDateSchema.parse('2027-03-01')]
    expect(spreadTroubles({ from, to }, '2026-11-22')).toEqual({ from: null, to: null })
    expect(spreadTroubles({ from, to }, '2027-01-12').from).toMatch(/gone by/)
    expect(spreadTroubles({ from: to, to: from }, '2026-11-22').to).toMatch(/before the first/)
    expect(spreadTroubles({ from: undefined, to: undefined }, '2026-11-22')).toEqual({
      from: 'Choose a day.',
      to: 'Choose a day.',
    })
  })

  test('the shared copy needs an address and a token', () => {
    expect(connectionTroubles({ address: 'https://git.example.org/x.git', token: 't' })).toEqual({
      address: null,
      token: null,
    })
    expect(connectionTroubles({ address: 'ftp://x', token: ' ' })).toEqual({
      address: expect.any(String),
      token: expect.any(String),
    })
  })
})
