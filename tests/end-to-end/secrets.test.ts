import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop } from './app.ts'
import { goTo, press, reads, shareNow, sharing } from './screen.ts'
import { allowTargets } from './targets.ts'
import { changeAs, joinAs, runGit, type SharedCopy, shareSample, team } from './team.ts'
import { startWebHost, type WebHost } from './web-server.ts'

const { token } = team.priya
const path = 'pages/education/moving-into-southend-with-an-ehc-plan.md'

/** Every form in which a token could come to lie somewhere. */
const forms = [
  token,
  encodeURIComponent(token),
  ...[token, `signpost:${token}`].flatMap(text => [
    // Inside a longer text, base 64 has three forms; what is common to all but the edges is enough to find it.
    ...[0, 1, 2].map(shift =>
      Buffer.from(`${'x'.repeat(shift)}${text}`)
        .toString('base64')
        .slice(4, -4),
    ),
    Buffer.from(text).toString('base64url'),
    Buffer.from(text).toString('hex'),
  ]),
  [...token].reverse().join(''),
]

const holdsToken = (bytes: Buffer | string) => forms.some(form => bytes.includes(form))

/** One person joins, shares, is signed out, connects again and publishes: her token is nowhere but in memory. */
describe('an access token', () => {
  let shared: SharedCopy
  let web: WebHost
  let laptop: Laptop
  beforeAll(async () => {
    shared = await shareSample()
    web = await startWebHost()
    laptop = await joinAs(team.priya, shared.address)
  })
  afterAll(async () => {
    await laptop?.close()
    await web?.close()
    await shared?.close()
    await closeBrowser()
  })

  it('is in no argument and no environment of the programs that use it, while they do', async () => {
    const { page } = laptop
    changeAs(team.sam, shared, path, 'Tell us before you move', 'Tell us before you come')
    const programs = programsOf(laptop.folder)
    expect(programs.length).toBeGreaterThan(0)
    expect(programs.filter(program => holdsToken(program))).toEqual([])
    await shareNow(page)
    expect(programsOf(laptop.folder).filter(program => holdsToken(program))).toEqual([])
  })

  it('is in nothing that was printed, when all goes well and when the server says no', async () => {
    const { page } = laptop
    shared.server.behave({ kind: 'unauthorised' })
    await page.keyboard.press('Alt+Shift+s')
    await sharing(page).getByText('The shared copy did not accept your access token.').waitFor()
    await goTo(page, 'Settings')
    await page.getByRole('textbox', { name: 'New access token' }).fill(token)
    await press(page, 'Connect again')
    await page.getByText('The shared copy did not accept your access token.').first().waitFor()
    shared.server.behave({ kind: 'well' })
    await shareNow(page)
    expect(holdsToken(laptop.printed())).toBe(false)
    expect(laptop.troubles().filter(holdsToken)).toEqual([])
  })

  it('is in no program that a publish starts, and in nothing that it prints', async () => {
    const { page } = laptop
    // What was refused above stays on the screen until somebody closes it, and may lie over what is pressed next.
    const told = page.getByRole('region', { name: 'What just happened' }).getByRole('button', { name: 'Close' })
    while ((await told.count()) > 0) await told.first().click()
    await allowTargets(page, web)

    await press(page, /^Publish \d+ changes$/)
    let isLive = false
    const live = reads(page, /Live since today \d\d:\d\d, read back from the web/).finally(() => {
      isLive = true
    })
    const programs = new Set<string>()
    while (!isLive) {
      for (const program of programsOf(laptop.folder)) programs.add(program)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    await live
    // Signpost itself, and what makes the search of the site.
    expect(programs.size).toBeGreaterThan(1)
    expect([...programs].filter(holdsToken)).toEqual([])
    expect(holdsToken(laptop.printed())).toBe(false)
    expect(laptop.troubles().filter(holdsToken)).toEqual([])
  })

  it('is not kept by the window', async () => {
    const { page } = laptop
    await goTo(page, 'This week')
    const kept = await page.evaluate(async () => [
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      document.cookie,
      location.href,
      document.documentElement.outerHTML,
      JSON.stringify(await indexedDB.databases()),
      JSON.stringify(await caches.keys()),
    ])
    expect(kept.filter(holdsToken)).toEqual([])
  })

  it('is in no file of the laptop, of the site or of the server, and in no version, however it is packed', () => {
    const workspace = readdirSync(laptop.folder, { recursive: true, encoding: 'utf8' }).find(name =>
      name.endsWith('.git/HEAD'),
    )
    if (workspace === undefined) throw new Error('there is no workspace on the laptop')
    const root = join(laptop.folder, workspace, '..', '..')
    for (const folder of [laptop.folder, web.folder, shared.server.folder('offer')]) {
      const files = filesIn(folder)
      expect(files.length).toBeGreaterThan(10)
      expect(files.filter(file => holdsToken(readFileSync(file)) || holdsToken(unpacked(file)))).toEqual([])
    }
    for (const repository of [root, shared.server.folder('offer')]) {
      const all = runGit(repository, 'cat-file', '--batch-all-objects', '--batch', '--unordered')
      expect(all).toContain('signpost.yml')
      expect(holdsToken(all)).toBe(false)
    }
  })

  it('is found by the same look where somebody did leave it', () => {
    const left = [
      token,
      `url = https://x:${token}@example.org`,
      `Basic ${Buffer.from(`signpost:${token}`).toString('base64')}`,
    ]
    for (const text of left) expect(holdsToken(`before ${text} after`)).toBe(true)
    expect(holdsToken(Buffer.from('before the-token after'))).toBe(false)
  })
})

/** The arguments and the environment of every program that was started for this laptop, where the system shows them. */
function programsOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const told = ['environ', 'cmdline'].map(name => readFileSync(`/proc/${pid}/${name}`, 'latin1')).join('\0')
        return told.includes(folder) ? [told] : []
      } catch {
        // It has ended, or is somebody else's.
        return []
      }
    })
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file, { throwIfNoEntry: false })?.isFile())
}

/** What a file of git's own holds, unpacked; nothing for any other. */
function unpacked(file: string): Buffer | string {
  if (!/objects.[0-9a-f]{2}.[0-9a-f]{38}$/.test(file)) return ''
  return inflateSync(readFileSync(file))
}
