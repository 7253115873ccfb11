import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { expectNoTrouble, speaksPlainly } from './plain-words.ts'
import { everythingIsShared, openPage, press, reads, sees, sharing } from './screen.ts'
import { runGit, type SharedCopy, shareSample, team } from './team.ts'
import { rewrite, saveVersion, textOf } from './writing.ts'

/** Priya joins from a bad network, and works in one. What she typed into the form stays there through all of it. */
describe('a server that does not answer as it should', () => {
  let shared: SharedCopy
  let laptop: Laptop
  let page: Page
  const field = (name: string) => page.getByRole('textbox', { name })
  /** Folders on the laptop in which something of a workspace could have been left. */
  const workspaces = () => readdirSync(join(laptop.folder, 'data', 'offers'))

  async function joinAt(address: string, token: string): Promise<void> {
    await field('Address of the workspace').fill(address)
    await field('Access token').fill(token)
    await press(page, 'Join')
  }

  /** The sentence, what is safe, and what to do, in plain words; everything typed is still there, and nothing half done is. */
  async function isTold(sentence: string, nextStep: string): Promise<void> {
    await reads(page, sentence)
    await reads(page, nextStep)
    await reads(page, /(?:Nothing was put|There is nothing at this address yet)/)
    await speaksPlainly(page)
    expect(await field('Your name').inputValue()).toBe(team.priya.name)
    expect(await field('Access token').inputValue()).not.toBe('')
    expect(workspaces()).toEqual([])
  }

  beforeAll(async () => {
    shared = await shareSample()
    laptop = await startLaptop('bad-server')
    page = laptop.page
    await press(page, 'Join a workspace')
    await field('Your name').fill(team.priya.name)
    await field('Your work email').fill(team.priya.email)
  })
  afterEach(() => expectNoTrouble(laptop))
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
    await shared?.close()
  })

  it('a wrong token: says where a new one comes from', async () => {
    await joinAt(shared.address, 'not-the-token')
    await isTold(
      'The shared copy did not accept your access token.',
      'make a new access token on your git host and paste that.',
    )
  })

  it('a server that is down', async () => {
    shared.server.behave({ kind: 'down' })
    await joinAt(shared.address, team.priya.token)
    await isTold('Could not reach the shared copy. Nothing was put on this laptop.', 'Check that you are online')
  })

  it('a server that answers with a web page', async () => {
    shared.server.behave({ kind: 'html' })
    await press(page, 'Join')
    await isTold('A web page answered instead of the shared copy', 'sign in to the wi-fi if it asks')
  })

  it('a server that is slow: can be stopped, and leaves nothing behind', async () => {
    shared.server.behave({ kind: 'slow', ms: 20_000 })
    await press(page, 'Join')
    await page.getByRole('progressbar').waitFor()
    await speaksPlainly(page)
    await press(page, 'Cancel')
    await isTold('Stopped. Nothing was put on this laptop.', 'Join again whenever you like.')
  })

  it('an empty place, and one that holds something else', async () => {
    shared.server.behave({ kind: 'well' })
    shared.server.create('empty')
    await joinAt(shared.server.url('empty'), team.priya.token)
    await isTold('the shared copy is empty', 'On the laptop that has the workspace, share it to this address first.')

    fillWithRecipes(shared)
    await joinAt(shared.server.url('recipes'), team.priya.token)
    await isTold('What is at this address is not a Local Offer.', 'Check the address with the colleague who sent it')
  })

  it('joins all the same once the answer comes, however slowly', async () => {
    shared.server.behave({ kind: 'slow', ms: 400 })
    await joinAt(shared.address, team.priya.token)
    await sees(page, 'heading', 'This week')
    await everythingIsShared(page)
  })

  it('a web page instead of the shared copy while one works: the work is safe, and is shared afterwards', async () => {
    shared.server.behave({ kind: 'html' })
    await openPage(page, 'Travel to school')
    await rewrite(page, 'Apply as soon as you know the school.', 'Apply behind a guest wi-fi.')
    await saveVersion(page)
    await sharing(page).getByText('A web page answered instead of the shared copy').waitFor()
    await sharing(page).getByText('Your work is saved on this laptop.').waitFor()
    await speaksPlainly(page)
    await reads(textOf(page), 'Apply behind a guest wi-fi.')

    shared.server.behave({ kind: 'slow', ms: 200 })
    await page.keyboard.press('Alt+Shift+s')
    await shared.has('pages/education/travel-to-school.md', 'Apply behind a guest wi-fi.')
    await everythingIsShared(page)
  })
})

/** A shared copy like any other, of somebody's recipes. */
function fillWithRecipes(shared: SharedCopy): void {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-recipes-'))
  runGit(folder, 'init', '--quiet', '--initial-branch=main')
  writeFileSync(join(folder, 'soup.md'), '# Soup\n')
  runGit(folder, 'add', '.')
  runGit(folder, '-c', 'user.name=Sam Oduya', '-c', 'user.email=sam@example.org', 'commit', '--quiet', '-m', 'Soup')
  runGit(folder, 'push', '--quiet', shared.server.create('recipes'), 'main')
  rmSync(folder, { recursive: true })
}
