import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { rules, siteRules } from '../../src/shared/checks/index.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'
import { act, codeOf, newPage, undo } from './undoing.ts'

afterEach(closeLaptops)

const settings = (at: Laptop) => join(at.session.workspace.root, 'signpost.yml')
/** The settings with something else under `checks`. */
async function rewrite(at: Laptop, words: string): Promise<void> {
  await writeFile(settings(at), withoutChecks(await readFile(settings(at), 'utf8')) + words)
  await at.restart()
}
const withoutChecks = (text: string) => text.replace(/^checks:.*\n(?: .*\n)*/m, '')

const viewOf = (at: Laptop, id: string) =>
  desk
    .checkPolicy(at.session)
    .groups.flatMap(({ checks }) => checks)
    .find(each => each.id === id)

test('a check does what the team says, everywhere, as an act that is undone like any other', async () => {
  const at = await laptop()
  const id = await newPage(at, 'Travel to school', 'Ask them. [Click here](https://example.org/form), e.g. today.')
  const severities = async () => {
    const page = at.session.workspace.byId(id)
    const problems = page === null ? [] : await at.session.checking.problems(page)
    return Object.fromEntries(problems.map(({ rule, severity }) => [rule, severity]))
  }
  expect(await severities()).toMatchObject({ 'link-text': 'error', latin: 'notice' })
  await at.session.checking.countAll()
  expect(at.session.checking.counts(id)?.errors).toBe(1)
  const before = await readFile(settings(at), 'utf8')
  at.tick(1000)
  must(await desk.setCheckLevel(at.session, 'link-text', 'warns'))
  at.tick(1000)
  must(await desk.setCheckLevel(at.session, 'latin', 'off'))
  expect(await severities()).toMatchObject({ 'link-text': 'warning' })
  expect(Object.keys(await severities())).not.toContain('latin')
  await at.session.checking.countAll()
  expect(at.session.checking.counts(id)?.errors).toBe(0)
  const held = must(await at.session.live.plan()).heldBack.find(each => each.id === id)
  expect(held?.why).toBe('not-reviewed')
  const report = await desk.checkWorkspace(at.session)
  expect(report.files.flatMap(file => file.problems).find(each => each.rule === 'link-text')?.severity).toBe('warning')
  expect(await act(at, 'A link that does not say where it goes')).toMatchObject({ kind: 'settings' })
  must(await undo(at, 'A link that does not say where it goes'))
  expect(await severities()).toMatchObject({ 'link-text': 'error' })
  at.tick(1000)
  must(await desk.setCheckLevel(at.session, 'latin', null))
  expect(await severities()).toMatchObject({ latin: 'notice' })
  expect(withoutChecks(await readFile(settings(at), 'utf8'))).toBe(withoutChecks(before))
})

test('what the file says and nobody understands is told, passed over, and still there after a change', async () => {
  const at = await laptop()
  await rewrite(at, 'checks:\n  levels:\n    from-the-future: stops\n    latin: perhaps\n    idioms: off\n')
  const { trouble } = desk.checkPolicy(at.session)
  expect(trouble).toEqual([expect.stringContaining('“from-the-future”'), expect.stringContaining('“perhaps”')])
  expect(viewOf(at, 'idioms')).toMatchObject({ level: 'off' })
  at.tick(1000)
  must(await desk.setCheckLevel(at.session, 'acronyms', 'informs'))
  const text = await readFile(settings(at), 'utf8')
  for (const line of ['from-the-future: stops', 'latin: perhaps', 'idioms: off', 'acronyms: informs'])
    expect(text).toContain(line)
  expect(codeOf(await desk.setCheckLevel(at.session, 'from-the-future', 'off'))).toBe('no-such-check')
})

test.each(['checks: 3', 'checks:\n  levels: all', 'checks:\n  levels: [a]\n  dismissStops: perhaps', 'checks:'])(
  'settings that say “%s” are as if they said nothing',
  async words => {
    const at = await laptop()
    await rewrite(at, `${words}\n`)
    expect(desk.checkPolicy(at.session)).toMatchObject({ dismissStops: false, trouble: [] })
    expect(viewOf(at, 'link-text')).toMatchObject({ level: null, usual: 'stops' })
  },
)

test('every check can be chosen, once', async () => {
  const at = await laptop()
  const shown = desk.checkPolicy(at.session).groups.flatMap(({ checks }) => checks.map(({ id }) => id))
  expect(shown.toSorted()).toEqual([...rules, ...siteRules].map(({ id }) => id).toSorted())
})

test('where the team says so, what stops publishing may be let be on a page', async () => {
  const at = await laptop()
  must(await desk.setDismissStops(at.session, true))
  expect(at.session.workspace.config().checks.dismissStops).toBe(true)
  expect((await act(at, 'for what stops publishing')).sentence).toContain('allowed')
})
