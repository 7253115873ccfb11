import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { workspaceDataFolder } from '../../src/main/settings/index.ts'
import type { SiteConfig } from '../../src/shared/content/index.ts'
import { colourTrouble } from '../../src/shared/site/index.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'

afterEach(closeLaptops)

const own = (at: Laptop) => workspaceDataFolder(at.world.data, at.session.workspace.root)
const forget = (at: Laptop) => rm(join(own(at), 'reports.memory'), { force: true })

const pathOf = (name: string) => `pages/education/${name}.md`
const pageText = (number: number, title: string, body: string) =>
  `---\nid: 01JA000000000000000000000${number}\ntitle: ${title}\nowner: sam@example.org\n---\n\n${body}\n`

async function put(at: Laptop, path: string, text: string | null): Promise<void> {
  const file = join(at.session.workspace.root, path)
  await mkdir(dirname(file), { recursive: true })
  if (text === null) await rm(file, { force: true })
  else await writeFile(file, text)
  await at.session.workspace.refresh()
  at.session.checking.forget()
}

/** The settings as the team left them, with something else in them. */
async function settle(at: Laptop, change: Partial<SiteConfig>): Promise<void> {
  must(await at.session.workspace.setConfig({ ...at.session.workspace.config(), ...change }))
}

const inTheTeam = (email: string): SiteConfig['team'] => [{ name: 'Sam', email, roles: [] }]

/** What is found of one page, as `rule: message`. */
async function saidOf(at: Laptop, path: string): Promise<string[]> {
  const { files } = await desk.checkWorkspace(at.session)
  const { problems = [] } = files.find(file => file.path === path) ?? {}
  return problems.map(({ rule, message }) => `${rule}: ${message}`)
}

test('a colour that no words can be read on is told where it stands', async () => {
  const at = await withPages('one')
  const { site } = at.session.workspace.config()
  await settle(at, { site: { ...site, colour: '#ffcc00' } })
  expect(await saidOf(at, 'signpost.yml')).toEqual([`site-colour: ${colourTrouble('#ffcc00')}`])
  await settle(at, { site: { ...site, colour: '#0a5760' } })
  expect(await saidOf(at, 'signpost.yml')).toEqual([])
})

test('what somebody wrote into the settings by hand and nobody can read is told with its line', async () => {
  const at = await withPages('one')
  const text = await readFile(join(at.session.workspace.root, 'signpost.yml'), 'utf8')
  const line = text.split('\n').indexOf('words: []') + 1
  await put(at, 'signpost.yml', text.replace('words: []', 'words: Southend'))
  expect(await saidOf(at, 'signpost.yml')).toEqual([
    expect.stringMatching(`^settings-unread: What line ${line} .*“words”`),
  ])
  expect(await at.session.workspace.unreadSettings()).toMatchObject([{ path: 'words', under: 'Our words' }])
  await put(at, 'signpost.yml', text)
  expect(await saidOf(at, 'signpost.yml')).toEqual([])
})

/** Which pages the checks were run on. */
async function checkedAnew(at: Laptop): Promise<string[]> {
  const anew: string[] = []
  const { checking } = at.session
  const watched: typeof checking = {
    ...checking,
    check(entry, facts) {
      anew.push(entry.path)
      return checking.check(entry, facts)
    },
  }
  await desk.checkWorkspace({ ...at.session, checking: watched })
  return anew.toSorted()
}

async function withPages(...names: string[]): Promise<Laptop> {
  const at = await laptop()
  must(await desk.createPage(at.session, { section: 'education', title: 'First', template: 'topic' }))
  for (const [number, name] of names.entries()) await put(at, pathOf(name), pageText(number + 1, name, 'Words.'))
  await desk.checkWorkspace(at.session)
  return at
}

test('only what changed is checked again', async () => {
  const at = await withPages('a', 'b')
  expect(await checkedAnew(at)).toEqual([])
  await put(at, pathOf('a'), pageText(1, 'a', 'Other words.'))
  expect(await checkedAnew(at)).toEqual([pathOf('a')])
})

test('a page that is gone, a file that came, another day and another program are looked at from every page', async () => {
  const at = await withPages('a', 'b')
  const all = at.session.workspace.entries().length
  await put(at, pathOf('b'), null)
  expect(await checkedAnew(at)).toHaveLength(all - 1)
  await put(at, 'media/form.pdf', '%PDF-1.4')
  expect(await checkedAnew(at)).toHaveLength(all - 1)
  at.tick(24 * 60 * 60 * 1000)
  at.session.checking.forget()
  expect(await checkedAnew(at)).toHaveLength(all - 1)
  at.world.version = 'another'
  expect(await checkedAnew(at)).toHaveLength(all - 1)
  expect(await readdir(own(at))).toContain('reports.memory')
})

test('what is found between the pages follows the settings and the other pages, though no word of this one changed', async () => {
  const at = await withPages('a', 'b')
  const unknown = 'owner-unknown: sam@example.org looks after this, and is not in the team.'
  await settle(at, { team: inTheTeam('mark@example.org') })
  expect(await saidOf(at, pathOf('a'))).toContain(unknown)
  await settle(at, { team: inTheTeam('sam@example.org') })
  expect(await saidOf(at, pathOf('a'))).not.toContain(unknown)
  await put(at, pathOf('b'), pageText(2, 'a', 'Words.'))
  expect(await saidOf(at, pathOf('a'))).toContain('title-same: “a” has the same title.')
  await settle(at, { checks: { levels: { 'title-same': 'off' }, dismissStops: false } })
  expect(await saidOf(at, pathOf('a'))).not.toContain('title-same: “a” has the same title.')
})

test('whatever happens in between, the report is that of a computer that remembers nothing', async () => {
  const bodies = fc.constantFrom(
    'Plain words.',
    '[click here](page:01JA0000000000000000000001)',
    'See [the other page](page:01JA0000000000000000000002) by 3 December 2026.',
    '[The form](media/form.pdf), and the EHCP.',
    '# A heading\n\n### Too deep',
  )
  const changes = fc.oneof(
    fc.record({ name: fc.constantFrom('a', 'b', 'c'), title: fc.constantFrom('One', 'TWO WORDS', ''), body: bodies }),
    fc.record({ gone: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ media: fc.constantFrom('%PDF-1.4', null) }),
    fc.record({ owner: fc.constantFrom('sam@example.org', 'mark@example.org') }),
    fc.record({ days: fc.integer({ min: 1, max: 20 }) }),
  )
  const at = await laptop()
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 4 }), async steps => {
      for (const step of steps) {
        if ('name' in step) {
          const number = ['a', 'b', 'c'].indexOf(step.name) + 1
          await put(at, pathOf(step.name), pageText(number, step.title, step.body))
        } else if ('gone' in step) await put(at, pathOf(step.gone), null)
        else if ('media' in step) await put(at, 'media/form.pdf', step.media)
        else if ('owner' in step) await settle(at, { team: inTheTeam(step.owner) })
        else {
          at.tick(step.days * 24 * 60 * 60 * 1000)
          at.session.checking.forget()
        }
        const report = await desk.checkWorkspace(at.session)
        await forget(at)
        at.session.checking.forget()
        expect(report).toEqual(await desk.checkWorkspace(at.session))
      }
    }),
    { numRuns: 25 },
  )
})
