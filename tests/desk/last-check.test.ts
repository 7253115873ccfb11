import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { checkUnlessAsBefore } from '../../src/main/last-check.ts'
import { refuse } from '../../src/shared/outcome.ts'
import { closeLaptops, type Laptop, laptop } from './laptop.ts'

afterEach(closeLaptops)

const pathOf = (name: string) => `pages/education/${name}.md`

async function put(at: Laptop, path: string, text: string | null): Promise<void> {
  const file = join(at.session.workspace.root, path)
  await mkdir(dirname(file), { recursive: true })
  if (text === null) await rm(file, { force: true })
  else await writeFile(file, text)
}

/** What the command line says, and whether the pages were looked at for it. */
async function checked(at: Laptop, meanwhile: () => Promise<void> = async () => undefined) {
  let looked = false
  const { data, version, now } = at.world
  const report = await checkUnlessAsBefore(at.session.workspace.root, { data, version, now }, async () => {
    looked = true
    await at.session.workspace.refresh()
    at.session.checking.forget()
    const found = await desk.checkWorkspace(at.session)
    await meanwhile()
    return found
  })
  return { report, looked }
}

test('where nothing changed, the last report is given and no page is looked at', async () => {
  const at = await laptop()
  await put(at, pathOf('a'), '---\ntitle: A\n---\n\n[click here](/b/)\n')
  const first = await checked(at)
  expect(first.looked).toBe(true)
  expect(await checked(at)).toEqual({ report: first.report, looked: false })
})

test('another day, another program and words that changed during the check are looked at', async () => {
  const at = await laptop()
  await checked(at)
  at.tick(24 * 60 * 60 * 1000)
  expect((await checked(at)).looked).toBe(true)
  at.world.version = 'another'
  expect((await checked(at)).looked).toBe(true)
  await put(at, pathOf('a'), '---\ntitle: A\n---\n\nWords.\n')
  await checked(at, () => put(at, pathOf('a'), '---\ntitle: A\n---\n\nOther.\n'))
  expect((await checked(at)).looked).toBe(true)
  expect((await checked(at)).looked).toBe(false)
})

test('a check that could not be made is not remembered', async () => {
  const at = await laptop()
  const { data, version, now } = at.world
  const refusal = refuse('broken-settings', 'The settings cannot be read.', 'Put them right.')
  const root = at.session.workspace.root
  expect(await checkUnlessAsBefore(root, { data, version, now }, async () => refusal)).toBe(refusal)
  expect((await checked(at)).looked).toBe(true)
})

test('whatever happens in between, it is the report of somebody who remembers nothing', async () => {
  const at = await laptop()
  const changes = fc.oneof(
    fc.record({
      path: fc.constantFrom(pathOf('a'), pathOf('b'), 'services/c.md'),
      text: fc.constantFrom('---\ntitle: A\n---\n\n[click here](/b/)\n', '---\ntitle: B\n---\n\nTBC\n', null),
    }),
    fc.record({ path: fc.constant('media/form.pdf'), text: fc.constantFrom('%PDF-1.4', null) }),
    fc.record({ days: fc.integer({ min: 1, max: 3 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { maxLength: 3 }), async steps => {
      for (const step of steps) {
        if ('days' in step) at.tick(step.days * 24 * 60 * 60 * 1000)
        else await put(at, step.path, step.text)
      }
      const { report } = await checked(at)
      await at.session.workspace.refresh()
      at.session.checking.forget()
      expect(report).toEqual(await desk.checkWorkspace(at.session))
    }),
    { numRuns: 15 },
  )
})
