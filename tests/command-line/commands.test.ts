import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DeskDeps, OpenWindow, Services } from '../../src/main/command-line/index.ts'
import { isWithoutWindow } from '../../src/main/command-line/index.ts'
import { refuse } from '../../src/shared/outcome.ts'
import { paperDesk, paperServices, signpost } from './desk-of-paper.ts'

describe('--format json prints one document with the fields of the design, and nothing else', () => {
  const here = tmpdir()
  const sheet = fileURLToPath(import.meta.url)
  test.each([
    ['new team --sample', ['workspace', 'pages']],
    [`check ${here}`, ['files', 'summary', 'notSeen']],
    [
      `import ${sheet} --into team --dry-run`,
      ['created', 'changed', 'same', 'needsYou', 'cellsLeftOut', 'readAs', 'unused', 'untouched'],
    ],
    ['build team --out site', ['pages', 'written', 'unchanged', 'removed', 'ms']],
    ['sync team', ['pulled', 'pushed', 'merged', 'conflicts']],
    ['publish team', ['added', 'changed', 'removed', 'although', 'blocked', 'url', 'verified']],
    ['publish team --dry-run', ['added', 'changed', 'removed', 'although', 'blocked', 'url', 'verified']],
    ['coverage team --checklist se7', ['checklist', 'requirements', 'summary']],
    ['due team --within 30d', ['overdue', 'soon']],
    [
      `report team --since 2026-07-22 --out ${join(here, 'signpost-report.html')}`,
      ['file', 'title', 'period', 'figures'],
    ],
  ])('%s', async (line, fields) => {
    const { out, err } = await signpost(`${line} --format json`)
    expect(Object.keys(JSON.parse(out))).toEqual(fields)
    expect(err).toBe('')
  })

  test('of a requirement, exactly id, status and pages; of a problem, exactly the nine', async () => {
    const coverage = JSON.parse((await signpost('coverage team --format json')).out)
    expect(Object.keys(coverage.requirements[0])).toEqual(['id', 'status', 'pages'])
    const check = JSON.parse((await signpost(`check ${here} --format json`)).out)
    expect(Object.keys(check.files[0].problems[0]).sort()).toEqual(
      ['rule', 'severity', 'wcag', 'message', 'line', 'column', 'endLine', 'endColumn', 'fixable'].sort(),
    )
  })

  test('also when it is refused: the sentence goes to standard error too', async () => {
    const { exit, out, err } = await signpost('sync not-one --format json')
    expect(JSON.parse(out)).toEqual({
      kind: 'refused',
      code: 'not-a-workspace',
      sentence: 'This folder is not a Signpost workspace.',
      nextStep: 'Choose another folder.',
    })
    expect(err).toContain('This folder is not a Signpost workspace.')
    expect(exit).toBe(2)
  })

  test('while progress goes to standard error', async () => {
    const services = paperServices()
    const openDesk = async (_: string, { onProgress }: DeskDeps) => {
      onProgress({ sentence: 'Fetching', done: 0, total: null })
      onProgress({ sentence: 'Fetching', done: 1, total: 2 })
      onProgress({ sentence: 'Sharing', done: 2, total: 2 })
      return paperDesk
    }
    const logged = await signpost('sync team --format json', { services: { ...services, openDesk } })
    expect(logged.err).toBe('Fetching\nSharing\n')
    const watched = await signpost('sync team --format json', {
      services: { ...services, openDesk },
      terminal: { interactive: true },
    })
    expect(watched.err).toContain('] 1 of 2  Fetching')
    expect(watched.err.endsWith('\r\u001b[2K')).toBe(true)
    expect(JSON.parse(watched.out)).toEqual(JSON.parse(logged.out))
  })
})

describe('the exit code', () => {
  test('of check is 1 for errors and 0 for anything less', async () => {
    expect((await signpost(`check ${tmpdir()}`)).exit).toBe(1)
    const services = paperServices()
    const checkWorkspace: Services['checkWorkspace'] = (folder, wish, deps, onFile) =>
      services.checkWorkspace(folder, wish, deps, file =>
        onFile({ ...file, problems: file.problems.map(each => ({ ...each, severity: 'warning' })) }),
      )
    expect((await signpost(`check ${tmpdir()}`, { services: { ...services, checkWorkspace } })).exit).toBe(0)
  })

  test('of sync is 1 when somebody has to choose', async () => {
    const conflicts = [{ page: 'pages/a.md', title: 'A', field: 'body' }]
    const sync = async () => ({ pulled: 0, pushed: 0, merged: [], conflicts })
    expect((await signpost('sync team', { services: paperServices({ sync }) })).exit).toBe(1)
    expect((await signpost('sync team')).exit).toBe(0)
  })

  test('of publish is 1 when the site was not read back, and 0 for held-back pages and for a dry run', async () => {
    const publish = async () => ({
      added: [],
      changed: [],
      removed: [],
      although: [],
      blocked: [],
      url: '',
      verified: false,
    })
    const unseen = await signpost('publish team', { services: paperServices({ publish }) })
    expect(unseen.exit).toBe(1)
    expect(unseen.out).not.toMatch(/live at/i)
    expect((await signpost('publish team')).exit).toBe(0)
    expect((await signpost('publish team --dry-run')).exit).toBe(0)
  })

  test.each([
    ['offline', 3],
    ['signed-out', 3],
    ['web-page', 3],
    ['not-a-workspace', 2],
    ['folder-full', 2],
  ])('is 3 for the network and 2 for everything else: %s', async (code, exit) => {
    const sync = async () => refuse(code, 'It could not be done.', 'Try again.')
    expect((await signpost('sync team', { services: paperServices({ sync }) })).exit).toBe(exit)
  })

  test('is 2 for a path that is not there', async () => {
    const { exit, err } = await signpost('check no-such-file.md')
    expect(exit).toBe(2)
    expect(err).toContain('There is no file or folder “no-such-file.md”.')
  })

  test.each([
    'chekc team',
    'check',
    'build team',
    'due team --within soon',
    'due team --format sarif',
    'open --port 70000',
    'open --shell chrome',
    'import services.csv',
    'import one.csv two.csv --into team',
    'sync team extra',
    'sync team --token abc',
  ])('is 2 for a command that makes no sense: %s', async line => {
    const { exit, out, err } = await signpost(line)
    expect(exit).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/error: /)
  })

  test.each(['--help', 'help', 'check --help', '--version'])(
    'is 0 for %s, which goes to standard output',
    async line => {
      const { exit, out, err } = await signpost(line)
      expect(exit).toBe(0)
      expect(out).not.toBe('')
      expect(err).toBe('')
    },
  )
})

describe('what a command is told', () => {
  test('who is at work and the token come from the environment, and never from an argument', async () => {
    let told: DeskDeps | null = null
    const services = paperServices()
    const openDesk = async (folder: string, deps: DeskDeps) => {
      told = deps
      return services.openDesk(folder, deps)
    }
    const env = { SIGNPOST_NAME: 'Priya', SIGNPOST_EMAIL: 'priya@example.org', SIGNPOST_TOKEN: 'a-token' }
    await signpost('sync team', { services: { ...services, openDesk }, terminal: { env } })
    expect(told).toMatchObject({ me: { name: 'Priya', email: 'priya@example.org' }, token: 'a-token' })
    await signpost('sync team', { services: { ...services, openDesk } })
    expect(told).toMatchObject({ me: null, token: null })
    const half = await signpost('sync team', { terminal: { env: { SIGNPOST_NAME: 'Priya' } } })
    expect(half.exit).toBe(2)
    expect(half.err).toContain('SIGNPOST_EMAIL')
  })

  test('what a web host is signed in to with comes from the environment, with the host and the key that it is for', async () => {
    let told: DeskDeps | null = null
    const services = paperServices()
    const openDesk = async (folder: string, deps: DeskDeps) => {
      told = deps
      return services.openDesk(folder, deps)
    }
    const sync = (env: Record<string, string>) =>
      signpost('sync team', { services: { ...services, openDesk }, terminal: { env } })
    const place = { user: 'offer', host: 'web.example.org', port: 22 }
    const named = 'offer@web.example.org ssh-ed25519 SHA256:abc'
    await sync({ SIGNPOST_WEB_HOST: named, SIGNPOST_WEB_HOST_PASSWORD: 'four words' })
    expect(told).toMatchObject({
      webHost: { ...place, wayIn: { hostKey: 'ssh-ed25519 SHA256:abc', password: 'four words' } },
    })
    await sync({ SIGNPOST_WEB_HOST: named.replace(' ', ':2222 '), SIGNPOST_WEB_HOST_KEY: 'a key' })
    expect(told).toMatchObject({ webHost: { ...place, port: 2222, wayIn: { privateKey: 'a key' } } })
    await sync({})
    expect(told).toMatchObject({ webHost: null })
    for (const env of [
      { SIGNPOST_WEB_HOST: named },
      { SIGNPOST_WEB_HOST_PASSWORD: 'four words' },
      { SIGNPOST_WEB_HOST: 'offer@web.example.org', SIGNPOST_WEB_HOST_PASSWORD: 'four words' },
    ]) {
      const half = await sync(env)
      expect([half.exit, half.err]).toEqual([2, expect.stringContaining('SIGNPOST_WEB_HOST')])
    }
  })

  test('the desk is closed when a command fails, and when it throws', async () => {
    let closed = 0
    const close = async () => {
      closed += 1
    }
    const refused = async () => refuse('offline', 'Could not reach the shared copy.', 'Try again.')
    await signpost('sync team', { services: paperServices({ close, sync: refused }) })
    const thrown = () => Promise.reject(new Error('a bug'))
    await expect(signpost('sync team', { services: paperServices({ close, sync: thrown }) })).rejects.toThrow('a bug')
    expect(closed).toBe(2)
  })

  test('check takes workspaces and single files together, and names each as it was typed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-check-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'letter.md'), '# Letter')
    const { out } = await signpost('check . letter.md --format json', { terminal: { folder } })
    expect(JSON.parse(out).files.map((file: { path: string }) => file.path)).toEqual([
      './pages/education/moving here.md',
      './pages/health/nurses.md',
      'letter.md',
    ])
  })

  test.each<[string, OpenWindow]>([
    ['', { workspace: null, shell: 'auto', port: 0, browser: true }],
    ['open team', { workspace: '/home/priya/team', shell: 'auto', port: 0, browser: true }],
    ['open --no-browser', { workspace: null, shell: 'loopback', port: 0, browser: false }],
    ['open --port 8123', { workspace: null, shell: 'loopback', port: 8123, browser: true }],
    ['open --shell electron', { workspace: null, shell: 'electron', port: 0, browser: true }],
  ])('open: %s', async (line, expected) => {
    let wish: OpenWindow | null = null
    const openWindow = async (wished: OpenWindow) => {
      wish = wished
      return { kind: 'ended' as const, code: 0 }
    }
    await signpost(line, { services: { ...paperServices(), openWindow } })
    expect(wish).toEqual(expected)
  })

  test('open says why, then the address; in JSON, one document with both', async () => {
    const services = {
      ...paperServices(),
      openWindow: async (
        _: OpenWindow,
        told: { onWhy(why: string): void; onAddress(a: string, opened: boolean): void },
      ) => {
        told.onWhy('Signpost opens in a browser instead of its own window: there is no display.')
        told.onAddress('http://127.0.0.1:8123/enter?token=one', false)
        told.onAddress('http://127.0.0.1:8123/enter?token=two', false)
        return { kind: 'ended' as const, code: 0 }
      },
    }
    const text = await signpost('open', { services })
    expect(text.out.split('\n')).toEqual([
      'Signpost opens in a browser instead of its own window: there is no display.',
      'Open this address: http://127.0.0.1:8123/enter?token=one',
      'Open this address: http://127.0.0.1:8123/enter?token=two',
      '',
    ])
    const json = await signpost('open --format json', { services })
    expect(JSON.parse(json.out)).toEqual({
      shell: 'loopback',
      address: 'http://127.0.0.1:8123/enter?token=one',
      why: 'Signpost opens in a browser instead of its own window: there is no display.',
    })
    expect(json.err).toContain('token=two')
  })

  test.each([
    [['check', 'team'], true],
    [['help'], true],
    [['--version'], true],
    [['open', 'team'], false],
    [[], false],
    [['/home/priya/team'], false],
  ])('%s needs no window: %s', (argv, expected) => {
    expect(isWithoutWindow(argv)).toBe(expected)
  })
})

describe('report', () => {
  test('writes the file that was asked for, and says what was counted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-report-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'autumn.docx')
    const { out, exit } = await signpost(`report team --since 2026-07-22 --out ${file}`)
    expect(await readFile(file, 'utf8')).toBe('A report.')
    expect(out).toContain('40  Pages on the site')
    expect(out).toContain(`Written to ${file}.`)
    expect(exit).toBe(0)
  })

  test.each([
    ['report team --since 2026-07-22 --out report.pdf', 'Give it a name that ends in .docx, .html or .csv.'],
    ['report team --out report.docx', 'Add --since and a day, such as --since 2026-07-22.'],
    ['report team --since yesterday --out report.docx', 'Write a day as 2026-07-22.'],
    ['report team --since 2026-07-22 --out no/such/folder/report.csv', 'Look whether its folder is there'],
  ])('%s is refused, with the next step', async (line, step) => {
    const { err, exit } = await signpost(line)
    expect(err).toContain(step)
    expect(exit).toBe(2)
  })
})
