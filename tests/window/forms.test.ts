import { describe, expect, test } from 'vitest'
import { spreadTroubles } from '../../src/renderer/desk/spread-troubles.ts'
import { configTrouble, connectionTroubles } from '../../src/renderer/settings/troubles.ts'
import { firstTrouble, joinTroubles, newTroubles, personTroubles } from '../../src/renderer/start/missing.ts'
import { accessibilityFactsSchema, isoDateSchema } from '../../src/shared/content/index.ts'
import { config } from './fake/team.ts'

const statement = (accessibility: object) => ({
  ...config,
  site: { ...config.site, accessibility: accessibilityFactsSchema.parse(accessibility) },
})
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

describe('the settings', () => {
  test('what the team has now will do', () => {
    expect(configTrouble(config)).toBeNull()
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
    ['an address that is none', { ...config, publish: { ...config.publish, url: 'localoffer' } }],
  ])('%s is said in a sentence', (_, wrong) => {
    expect(configTrouble(wrong)).toMatch(/\w\.?$|https:\/\/$/)
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
