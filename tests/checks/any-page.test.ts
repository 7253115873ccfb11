import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createChecker, locator, rules, runChecks } from '../../src/shared/checks/index.ts'
import {
  type Doc,
  type Entry,
  isSame,
  nodeAt,
  normaliseDoc,
  parseEntry,
  textOf,
  type WorkspacePath,
} from '../../src/shared/content/index.ts'
import { arbitraryDoc } from '../content/arbitrary-doc.ts'
import { facts, mended, pageOf } from './checked.ts'

const entryWith = (doc: Doc): Entry => ({ ...pageOf('Words.'), doc })

/** Words that the rules look for, so that arbitrary documents have problems. */
const catching = fc
  .array(
    fc.constantFrom(
      '[click here](https://example.org/)',
      'EHCP',
      'the **SENCO**’s',
      'PLEASE NOTE',
      '03/04/2027',
      'help@example.org',
      'prior to',
      'TBC',
      '• one\\\n• two',
      '\n\n**A bold line**\n\n',
      '\n\n#### Deep\n\n',
      '[Policy](media/travel.pdf)',
      'Itâ€™s',
      '\n\n| a | b |\n| - | - |\n| EHCP | [here](#x) |\n\n',
      '\n\n:::details[TBC]\n• one\n\n• two\n:::\n\n',
      'and so on.',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map(parts => pageOf(parts.join(' ')).doc)

test('every problem stands in the page, and its fix is a document that is written and read back the same', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryDoc.map(normaliseDoc), catching), doc => {
      const entry = entryWith(doc)
      for (const problem of runChecks(entry, facts)) {
        const { place, field, fix } = problem
        const node = nodeAt(doc, place.path)
        expect(node).not.toBeNull()
        if (field === 'body' && node && place.start !== undefined) {
          expect(place.start).toBeLessThanOrEqual(place.end ?? Number.POSITIVE_INFINITY)
          expect(place.end).toBeLessThanOrEqual(textOf(node).length)
        }
        if (!fix) continue
        const written = mended(entry, problem).doc
        const after = normaliseDoc(written)
        // To compare is cheap, and to say how two documents differ is not.
        const again = normaliseDoc(after)
        if (!isSame(again, after)) expect(again).toEqual(after)
        expect(written.content.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 80 },
  )
})

test('a checker that has seen other pages says what a new one says', () => {
  const checker = createChecker(rules)
  fc.assert(
    fc.property(catching, doc => {
      expect(checker.check(entryWith(doc), facts)).toEqual(runChecks(entryWith(doc), facts))
    }),
    { numRuns: 60 },
  )
})

describe('a page that is made to keep the checks busy is done all the same', () => {
  const long = 60_000
  test.each([
    ' ',
    '\u00a0 ',
    '(',
    '[say ',
    'AA ',
    'EHC ',
    'TBC ',
    'e.g. ',
    '...',
    '?!',
    'www.,',
    'a@b',
    'apply by ',
    '0 0-',
    '03/04/2027 ',
    'â€™',
    '“[when] ',
    '&amp;amp;',
    '\\*',
    '**a** ',
    '[here](https://example.org/)',
  ])('%j', piece => {
    const body = piece.repeat(Math.ceil(long / piece.length))
    const text = `x ${body} y`
    const parsed = parseEntry('pages/health/page.md' as WorkspacePath, text)
    const locate = locator(parsed, text)
    const found = runChecks(parsed.entry, facts)
    for (const problem of found) expect(locate(problem).line).toBe(1)
    // Nobody reads more of one kind in one place.
    expect(found.filter(({ rule }) => rule === 'leftovers').length).toBeLessThanOrEqual(50)
  })
})
