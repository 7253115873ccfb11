import { describe, expect, test } from 'vitest'
import {
  type CheckFacts,
  createChecker,
  type Problem,
  type Rule,
  rules,
  runChecks,
} from '../../src/shared/checks/index.ts'
import { type Entry, parseEntry, replaceAt, type WorkspacePath } from '../../src/shared/content/index.ts'

const facts: CheckFacts = {
  titles: new Map([['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'Travel to school']]),
  media: new Map([
    ['bus.png', 2_000],
    ['wave.png', 900],
    ['travel.pdf', 240_000],
    ['form.docx', 34_000],
  ]),
  today: '2026-11-22',
}

/** An example is a whole page where it has front matter; otherwise the body of a page that lacks nothing else. */
function pageOf(example: string): Entry {
  const sound = '---\ntitle: Travel to school\nsummary: Who can get help.\nowner: priya@example.org\n---\n'
  const text = example.startsWith('---') ? example : sound + example
  return parseEntry('pages/education/travel.md' as WorkspacePath, text).entry
}

const found = (rule: Rule, entry: Entry): Problem[] => createChecker([rule]).check(entry, facts)

/** The page after a fix, as the editor makes it: each edit in turn. */
function mended(entry: Entry, problem: Problem): Entry {
  const edits = problem.fix?.edits ?? []
  return { ...entry, doc: edits.reduce((doc, { path, nodes }) => replaceAt(doc, path, nodes), entry.doc) }
}

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.examples.fail)('sees what is wrong in %j', example => {
    expect(found(rule, pageOf(example))).not.toEqual([])
  })

  test.each(rule.examples.pass)('is silent about %j', example => {
    expect(found(rule, pageOf(example))).toEqual([])
  })

  test('has examples both ways, a reason, and a source', () => {
    expect(rule.examples.fail.length).toBeGreaterThan(0)
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
