import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  parseRecord,
  parseSiteConfig,
  type SiteConfig,
  writeRecord,
  writeSiteConfig,
} from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

const settings = `# The Local Offer of Southend
signpost: 1
name: Local Offer   # on every page
sections:
  - slug: education
    title: Education
colour: blue
`

function configOf(text: string): SiteConfig {
  const config = parseSiteConfig(text)
  if (isRefusal(config)) throw new Error(config.sentence)
  return config
}

describe('signpost.yml', () => {
  test('is read with its defaults, and written without them', () => {
    const config = configOf(settings)
    expect(config).toMatchObject({ name: 'Local Offer', language: 'en-GB', team: [] })
    expect(writeSiteConfig(settings, config)).toBe(settings)
  })

  test('a change is written on its own line; comments and unknown keys stay', () => {
    const after = writeSiteConfig(settings, { ...configOf(settings), name: 'SEND Local Offer' })
    expect(after).toBe(settings.replace('name: Local Offer', 'name: SEND Local Offer'))
  })

  test('a section more is a section more', () => {
    const config = configOf(settings)
    const sections = [...config.sections, { slug: 'health', title: 'Health', summary: '' }]
    const after = writeSiteConfig(settings, { ...config, sections })
    expect(configOf(after).sections).toEqual(sections)
    expect(after).toContain('# The Local Offer of Southend\n')
    expect(after).toContain('colour: blue\n')
  })

  test('a list that somebody wrote by hand and that cannot be read stays, while other things beside it are set', () => {
    const byHand = `${settings}site:
  # One without its page, so that families see none of them.
  tasks:
    - says: My child is not going to school
  colour: "#0a5760"
`
    const config = configOf(byHand)
    expect(config.site.tasks).toEqual([])
    const after = writeSiteConfig(byHand, {
      ...config,
      site: { ...config.site, colour: '#12436d', useful: 'a@example.org' },
    })
    expect(after).toBe(`${byHand.replace('0a5760', '12436d')}  useful: a@example.org\n`)
    const tasks = [{ says: 'We are moving here', to: 'page:01J00000000000000000000000', for: [] }]
    expect(configOf(writeSiteConfig(byHand, { ...config, site: { ...config.site, tasks } })).site.tasks).toEqual(tasks)
  })

  test.each([
    ['no settings at all', 'just words'],
    ['something missing', 'signpost: 1\n'],
    ['broken', 'signpost: 1\nname: a: b\n'],
    ['without end', '['.repeat(10_000)],
  ])('%s is refused with a sentence and a next step', (_, text) => {
    expect(parseSiteConfig(text)).toMatchObject({ kind: 'refused', nextStep: expect.stringMatching(/\w/) })
  })
})

describe('a record', () => {
  const schema = z.object({ text: z.string(), at: z.string(), list: z.array(z.number()) })

  test.each(['a: b', '2026-11-22', 'null', '\n\n  x', '#', 'long '.repeat(200)])('comes back as it was: %j', text => {
    const record = { text, at: '2026-11-22T10:42:00.000Z', list: [1, 2] }
    expect(parseRecord(writeRecord(record), schema)).toEqual(record)
  })

  test('that says something else is refused by the name that people know it by', () => {
    const refused = parseRecord('text: 4', schema, 'the list of redirects')
    expect(isRefusal(refused) && refused.sentence).toMatch(/^The list of redirects could not be read/)
  })
})
