import { describe, expect, it } from 'vitest'
import type { PlacedProblem } from '../../src/renderer/editor/checks/problems-plugin.ts'
import { countWords, problemWords } from '../../src/renderer/editor/checks/severity-words.ts'
import {
  addressOf,
  describeHref,
  type KnownPlaces,
  linkTargets,
  targetNow,
} from '../../src/renderer/editor/dialogs/link-targets.ts'
import { headingAbove } from '../../src/renderer/editor/document/cursor-heading.ts'
import { familiesSee, savingWords } from '../../src/renderer/editor/session/saving-words.ts'
import { withTheirs } from '../../src/renderer/editor/session/words.ts'
import { hasTag, tagPlace, withoutTag, withTag } from '../../src/renderer/editor/side/tags.ts'
import { textStateOf } from '../../src/renderer/editor/toolbar/text-state.ts'
import { headingsOf, instantSchema, pageFieldsSchema, pageIdSchema, parseBody } from '../../src/shared/content/index.ts'
import type { FamiliesSee } from '../../src/shared/contract/index.ts'
import type { PageState } from '../../src/shared/review/index.ts'
import { writing } from './writing.ts'

const page = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9G')
const travel = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9H')
const club = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9J')

const known: KnownPlaces = {
  page,
  rows: [
    { id: page, kind: 'page', title: 'Travel for this page', section: 'education' },
    { id: travel, kind: 'page', title: 'Apply for travel to school', section: 'education' },
    { id: club, kind: 'service', title: 'Travel club', section: '' },
  ],
  headings: headingsOf(parseBody('## Who can travel\n\n## Costs').doc),
  sectionTitle: () => 'Education',
}

describe('where a link can go', () => {
  it('is found by any words of a title, titles that begin with them first, this page’s headings last', () => {
    expect(linkTargets('travel', known)).toEqual([
      { href: `service:${club}`, label: 'Travel club', kind: 'Service' },
      { href: `page:${travel}`, label: 'Apply for travel to school', kind: 'Page in Education' },
      { href: `page:${page}#who-can-travel`, label: 'Who can travel', kind: 'Heading on this page' },
    ])
    expect(linkTargets('school apply', known).map(({ label }) => label)).toEqual(['Apply for travel to school'])
    expect(linkTargets('nothing of that', known)).toEqual([])
  })

  it.each([
    ['https://example.org/a', 'https://example.org/a', 'Web address'],
    ['www.example.org', 'https://www.example.org', 'Web address'],
    ['example.org/help', 'https://example.org/help', 'Web address'],
    ['send@example.org', 'mailto:send@example.org', 'Email'],
    ['01632 960123', 'tel:01632960123', 'Telephone'],
  ])('can be %s, which becomes %s', (typed, href, kind) => {
    expect(addressOf(typed)).toEqual({ href, label: typed, kind })
  })

  it.each(['school', 'plan.docx', 'e.g.', 'ring us.org', '15', 'javascript:alert(1)', 'https://', 'a@b'])(
    'is no address when it is “%s”',
    typed => {
      expect(addressOf(typed)).toBeNull()
    },
  )

  it('is the place that was chosen, or an address as it was typed, and nothing for other words', () => {
    const chosen = { href: `page:${travel}`, label: 'Apply for travel to school', kind: 'Page in Education' }
    expect(targetNow('', null)).toBeNull()
    expect(targetNow('', chosen)).toBe(chosen)
    expect(targetNow(chosen.label, chosen)).toBe(chosen)
    expect(targetNow('travel', chosen)).toBeNull()
    expect(targetNow('www.example.org ', chosen)?.href).toBe('https://www.example.org')
    expect(targetNow('send@example.org', null)?.href).toBe('mailto:send@example.org')
  })

  it('is told in words for a link that is there already', () => {
    expect(describeHref(`page:${travel}#costs`, known).label).toBe('Apply for travel to school')
    expect(describeHref(`page:${page}#costs`, known).label).toBe('Costs')
    expect(describeHref(`page:${page}#gone`, known).label).toBe('A heading that is gone')
    expect(describeHref('page:01K9ZQ4T8MJ5W3XB7C2D6E8F9K', known).label).toBe('A page that is gone')
    expect(describeHref('mailto:send@example.org', known)).toMatchObject({ label: 'send@example.org', kind: 'Email' })
  })
})

describe('the saving line', () => {
  const at = instantSchema.parse('2026-11-22T10:42:10.000Z')
  const now = new Date('2026-11-22T11:00:00Z')

  it('says where the words are', () => {
    expect(savingWords({ kind: 'kept', at }, 'UTC').sentence).toBe('Saved on this laptop 10:42.')
    expect(savingWords({ kind: 'keeping' }).sentence).toBe('Saving…')
    const lost = savingWords({ kind: 'not-kept', sentence: 'The disk is full.', inNet: false })
    expect(lost.tone).toBe('stop')
    expect(lost.sentence).toContain('Leave this window open')
    const caught = savingWords({ kind: 'not-kept', sentence: 'The disk is full.', inNet: true })
    expect(caught.sentence).toContain('keeps a copy')
  })

  it('says what families see', () => {
    const said = (state: PageState, families: FamiliesSee) => familiesSee(state, families, now, 'UTC')
    const june = instantSchema.parse('2026-06-03T09:00:00.000Z')
    expect(said('draft', { kind: 'nothing' })).toBe('Families do not see this page yet.')
    expect(said('withdrawn', { kind: 'nothing' })).toContain('taken off')
    expect(said('live', { kind: 'version', since: at, newest: true })).toBe('Families see these words.')
    expect(said('draft', { kind: 'version', since: june, newest: true })).toBe('Families see the version of 3 June.')
    expect(said('draft', { kind: 'version', since: at, newest: true })).toBe('Families see today’s version.')
    expect(said('withdrawn', { kind: 'version', since: june, newest: true })).toContain('until a publish takes it off')
  })

  it('says of words that were published and not sent, or not seen on the web, only what is known', () => {
    const said = (state: PageState, families: FamiliesSee) => familiesSee(state, families, now, 'UTC')
    expect(said('live', { kind: 'version', since: at, newest: false })).toBe('Families see today’s version.')
    expect(said('live', { kind: 'not-known', published: at })).toMatch(/^Whether families see these words is not known/)
    expect(said('draft', { kind: 'not-known', published: at })).toMatch(/^Whether families see today’s version is not/)
  })
})

describe('problems in words', () => {
  const problem = (severity: 'error' | 'warning', fix?: string): PlacedProblem => ({
    id: severity,
    range: null,
    problem: {
      rule: 'r',
      severity,
      wcag: [],
      message: '“click here” says nothing.',
      why: 'People hear links alone.',
      place: { path: [] },
      field: 'body',
      ...(fix && { fix: { label: fix, edits: [] } }),
    },
  })

  it('are counted, with those that stop publishing', () => {
    expect(countWords([])).toBe('No problems found.')
    expect(countWords([problem('warning')])).toBe('1 problem, none of them stops publishing.')
    expect(countWords([problem('warning'), problem('error')])).toBe('2 problems, 1 of them stops publishing.')
  })

  it('are read out with what they do, why, and the keys that mend them', () => {
    expect(problemWords(problem('error', 'Write the link'), 'Ctrl full stop')).toBe(
      'Stops publishing. “click here” says nothing. People hear links alone. Write the link: press Ctrl full stop.',
    )
  })
})

describe('tags', () => {
  const whole = { requirement: 'SE7-1', heading: null }
  const costs = { requirement: 'SE7-1', heading: 'costs' }

  it('are of the page or of a heading, each once', () => {
    const tags = withTag(withTag(withTag([], whole), costs), costs)
    expect(tags).toEqual([whole, costs])
    expect(hasTag(tags, costs)).toBe(true)
    expect(withoutTag(tags, whole)).toEqual([costs])
  })

  it('say where they are, also when the heading is gone', () => {
    expect(tagPlace(whole, known.headings)).toBe('The whole page')
    expect(tagPlace(costs, known.headings)).toBe('“Costs”')
    expect(tagPlace({ ...costs, heading: 'gone' }, known.headings)).toBe('A heading that is gone')
  })

  it('go on the heading that the cursor is under', () => {
    const above = (markdown: string) => headingAbove(writing(markdown).editor.state)
    expect(above('b¦efore\n\n## One')).toBeNull()
    expect(above('## One\n\na\n\n## Two\n\nb¦\n\n## Three')).toEqual({ index: 1, text: 'Two' })
    expect(above('## One\n\n:::details[What]\n### Inside\n\nb¦\n:::')).toEqual({ index: 1, text: 'Inside' })
  })
})

describe('the toolbar’s picture of the cursor', () => {
  it('sees marks, lists, tables and callouts', () => {
    const at = (markdown: string) => textStateOf(writing(markdown).editor.state)
    expect(at('**b¦old**')).toMatchObject({ style: 'paragraph', bold: true, italic: false })
    expect(at('¦*all of it*¦')).toMatchObject({ italic: true })
    expect(at('- one\n  1. t¦wo')).toMatchObject({ bulletList: false, orderedList: true })
    expect(at('| a¦ |\n| - |\n| b |')).toMatchObject({ style: null, table: { row: true, column: false } })
    expect(at(':::callout{kind="warning"}\nw¦ords\n:::')).toMatchObject({ callout: 'warning' })
    expect(at('# To¦p')).toMatchObject({ style: 'heading-1' })
    expect(at('[a l¦ink](https://example.org)')).toMatchObject({ link: true })
  })
})

describe('fields that two people changed', () => {
  const entry = (patch: object) => ({
    kind: 'page' as const,
    fields: { ...pageFieldsSchema.parse({ id: page }), ...patch },
  })

  it('keep what was changed here, and take everything else from there', () => {
    const merged = withTheirs(entry({}), entry({ title: 'Mine' }), entry({ title: 'Theirs', owner: 'sam@example.org' }))
    expect(merged.fields).toMatchObject({ title: 'Mine', owner: 'sam@example.org' })
  })
})
