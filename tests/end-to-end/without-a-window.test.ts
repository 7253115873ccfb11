import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

/** The same story for pipelines: every command on a real workspace, what it prints, and how it ends. */

const cli = new URL('../../out/main/cli.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'signpost-cli-'))
const offer = join(folder, 'offer')
const site = join(folder, 'site')

function signpost(...words: string[]): { code: number | null; out: string; err: string } {
  const env = {
    ...process.env,
    SIGNPOST_DATA: join(folder, 'data'),
    SIGNPOST_NAME: 'Mark Ellery',
    SIGNPOST_EMAIL: 'mark@example.org',
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { env, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

/** Standard output as one JSON document and nothing else. */
function json<T>(schema: z.ZodType<T>, ...words: string[]): { code: number | null; answer: T; err: string } {
  const { code, out, err } = signpost(...words, '--format', 'json')
  return { code, answer: schema.parse(JSON.parse(out)), err }
}

const count = z.number().int().nonnegative()
const problem = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'notice']),
  wcag: z.array(z.string()),
  message: z.string().min(1),
  line: z.number().min(1),
  column: z.number().min(1),
  endLine: z.number().min(1),
  endColumn: z.number().min(1),
  fixable: z.boolean(),
})
const checkSchema = z.strictObject({
  files: z.array(z.strictObject({ path: z.string(), problems: z.array(problem), dismissed: z.array(z.never()) })),
  summary: z.strictObject({ errors: count, warnings: count, notices: count }),
  notSeen: z.array(z.string()),
})
const publishSchema = z.strictObject({
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
  although: z.array(z.strictObject({ page: z.string(), why: z.string().min(1) })),
  blocked: z.array(z.strictObject({ page: z.string(), why: z.string().min(1) })),
  url: z.string(),
  verified: z.boolean(),
})

beforeAll(() => {
  const { code, answer } = json(z.strictObject({ workspace: z.string(), pages: count }), 'new', offer, '--sample')
  expect(code).toBe(0)
  expect(answer.workspace).toBe(offer)
  expect(answer.pages).toBeGreaterThanOrEqual(40)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const moving = 'pages/education/moving-into-southend-with-an-ehc-plan.md'

describe('the story without a window', () => {
  test('check finds what the editor finds, where it stands, and ends with 1', () => {
    const { code, answer } = json(checkSchema, 'check', offer)
    expect(code).toBe(1)
    const page = answer.files.find(file => file.path.endsWith(moving))
    const vague = page?.problems.find(each => each.rule === 'link-text')
    const line = readFileSync(join(offer, moving), 'utf8').split('\n')[(vague?.line ?? 0) - 1] ?? ''
    expect(line.slice((vague?.column ?? 0) - 1)).toContain('click here')
    const all = answer.files.flatMap(file => file.problems)
    expect(answer.summary.errors).toBe(all.filter(each => each.severity === 'error').length)
  })

  test('import says what a spreadsheet would change, and brings it in once it is asked to', () => {
    const sheet = join(folder, 'services.csv')
    writeFileSync(sheet, 'Name,Cost\nNight swimming,£2\n,Free\n')
    const row = z.object({ row: count, title: z.string(), changes: z.array(z.object({ what: z.string() })) })
    const schema = z.object({
      created: z.array(row),
      changed: z.array(row),
      same: count,
      needsYou: z.array(z.unknown()),
    })
    const seen = json(schema, 'import', sheet, '--into', offer, '--dry-run')
    const file = join(offer, 'services/night-swimming.md')
    expect(seen).toMatchObject({
      code: 1,
      answer: { created: [{ row: 2, title: 'Night swimming' }], needsYou: [{ row: 3 }] },
    })
    expect(existsSync(file)).toBe(false)
    expect(signpost('import', sheet, '--into', offer).out).toContain('This was brought in.')
    expect(readFileSync(file, 'utf8')).toMatch(/^cost: "£2"$/m)
  })

  test('check of one sound file ends with 0, and SARIF is one document too', () => {
    const file = join(folder, 'sound.md')
    writeFileSync(
      file,
      '---\ntitle: Travel to school\nsummary: Who can get help.\nowner: priya@example.org\n---\nAsk the school first.\n',
    )
    const { code, answer } = json(checkSchema, 'check', file)
    expect(code).toBe(0)
    expect(answer.notSeen.join()).toContain('what only all pages together show')
    const sarif = JSON.parse(signpost('check', offer, '--format', 'sarif').out)
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Signpost' } } }] })
  })

  test('build writes the site, says what it wrote, and a second time has nothing to write', () => {
    const schema = z.strictObject({ pages: count, written: count, unchanged: count, removed: count, ms: count })
    const first = json(schema, 'build', offer, '--out', site)
    expect(first.code).toBe(0)
    expect(first.answer.written).toBeGreaterThan(first.answer.pages)
    expect(first.err).not.toBe('')
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('Southend')
    const second = json(schema, 'build', offer, '--out', site)
    expect(second.answer).toMatchObject({ written: 0, removed: 0, unchanged: first.answer.written })
  })

  test('publish says first what it would do, and does nothing', () => {
    const { code, answer } = json(publishSchema, 'publish', offer, '--dry-run')
    expect(code).toBe(0)
    expect(answer.blocked.map(each => each.page)).toContain(moving)
    expect(answer.added.length + answer.changed.length).toBeGreaterThan(0)
    expect(answer.verified).toBe(false)
  })

  test('publish into a folder that nobody at this computer allowed is refused, and nothing is written there', () => {
    const www = join(folder, 'www')
    mkdirSync(www)
    const config = join(offer, 'signpost.yml')
    writeFileSync(
      config,
      readFileSync(config, 'utf8').replace('targets: []', `targets: [{ kind: folder, path: ${www} }]`),
    )
    const { code, err } = signpost('publish', offer)
    expect(code).toBe(2)
    expect(err).toContain(www)
    expect(existsSync(join(www, 'index.html'))).toBe(false)
  })

  test('sync of a workspace without a shared copy says so, and what to do', () => {
    const { code, err, out } = signpost('sync', offer)
    expect(code).toBe(2)
    expect(err).toContain('no shared copy')
    expect(err).toContain('Settings')
    expect(out).toBe('')
  })

  test('coverage and due print what the screens show', () => {
    const requirement = z.object({
      id: z.string(),
      status: z.enum(['yes', 'limited', 'no', 'not-by-pages']),
      pages: z.array(z.string()),
    })
    const coverage = json(
      z.object({ checklist: z.string(), requirements: z.array(requirement), summary: z.record(z.string(), count) }),
      'coverage',
      offer,
    )
    expect(coverage.answer.requirements).toHaveLength(123)
    const row = z.object({ title: z.string(), due: z.iso.date(), days: z.number() })
    const { answer } = json(z.object({ overdue: z.array(row), soon: z.array(row) }), 'due', offer, '--within', '30d')
    expect(answer.overdue.length).toBeGreaterThan(0)
    expect(answer.overdue.every(each => each.days < 0)).toBe(true)
    expect(signpost('due', offer, '--format', 'ics').out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
  })

  test('every command has help; a folder that is no workspace and a word that is no command end with 2', () => {
    for (const command of ['new', 'open', 'check', 'build', 'sync', 'publish', 'coverage', 'due']) {
      const { code, out } = signpost(command, '--help')
      expect([command, code]).toEqual([command, 0])
      expect(out).toContain(`signpost ${command}`)
    }
    expect(signpost('due', folder)).toMatchObject({ code: 2, out: '' })
    expect(signpost('polish', offer).code).toBe(2)
  })
})
