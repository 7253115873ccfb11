import { afterEach, expect, test } from 'vitest'
import { closeLaptops, laptop } from './laptop.ts'
import { newPage } from './undoing.ts'

afterEach(closeLaptops)

test('facts that are asked for anew are the same ones for as long as nothing changed in them', async () => {
  const { session } = await laptop()
  const before = await session.checking.facts()
  session.checking.forget()
  expect(await session.checking.facts()).toBe(before)
})

test('a page that came makes them others, and another day does', async () => {
  const at = await laptop()
  const { checking } = at.session
  const before = await checking.facts()
  const id = await newPage(at, 'Travel to school', 'Ask your school.')
  const after = await checking.facts()
  expect(after).not.toBe(before)
  expect(after.titles.get(id)).toBe('Travel to school')
  at.tick(2 * 24 * 60 * 60 * 1000)
  checking.forget()
  expect((await checking.facts()).today > after.today).toBe(true)
})

test('what is counted of a page is what is found on it', async () => {
  const at = await laptop()
  const { checking, workspace } = at.session
  const id = await newPage(at, 'Travel to school', 'Bring a letter, e.g. from school.')
  await checking.countAll()
  const entry = workspace.byId(id)
  if (entry === null) throw new Error('no such page')
  const facts = await checking.facts()
  const once = checking.judge(entry, facts, []).problems
  expect(once.map(({ rule }) => rule)).toContain('latin')
  expect(checking.counts(id)?.notices).toBe(once.filter(({ severity }) => severity === 'notice').length)
})
