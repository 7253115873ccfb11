import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PlacedProblem } from '../../src/renderer/editor/checks/problems-plugin.ts'
import { apart, linesOf, nextPrompt } from '../../src/renderer/editor/checks/prompts.ts'
import { countWords, leftWords, shortWords } from '../../src/renderer/editor/checks/severity-words.ts'
import { runChecks } from '../../src/shared/checks/index.ts'
import { parseEntry, workspacePathSchema } from '../../src/shared/content/index.ts'

const facts = { titles: new Map(), media: new Map(), today: '2026-11-24' }

function found(template: string, more = ''): PlacedProblem[] {
  const text = readFileSync(new URL(`../../resources/templates/${template}.md`, import.meta.url), 'utf8')
  const { entry } = parseEntry(workspacePathSchema.parse('pages/health/x.md'), `${text}${more}`)
  return runChecks(entry, facts).map((problem, index) => ({ id: String(index), problem, range: null }))
}

test.each(['topic', 'event', 'what-to-do-if'])(
  'of a new page from the %s template, all prompts are one line',
  template => {
    const items = found(template)
    const { prompts, problems } = apart(items)
    expect(prompts.length).toBeGreaterThan(5)
    expect(prompts.every(({ problem }) => problem.severity === 'error')).toBe(true)
    expect(problems.filter(({ problem }) => problem.severity === 'error' && problem.field === 'body')).toEqual([])
    expect(linesOf(items)).toBe(problems.length + 1)
    expect(countWords(items)).toMatch(/^\d+ prompts to fill in\. /)
    expect(shortWords(items)).toMatch(/^\d+ prompts, \d+ problems?$/)
    expect(shortWords(prompts.slice(0, 1))).toBe('1 prompt, no problems')
  },
)

test('what else is left over is a problem of its own, and a blank page has no prompt', () => {
  expect(apart(found('topic', '\nThe fee is TBC.\n')).problems.map(({ problem }) => problem.message)).toContain(
    '“TBC” is left over and still has to be written.',
  )
  expect(apart(found('blank')).prompts).toEqual([])
  expect(shortWords([])).toBe('No problems')
  // “[insert price]” may be anybody's: nothing says that a template left it.
  expect(leftWords(1)).toBe('1 note in square brackets is left over, and still has to be written.')
  expect(leftWords(3)).toBe('3 notes in square brackets are left over, and still have to be written.')
})

test('the walk goes from prompt to prompt, and begins again', () => {
  const { prompts } = apart(found('topic'))
  const ids = prompts.map(({ id }) => id)
  expect(nextPrompt(prompts, null)?.id).toBe(ids[0])
  expect(nextPrompt(prompts, ids[0] ?? '')?.id).toBe(ids[1])
  expect(nextPrompt(prompts, ids.at(-1) ?? '')?.id).toBe(ids[0])
  expect(nextPrompt([], null)).toBeNull()
})
