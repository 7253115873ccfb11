import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { listenForTroubles } from './laptop.ts'
import { expectNoTrouble, expectPlain, speaksPlainly } from './plain-words.ts'
import { goTo, openPage, press, reads, sees } from './screen.ts'
import { smallDisk } from './small-disk.ts'
import { copyOfSample, team } from './team.ts'
import { isOnDisk, rewrite, saveVersion, textOf } from './writing.ts'

const title = 'Travel to school'
const path = 'pages/education/travel-to-school.md'
const paragraph = 'Apply as soon as you know the school.'

afterAll(closeBrowser)

describe('a page that is being written', () => {
  /** Of its own, where this computer lets somebody mount one: it will be full. */
  const disk = smallDisk(96)
  const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'signpost-windows-'))
  let laptop: Laptop
  const saved = () => readFileSync(join(folder, 'offer', path), 'utf8')
  const isWritable = (page: Page) => page.locator('.page-text[contenteditable="true"]').waitFor()
  const isToRead = (page: Page) => page.locator('.page-text[contenteditable="false"]').waitFor()

  beforeAll(async () => {
    laptop = await startLaptop('writing', {
      workspace: copyOfSample(folder),
      env: { SIGNPOST_DATA: join(folder, 'data') },
    })
    const { page } = laptop
    await goTo(page, 'Settings')
    await page.getByRole('textbox', { name: 'My name' }).fill(team.priya.name)
    await page.getByRole('textbox', { name: 'My work email' }).fill(team.priya.email)
    await press(page, 'Keep my name')
    await reads(page, 'From now on your changes carry this name.')
    await openPage(page, title)
  })
  afterEach(() => expectNoTrouble(laptop))
  afterAll(async () => {
    await laptop?.close()
    if (disk === null) rmSync(folder, { recursive: true })
    else disk.close()
  })

  describe('in a second window', () => {
    let second: Page
    const troubles: string[] = []
    const notice = 'You are writing this page in another window.'

    beforeAll(async () => {
      second = await laptop.context.newPage()
      listenForTroubles(second, troubles)
      await second.goto(new URL('/', laptop.page.url()).href)
      await sees(second, 'heading', 'This week')
    })
    afterEach(() => expect(troubles).toEqual([]))

    it('is shown to read, with where it is being written', async () => {
      const { page } = laptop
      await rewrite(page, paragraph, 'First window.')
      await openPage(second, title)
      await reads(second, notice)
      await isToRead(second)
      await speaksPlainly(second)
      await isWritable(page)
    })

    it('is taken over with every word, also those that were typed a moment ago', async () => {
      const { page } = laptop
      await rewrite(page, 'First window.', 'First window. The last moment there.')
      await press(second, 'Write here instead')
      await isWritable(second)
      await reads(textOf(second), 'First window. The last moment there.')
      await reads(page, notice)
      await isToRead(page)

      await rewrite(second, 'The last moment there.', 'First window. The last moment there. Second window.')
      await saveVersion(second)
      await reads(textOf(page), 'Second window.')
    })

    it('comes back when that window is closed, and nothing of either is lost', async () => {
      const { page } = laptop
      await rewrite(second, 'Second window.', 'First window. The last moment there. Second window. Its last words.')
      await isOnDisk({ folder }, 'Its last words.')
      await second.close()
      await isWritable(page)
      await reads(textOf(page), 'Its last words.')
      const all = 'First window. The last moment there. Second window. Its last words. First window again.'
      await rewrite(page, 'Its last words.', all)
      await saveVersion(page)
      expect(saved()).toContain(all)
    })
  })

  // Mounting a disk is not everybody's to do; below the window, tests/files fills a disk at every single call.
  it.skipIf(disk === null)(
    'on a full disk: every word stays in the window, and is saved once there is room',
    async () => {
      const { page } = laptop
      const before = saved()
      disk?.fill()
      await rewrite(page, 'First window again.', 'Typed on a full disk.')
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
    },
  )

  it('in a second Signpost on one workspace: is shown to read, and written there once the first is closed', async () => {
    const other = await startLaptop('other', { workspace: join(folder, 'offer') })
    const { page } = other
    await reads(page, 'You can read, but not write.')
    await reads(page, 'This workspace is already open in another Signpost window on this laptop')
    await reads(page, 'carry on in the other window, or close it and open the workspace again')
    await openPage(page, title)
    await isToRead(page)
    await speaksPlainly(page)
    await press(page, 'Open it again')
    await reads(page, 'It can still only be read here.')

    await sees(page, 'heading', title)
    await laptop.close()
    await press(page, 'Open it again')
    await reads(page, 'You can write here now.')
    await sees(page, 'heading', 'This week')
    await page.getByText('You can read, but not write.').waitFor({ state: 'detached' })
    await openPage(page, title)
    await rewrite(
      page,
      disk === null ? 'First window again.' : 'Typed on a full disk.',
      'Written by the second Signpost.',
    )
    await isOnDisk(other, 'Written by the second Signpost.')
    expectNoTrouble(other)
    await other.close()
  })
})

describe('a folder that is chosen on the start screen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-folders-'))
  let laptop: Laptop
  let page: Page

  beforeAll(async () => {
    laptop = await startLaptop('start')
    page = laptop.page
    await press(page, 'Open a folder')
  })
  afterEach(async () => {
    await speaksPlainly(page)
    expectNoTrouble(laptop)
  })
  afterAll(async () => {
    await laptop?.close()
    rmSync(folder, { recursive: true })
  })

  async function openFolder(path: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Folder' }).fill(path)
    await press(page, 'Open it')
  }

  it('and is not a workspace: is named, with what to choose instead, and nothing in it is changed', async () => {
    const holiday = join(folder, 'Holiday pictures')
    const beach = join(holiday, 'beach.txt')
    mkdirSync(holiday)
    writeFileSync(beach, 'A beach.')
    await openFolder('')
    await reads(page, 'Say which folder it is')
    await openFolder(holiday)
    await reads(page, '“Holiday pictures” is not a Local Offer workspace: it has no file “signpost.yml” in it.')
    await reads(page, 'Choose the folder that has “signpost.yml” in it, start a new workspace, or join your team’s.')
    expect(readdirSync(holiday)).toEqual(['beach.txt'])
    expect(readFileSync(beach, 'utf8')).toBe('A beach.')

    await openFolder(join(folder, 'not there'))
    await reads(page, 'There is no folder “not there” on this laptop.')
    await openFolder(beach)
    await reads(page, '“beach.txt” is a file, and a workspace is a folder.')
  })

  it('and is one: opens; and where this computer’s clock is wrong, that is said, and the work goes on', async () => {
    const workspace = copyOfSample(folder)
    // To a computer whose clock is three days behind, what a colleague did today was done in three days.
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString()
    const sam = ['-c', `user.name=${team.sam.name}`, '-c', `user.email=${team.sam.email}`]
    execFileSync('git', ['-C', workspace, ...sam, 'commit', '--quiet', '--allow-empty', '-m', 'Sam changed a page'], {
      env: { ...process.env, GIT_AUTHOR_DATE: later, GIT_COMMITTER_DATE: later },
    })
    await openFolder(workspace)
    await sees(page, 'heading', 'This week')
    await reads(page, /This laptop’s clock says .+, but the newest version of a page here was made/)
    await reads(page, 'Your work is safe. Please check the date and time in this laptop’s settings')
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
