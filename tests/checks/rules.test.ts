import { describe, expect, test } from 'vitest'
import { pageFromHtml } from '../../src/main/import/index.ts'
import { createChecker, type Problem, type Rule, rules, runChecks } from '../../src/shared/checks/index.ts'
import type { Entry, WorkspacePath } from '../../src/shared/content/index.ts'
import { facts, mended, pageOf } from './checked.ts'

const foundInHtml = (rule: Rule, html: string): Problem[] => {
  const { entry, markup } = pageFromHtml('pages/files/page.md' as WorkspacePath, html)
  return createChecker([rule]).check(entry, facts, markup)
}
const found = (rule: Rule, entry: Entry): Problem[] => createChecker([rule]).check(entry, facts)

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.examples.fail)('sees what is wrong in %j', example => {
    expect(found(rule, pageOf(example))).not.toEqual([])
  })

  test.each(rule.examples.pass)('is silent about %j', example => {
    expect(found(rule, pageOf(example))).toEqual([])
  })

  test('has examples both ways, a reason, and a source', () => {
    expect([...rule.examples.fail, ...(rule.examples.html?.fail ?? [])].length).toBeGreaterThan(0)
    expect(rule.examples.pass.length).toBeGreaterThan(0)
    expect(rule.why).toMatch(/\.$/)
    expect(rule.wcag.length > 0 || rule.source !== undefined).toBe(true)
  })

  test('mends what it offers to mend, and loses no word of the rest', () => {
    for (const example of rule.examples.fail) {
      const entry = pageOf(example)
      const before = found(rule, entry)
      for (const problem of before.filter(each => each.fix)) {
        expect(found(rule, mended(entry, problem)).length).toBeLessThan(before.length)
      }
    }
  })
})

const inHtml = (kind: 'fail' | 'pass') =>
  rules.flatMap(rule => (rule.examples.html?.[kind] ?? []).map(html => [rule.id, html, rule] as const))

test.each(inHtml('fail'))('%s sees what is wrong in the web page %s', (_, html, rule) => {
  expect(foundInHtml(rule, html)).not.toEqual([])
})

test.each(inHtml('pass'))('%s is silent about the web page %s', (_, html, rule) => {
  expect(foundInHtml(rule, html)).toEqual([])
})

describe('the list of rules', () => {
  test('names each rule once', () => {
    expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length)
  })

  test('leaves an ordinary good page alone', () => {
    const page = pageOf(
      '---\ntitle: Travel to school\nsummary: Who can get help with travel.\nowner: priya@example.org\n---\n' +
        '## Who can get help\n\nYour child may get help if the school is far away.\n\n- a pass for the bus\n- a place on a minibus\n\n' +
        '## Apply\n\n[Apply for help with travel](https://example.org/apply) by 31 May 2027.\n',
    )
    expect(runChecks(page, facts)).toEqual([])
  })
})

describe('a rule that looks at the whole page', () => {
  const looking = (id: string, on: Rule['on']): Rule => ({ ...(rules[0] as Rule), id, on })
  const told = (message: string) => () => ({ message, place: { path: [] } })
  const both = looking('both', {
    page: told('page'),
    pageOfDocument: told('document'),
    elements: { p: ({ place }) => ({ message: 'element', place }) },
  })
  const messages = (problems: readonly Problem[]) => problems.map(({ message }) => message).sort()

  test('does so on a web page too, whatever it looks for in its markup', () => {
    expect(messages(foundInHtml(both, '<p>Words.</p>'))).toEqual(['element', 'page'])
  })

  test('looks at a document in both ways', () => {
    expect(messages(found(both, pageOf('Words.')))).toEqual(['document', 'page'])
  })
})

test.each([
  ['moves', ['party.gif'], '::figure{src="media/party.gif" alt="Balloons rise"}', ['warning']],
  ['stands still', [], '::figure{src="media/party.gif" alt="Balloons rise"}', []],
  ['was not looked at', undefined, '::figure{src="media/party.gif" alt="Balloons rise"}', ['notice']],
  ['is not in the workspace', [], '::figure{src="media/other.gif" alt="Balloons rise"}', ['notice']],
  ['moves, whatever its ending', ['party.gif', 'bus.png'], '![A bus](media/bus.png)', ['warning']],
])('a picture whose file %s', (_, moving, text, expected) => {
  const known = { ...facts, media: new Map([...facts.media, ['party.gif', 900]]) }
  const all = moving === undefined ? known : { ...known, moving: new Set(moving) }
  const imageMoving = rules.filter(({ id }) => id === 'image-moving')
  expect(
    createChecker(imageMoving)
      .check(pageOf(text), all)
      .map(({ severity }) => severity),
  ).toEqual(expected)
})

describe('checking again', () => {
  const page = (words: string) =>
    pageOf(`Words.\n\nSee [click here](https://example.org/).\n\n${words}\n\n**A bold line**\n\nMore.`)

  test('finds what checking anew finds, wherever blocks have moved', () => {
    const checker = createChecker(rules)
    checker.check(page('One.'), facts)
    const moved = page('One.\n\nTwo.\n\n[here](https://example.org/)')
    expect(checker.check(moved, facts)).toEqual(runChecks(moved, facts))
    expect(checker.check(page('One.'), facts)).toEqual(runChecks(page('One.'), facts))
  })

  test('forgets what it knew when the facts change', () => {
    const checker = createChecker(rules)
    const entry = pageOf('[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5FAV)')
    expect(checker.check(entry, facts)).toEqual([])
    expect(checker.check(entry, { ...facts, titles: new Map([['01ARZ3NDEKTSV4RRFFQ69G5FAA', 'Other']]) })).toHaveLength(
      1,
    )
  })

  test('reports in reading order', () => {
    const places = runChecks(page('One.'), facts).map(problem => problem.place.path[0])
    expect(places).toEqual([1, 3])
  })
})
