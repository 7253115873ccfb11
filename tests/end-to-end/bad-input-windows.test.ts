import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { listenForTroubles } from './laptop.ts'
import { expectNoTrouble, expectPlain, speaksPlainly } from './plain-words.ts'
import { goTo, openPage, press, reads, sees } from './screen.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'
import { copyOfSample, team } from './team.ts'
import { isOnDisk, rewrite, saveVersion, textOf } from './writing.ts'

const title = 'Travel to school'
const path = 'pages/education/travel-to-school.md'
const paragraph = 'Apply as soon as you know the school.'

afterAll(closeBrowser)

/** A laptop with a workspace of its own on which somebody has said who they are, in a moment. */
async function startWriting(name: string, folder: string, env: Record<string, string> = {}): Promise<Laptop> {
  const laptop = await startLaptop(name, { workspace: copyOfSample(folder), env })
  const { page } = laptop
  await goTo(page, 'Settings')
  await page.getByRole('textbox', { name: 'My name' }).fill(team.priya.name)
  await page.getByRole('textbox', { name: 'My work email' }).fill(team.priya.email)
  await press(page, 'Keep my name')
  await reads(page, 'From now on your changes carry this name.')
  await openPage(page, title)
  return laptop
}

describe('a second window on the same page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-windows-'))
  let laptop: Laptop
  let second: Page
  const troubles: string[] = []
  const saved = () => readFileSync(join(folder, 'offer', path), 'utf8')
  const isWritable = (page: Page) => page.locator('.page-text[contenteditable="true"]').waitFor()
  const notice = 'You are writing this page in another window.'

  beforeAll(async () => {
    laptop = await startWriting('second-window', folder)
    second = await laptop.context.newPage()
    listenForTroubles(second, troubles)
    await second.goto(new URL('/', laptop.page.url()).href)
    await sees(second, 'heading', 'This week')
  })
  afterAll(async () => {
    expect(troubles).toEqual([])
    expectNoTrouble(laptop)
    await laptop?.close()
    rmSync(folder, { recursive: true })
  })

  it('shows the page to read, and says where it is being written', async () => {
    const { page } = laptop
    await rewrite(page, paragraph, 'First window.')
    await openPage(second, title)
    await reads(second, notice)
    await second.locator('.page-text[contenteditable="false"]').waitFor()
    await speaksPlainly(second)
    await isWritable(page)
  })

  it('takes the page over with every word, also those that were typed a moment ago', async () => {
    const { page } = laptop
    await rewrite(page, 'First window.', 'First window. The last moment there.')
    await press(second, 'Write here instead')
    await isWritable(second)
    await reads(textOf(second), 'First window. The last moment there.')
    await reads(page, notice)
    await page.locator('.page-text[contenteditable="false"]').waitFor()

    await rewrite(second, 'The last moment there.', 'First window. The last moment there. Second window.')
    await saveVersion(second)
    await reads(textOf(page), 'Second window.')
  })

  it('gives the page back when it is closed, and nothing of either window is lost', async () => {
    const { page } = laptop
    await rewrite(second, 'Second window.', 'First window. The last moment there. Second window. Its last words.')
    await isOnDisk(laptop, 'Its last words.')
    await second.close()
    await isWritable(page)
    await reads(textOf(page), 'Its last words.')
    const all = 'First window. The last moment there. Second window. Its last words. First window again.'
    await rewrite(page, 'Its last words.', all)
    await saveVersion(page)
    expect(saved()).toContain(all)
  })
})

describe('two Signposts on one workspace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-two-'))
  let first: Laptop
  let other: Laptop

  beforeAll(async () => {
    const workspace = copyOfSample(folder)
    first = await startLaptop('first', { workspace })
    other = await startLaptop('other', { workspace })
  })
  afterAll(async () => {
    expectNoTrouble(first, other)
    await other?.close()
    await first?.close()
    rmSync(folder, { recursive: true })
  })

  it('lets the second read, says why and what to do, and lets it write once the first is closed', async () => {
    const { page } = other
    await reads(page, 'You can read, but not write.')
    await reads(page, 'This workspace is already open in another Signpost window on this computer')
    await reads(page, 'carry on in the other window, or close it and open the workspace again')
    await openPage(page, title)
    await page.locator('.page-text[contenteditable="false"]').waitFor()
    await speaksPlainly(page)

    await press(page, 'Open it again')
    await reads(page, 'It can still only be read here.')
    await sees(page, 'heading', title)
    await first.close()
    await press(page, 'Open it again')
    await reads(page, 'You can write here now.')
    await sees(page, 'heading', 'This week')
    await page.getByText('You can read, but not write.').waitFor({ state: 'detached' })
    await openPage(page, title)
    await rewrite(page, paragraph, 'Written by the second Signpost.')
    await isOnDisk(other, 'Written by the second Signpost.')
  })
})

describe('the start screen', () => {
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('start')
  })
  afterAll(async () => {
    expectNoTrouble(laptop)
    await laptop?.close()
  })

  it('says of a folder that is not a workspace what it is, changes nothing in it, and opens one that is', async () => {
    const { page, folder } = laptop
    const holiday = join(folder, 'Holiday pictures')
    mkdirSync(holiday)
    writeFileSync(join(holiday, 'beach.txt'), 'A beach.')
    await press(page, 'Open a folder')
    const field = page.getByRole('textbox', { name: 'Folder' })
    await press(page, 'Open it')
    await reads(page, 'Say which folder it is')

    await field.fill(holiday)
    await press(page, 'Open it')
    await reads(page, '“Holiday pictures” is not a Local Offer workspace: it has no file “signpost.yml” in it.')
    await reads(page, 'Choose the folder that has “signpost.yml” in it, start a new workspace, or join your team’s.')
    await speaksPlainly(page)
    expect(readFileSync(join(holiday, 'beach.txt'), 'utf8')).toBe('A beach.')

    await field.fill(join(folder, 'not there'))
    await press(page, 'Open it')
    await reads(page, 'There is no folder “not there” on this computer.')
    await field.fill(join(holiday, 'beach.txt'))
    await press(page, 'Open it')
    await reads(page, '“beach.txt” is a file, and a workspace is a folder.')

    await field.fill(copyOfSample(folder))
    await press(page, 'Open it')
    await sees(page, 'heading', 'This week')
  })
})

describe('a clock that is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-clock-'))
  let laptop: Laptop

  beforeAll(async () => {
    const workspace = copyOfSample(folder)
    // To a computer whose clock is three days behind, what colleagues did today was done in three days.
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString()
    const person = ['-c', 'user.name=Sam Oduya', '-c', 'user.email=sam@example.org']
    execFileSync(
      'git',
      ['-C', workspace, ...person, 'commit', '--quiet', '--allow-empty', '-m', 'Sam changed a page'],
      {
        env: { ...process.env, GIT_AUTHOR_DATE: later, GIT_COMMITTER_DATE: later },
      },
    )
    laptop = await startLaptop('clock', { workspace })
  })
  afterAll(async () => {
    expectNoTrouble(laptop)
    await laptop?.close()
    rmSync(folder, { recursive: true })
  })

  it('is said, with what to look at, and the work goes on', async () => {
    const { page } = laptop
    await reads(page, /This computer’s clock says .+, but the newest version of a page here was made/)
    await reads(page, 'Your work is safe. Please check the date and time in this computer’s settings')
    await speaksPlainly(page)
    await openPage(page, title)
    await rewrite(page, paragraph, 'Typed by a wrong clock.')
    await isOnDisk(laptop, 'Typed by a wrong clock.')
  })
})

describe('a port in use', () => {
  it('is said where Signpost was started, and without a port it opens', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const folder = mkdtempSync(join(tmpdir(), 'signpost-port-'))
    const started = await startAt(folder, port)
    expect(started.code).not.toBe(0)
    expect(started.said).toContain(`Another program on this computer is using port ${port}.`)
    expect(started.said).toContain('leave out --port and Signpost finds a free one.')
    expectPlain(started.said)
    await new Promise(resolve => other.close(resolve))
    rmSync(folder, { recursive: true, force: true })
    // Every other test here starts without a port, beside programs that use some.
  })
})

/** Starts Signpost at a port that it cannot have; answers when it has ended. */
function startAt(folder: string, port: number): Promise<{ code: number | null; said: string }> {
  const cli = new URL('../../out/main/cli.js', import.meta.url).pathname
  const child = spawn(process.execPath, [cli, 'open', '--port', String(port), '--no-browser'], {
    env: { ...process.env, SIGNPOST_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  return new Promise(resolve => child.once('close', code => resolve({ code, said })))
}

const disk: SmallDisk | null = smallDisk(96)

/** Mounting a disk is not everybody's to do; below the window, `tests/files` fills a disk at every single call. */
describe.skipIf(disk === null)('a full disk', () => {
  let laptop: Laptop
  const folder = disk?.folder ?? ''
  const saved = () => readFileSync(join(folder, 'offer', path), 'utf8')

  beforeAll(async () => {
    laptop = await startWriting('full-disk', folder, { SIGNPOST_DATA: join(folder, 'data') })
  })
  afterAll(async () => {
    expectNoTrouble(laptop)
    await laptop?.close()
    disk?.close()
  })

  it('is said while one types, keeps every word in the window, and all is saved once there is room', async () => {
    const { page } = laptop
    const before = saved()
    disk?.fill()
    await rewrite(page, paragraph, 'Typed on a full disk.')
    const line = page.getByRole('alert').filter({ hasText: 'Not saved yet' })
    await reads(line, /This disk is full, so the last change could not be saved\./)
    await reads(line, /Free some space, then save again\. This window keeps a copy meanwhile\./)
    await page.keyboard.press('Control+s')
    await press(page, 'Try again')
    await reads(page, 'Everything saved before it is safe: nothing was lost.')
    await speaksPlainly(page)
    expect(saved()).toBe(before)
    await reads(textOf(page), 'Typed on a full disk.')

    disk?.free()
    await press(page, 'Try again')
    await reads(page, /Saved on this laptop/)
    await expect.poll(() => page.getByText('This disk is full').count()).toBe(0)
    expect(saved()).toContain('Typed on a full disk.')
    await goTo(page, 'Pages')
  })
})
