import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { aboutOf } from '../../src/shared/checks/index.ts'
import { isoDateSchema, type PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { act, codeOf, newPage, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const latin = 'Bring a letter, e.g. from school.'
const vague = 'Ask them. [Click here](https://example.org/form).'
const day = (text: string) => isoDateSchema.parse(text)

/** “Not a problem here”, as the window says it: of a problem as it is found in these words now. */
async function letBe(at: Laptop, id: PageId, rule: string, until: string | null = '2027-11-22') {
  at.tick(1000)
  const entry = must(await desk.openPage(at.session, id))
  const page = at.session.workspace.byId(id)
  if (page === null) throw new Error('no such page')
  const problem = at.session.checking.check(page, await at.session.checking.facts()).find(each => each.rule === rule)
  if (problem === undefined) throw new Error(`${entry.path} has no problem of ${rule}`)
  const wish = {
    rule,
    about: aboutOf(problem, page),
    reason: 'The form says it so.',
    until: until === null ? null : day(until),
  }
  return desk.notAProblem(at.session, id, wish)
}

async function rulesOn(at: Laptop, id: PageId): Promise<string[]> {
  const page = at.session.workspace.byId(id)
  return page === null ? [] : (await at.session.checking.problems(page)).map(({ rule }) => rule)
}
const dismissedOn = async (at: Laptop, id: PageId) => must(await desk.openReview(at.session, id)).dismissed

describe('“not a problem here”', () => {
  test('is kept with the page, told in review, and counts nowhere', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel to school', latin)
    expect(await rulesOn(at, id)).toContain('latin')
    await at.session.checking.countAll()
    const before = at.session.checking.counts(id)?.notices ?? 0
    must(await letBe(at, id, 'latin'))
    expect(await rulesOn(at, id)).not.toContain('latin')
    await at.session.checking.countAll()
    expect(at.session.checking.counts(id)?.notices).toBe(before - 1)
    const [said] = await dismissedOn(at, id)
    expect(said).toMatchObject({
      rule: 'latin',
      words: 'e.g.',
      reason: 'The form says it so.',
      by: priya,
      until: '2027-11-22',
    })
    expect((await act(at, 'what is not a problem')).sentence).toContain('The form says it so.')
    await at.restart()
    expect(await rulesOn(at, id)).not.toContain('latin')
    const report = await desk.checkWorkspace(at.session)
    const file = report.files.find(each => each.path.endsWith('travel-to-school.md'))
    expect(file?.problems.map(({ rule }) => rule)).not.toContain('latin')
    expect(file?.dismissed).toMatchObject([{ rule: 'latin', dismissed: { by: priya.name, until: '2027-11-22' } }])
  })

  test('holds when other words change, and ends when its own do', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel to school', latin)
    must(await letBe(at, id, 'latin'))
    await write(at, id, `Something new.\n\n${latin}`)
    expect(await rulesOn(at, id)).not.toContain('latin')
    await write(at, id, latin.replace('school', 'a doctor'))
    expect(await rulesOn(at, id)).toContain('latin')
  })

  test('ends the day after its last', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel to school', latin)
    must(await letBe(at, id, 'latin', '2026-11-23'))
    at.tick(24 * 3600 * 1000)
    expect(await rulesOn(at, id)).not.toContain('latin')
    at.tick(24 * 3600 * 1000)
    expect(await rulesOn(at, id)).toContain('latin')
    expect(await dismissedOn(at, id)).toEqual([])
  })

  test('is undone and done again, and taken back by anybody', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel to school', latin)
    must(await letBe(at, id, 'latin'))
    must(await undo(at, 'what is not a problem'))
    expect(await rulesOn(at, id)).toContain('latin')
    must(await undo(at, 'undid this'))
    expect(await rulesOn(at, id)).not.toContain('latin')
    const [said] = await dismissedOn(at, id)
    at.tick(1000)
    must(await desk.problemAgain(at.as(danny), id, said?.id ?? ''))
    expect(await rulesOn(at, id)).toContain('latin')
    expect(codeOf(await desk.problemAgain(at.session, id, said?.id ?? ''))).toBe('taken-back')
  })

  test('is not said of what stops publishing, of a day gone by, or of words that are others', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel to school', `${vague}\n\n${latin}`)
    expect(codeOf(await letBe(at, id, 'link-text'))).toBe('stops-publishing')
    expect(codeOf(await letBe(at, id, 'latin', '2026-11-21'))).toBe('day-is-over')
    const about = { field: 'body', words: 'e.g.', within: 'Other words, e.g. these.' }
    const wish = { rule: 'latin', about, reason: 'So.', until: null }
    expect(codeOf(await desk.notAProblem(at.session, id, wish))).toBe('changed-meanwhile')
    const long = { ...wish, about: { ...about, within: 'x'.repeat(100_001) } }
    expect(codeOf(await desk.notAProblem(at.session, id, long))).toBe('too-long')
    expect(await dismissedOn(at, id)).toEqual([])
  })

  test('from outside is data: a broken one is named and counts for nothing, and none opens the gate', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel to school', vague)
    must(await desk.askForReview(at.session, id, ''))
    const folder = join(at.session.workspace.root, 'reviews', id)
    const record = (name: string, more: string) =>
      writeFile(
        join(folder, `${name}.yml`),
        `id: ${name}\npage: ${id}\nby: {name: Eve, email: eve@example.org}\nat: 2026-11-22T09:00:00.000Z\nkind: not-a-problem\nrule: link-text\nmessage: m\n${more}`,
      )
    const about = 'about: {field: body, words: Click here, within: "Click here. → https://example.org/form"}'
    await record('01JA0000000000000000000001', `${about}\nreason: "  "\n`)
    await record('01JA0000000000000000000002', `${about}\nreason: So.\nuntil: for ever\n`)
    await record('01JA0000000000000000000003', `${about}\nreason: So.\n`)
    await at.restart()
    expect(await rulesOn(at, id)).toContain('link-text')
    const broken = at.session.workspace.unreadable().map(({ path, sentence }) => [path.slice(-5), sentence])
    expect(broken).toEqual([
      ['1.yml', expect.stringContaining('“reason” does not say what is needed')],
      ['2.yml', expect.stringContaining('“until” does not say what is needed')],
    ])
  })
})
