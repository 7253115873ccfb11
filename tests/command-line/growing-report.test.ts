import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkInJson } from '../../src/main/command-line/check-in-json.ts'
import type { FileReport } from '../../src/main/command-line/index.ts'
import { checkInSarif } from '../../src/main/command-line/sarif.ts'
import { refuse } from '../../src/shared/outcome.ts'
import { signpost } from './desk-of-paper.ts'
import { sarifTrouble } from './sarif-schema.ts'

// U+2028 and U+2029 end a line for much of JavaScript, and stand in a string of JSON as they are.
const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('one\u2028two', '\u2029'))
const problem = fc.record({
  rule: fc.constantFrom('link-text', 'latin', 'title-same'),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'notice' as const),
  wcag: fc.constantFrom([], ['2.4.4']),
  message: words,
  line: fc.nat({ max: 9 }),
  column: fc.constant(1),
  endLine: fc.constant(9),
  endColumn: fc.constant(2),
  fixable: fc.boolean(),
})
const dismissed = fc.record({
  reason: words,
  by: words,
  at: fc.constant('2026-11-22T10:00:00.000Z'),
  until: fc.constant(null),
})
const files: fc.Arbitrary<FileReport[]> = fc.array(
  fc.record({
    path: words,
    problems: fc.array(problem, { maxLength: 3 }),
    dismissed: fc.array(
      fc.tuple(problem, dismissed).map(([each, why]) => ({ ...each, dismissed: why })),
      { maxLength: 1 },
    ),
  }),
  { maxLength: 4 },
)
const sums = { summary: { errors: 1, warnings: 2, notices: 3 }, notSeen: ['Not all.'] }
const trouble = refuse('not-text', 'It is “not” text.', 'Leave it out.')

describe('a report that was written file by file', () => {
  test('is the JSON of all of it', () => {
    fc.assert(
      fc.property(files, all => {
        const json = checkInJson()
        expect(all.map(json.file).join('') + json.end(sums)).toBe(
          `${JSON.stringify({ files: all, ...sums }, null, 2)}\n`,
        )
      }),
    )
  })

  test('is one document where it was broken off too, and says why', () => {
    fc.assert(
      fc.property(files, all => {
        const json = checkInJson()
        const { kind: _, ...refused } = trouble
        expect(JSON.parse(all.map(json.file).join('') + json.brokenOff(trouble, sums))).toEqual({
          files: all,
          ...sums,
          refused,
        })
      }),
    )
  })

  test('is SARIF that fits its schema, done or broken off, with every rule where its results look for it', () => {
    fc.assert(
      fc.property(files, fc.boolean(), (all, isDone) => {
        const sarif = checkInSarif('2.0.1')
        const text = all.map(sarif.file).join('')
        const log = JSON.parse(text + (isDone ? sarif.end(sums) : sarif.brokenOff(trouble, sums)))
        expect(sarifTrouble(log)).toEqual([])
        const [{ results, tool, invocations }] = log.runs
        expect(results).toHaveLength(all.flatMap(file => [...file.problems, ...file.dismissed]).length)
        for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
        expect(invocations[0].executionSuccessful).toBe(isDone)
      }),
      { numRuns: 30 },
    )
  })
})

describe('check', () => {
  test('that can read the first file and not the second tells of the first, and ends as what could not be done', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-check-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    for (const name of ['good.md', 'not-text.md']) await writeFile(join(folder, name), 'Words.\n')
    const inJson = await signpost('check good.md not-text.md --format json', { terminal: { folder } })
    expect(JSON.parse(inJson.out)).toMatchObject({ files: [{ path: 'good.md' }], refused: { code: 'not-text' } })
    const inSarif = await signpost('check good.md not-text.md --format sarif', { terminal: { folder } })
    expect(JSON.parse(inSarif.out).runs[0].invocations[0].executionSuccessful).toBe(false)
    const inText = await signpost('check good.md not-text.md', { terminal: { folder } })
    expect(inText.out).toContain('Not done to the end')
    for (const { exit, err } of [inJson, inSarif, inText])
      expect([exit, err]).toEqual([2, 'It is not text.\nLeave it out.\n'])
  })

  test('that can read no file at all is refused as anything else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-check-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'not-text.md'), 'Words.\n')
    const alone = await signpost('check not-text.md --format json', { terminal: { folder } })
    expect(JSON.parse(alone.out)).toMatchObject({ kind: 'refused', code: 'not-text' })
  })
})
