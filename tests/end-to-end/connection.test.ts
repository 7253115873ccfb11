import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { everythingIsShared, goTo, openPage, press, reads, sharing } from './screen.ts'
import { changeAs, joinAs, type SharedCopy, shareSample, team } from './team.ts'
import { rewrite, saveVersion } from './writing.ts'

/** What the test of a connection found, a line each, as a screen reader reads it. */
async function stepsOf(page: Page, verdict: string): Promise<string[]> {
  await page.getByRole('status').getByText(verdict).waitFor()
  return page.getByRole('list', { name: 'Steps of the test' }).getByRole('listitem').allInnerTexts()
}

const badOnes = (steps: string[]) => steps.filter(step => step.startsWith('Does not work'))

describe('whoever has trouble with the shared copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-connection-'))
  let shared: SharedCopy
  let laptop: Laptop

  beforeAll(async () => {
    shared = await shareSample()
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
    await shared?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('sees before joining which step fails, and what helps', async () => {
    const newcomer = await startLaptop('newcomer')
    const { page } = newcomer
    await press(page, 'Join a workspace')
    await page.getByRole('textbox', { name: 'Address of the workspace' }).fill(shared.address)
    await page.getByRole('textbox', { name: 'Access token' }).fill('not-the-token')
    await press(page, 'Test my connection')
    const wrong = await stepsOf(page, '1 step did not work.')
    expect(badOnes(wrong)).toEqual([expect.stringContaining('did not accept your access token')])

    await page.getByRole('textbox', { name: 'Access token' }).fill(team.mark.token)
    await press(page, 'Test my connection')
    const right = await stepsOf(page, 'The connection works.')
    expect(right).toHaveLength(9)
    expect(badOnes(right)).toEqual([])
    expect(newcomer.troubles()).toEqual([])
    await newcomer.close()
  })

  it('finds the test among all commands, and reads there that everything works', async () => {
    laptop = await joinAs(team.sam, shared.address)
    const { page } = laptop
    await page.keyboard.press('ControlOrMeta+k')
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('combobox'))
      .first()
      .fill('Test my connection')
    await page.keyboard.press('Enter')
    const steps = await stepsOf(page, 'The connection works.')
    expect(steps.every(step => step.startsWith('Works:'))).toBe(true)
    expect(steps.join('\n')).toContain('It is your team’s Local Offer.')
  })

  it('is told that they may not change it, and keeps what they wrote', async () => {
    const { page } = laptop
    shared.server.behave({ kind: 'read-only' })
    await press(page, 'Test my connection')
    const steps = await stepsOf(page, '1 step did not work.')
    expect(badOnes(steps)).toEqual([expect.stringContaining('You may read the shared copy, but not change it.')])

    await openPage(page, 'Travel to school')
    await rewrite(page, 'Apply as soon as you know the school.', 'Apply in the spring.')
    await saveVersion(page)
    await sharing(page)
      .getByText(/1 change only on this laptop, since .* You may read the shared copy/)
      .waitFor()
    shared.server.behave({ kind: 'well' })
  })

  it('shares at once when the network is back', async () => {
    const { page } = laptop
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await everythingIsShared(page)
    await shared.has('pages/education/travel-to-school.md', 'Apply in the spring.')
  })

  it('sees who was at a page a moment ago, in the list and above the page, and can write all the same', async () => {
    const { page } = laptop
    changeAs(team.priya, shared, 'pages/education/travel-to-school.md', 'Apply in the spring.', 'Apply in March.')
    await page.keyboard.press('Alt+Shift+s')
    await openPage(page, 'Travel to school')
    await reads(page, /^Priya was writing here .* You can both write: both changes are kept\.$/)
    await goTo(page, 'Pages')
    await page.getByRole('searchbox', { name: 'Find a page' }).fill('Travel to school')
    await reads(page.getByRole('row', { name: 'Travel to school' }), /Priya was writing here/)
    await openPage(page, 'Travel to school')
    await rewrite(page, 'Apply in March.', 'Apply in April.')
    await saveVersion(page)
    await shared.has('pages/education/travel-to-school.md', 'Apply in April.')
    await everythingIsShared(page)
  })

  it('can stop a sharing that takes long', async () => {
    const { page } = laptop
    shared.server.behave({ kind: 'silent', afterBytes: 10 })
    await goTo(page, 'Settings')
    await page.keyboard.press('Alt+Shift+s')
    await press(sharing(page), 'Stop sharing')
    await reads(sharing(page), /Stopped\./)
    shared.server.behave({ kind: 'well' })
    await page.keyboard.press('Alt+Shift+s')
    await everythingIsShared(page)
  })
})
