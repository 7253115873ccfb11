import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { everythingIsShared, goTo, openPage, press, reads, sees, shareNow, sharing } from './screen.ts'
import { copyOfSample, joinAs, type SharedCopy, startSharedCopy, team } from './team.ts'
import { rewrite, saveVersion, textOf } from './writing.ts'

const title = 'Travel to school'
const path = 'pages/education/travel-to-school.md'

/** Priya has the workspace, Sam joins it, and from then on both write in it. */
describe('two laptops and a shared copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-sharing-'))
  let shared: SharedCopy
  let priya: Laptop
  let sam: Laptop

  beforeAll(async () => {
    shared = await startSharedCopy()
    priya = await startLaptop('priya', { workspace: copyOfSample(folder) })
  })
  afterAll(async () => {
    await priya?.close()
    await sam?.close()
    await closeBrowser()
    await shared?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are connected in Settings on one, and joined from the start screen on the other', async () => {
    const { page } = priya
    await goTo(page, 'Settings')
    await page.getByRole('textbox', { name: 'My name' }).fill(team.priya.name)
    await page.getByRole('textbox', { name: 'My work email' }).fill(team.priya.email)
    await press(page, 'Keep my name')
    await reads(page, 'From now on your changes carry this name.')
    await page.getByRole('textbox', { name: 'Address', exact: true }).fill(shared.address)
    await page.getByRole('textbox', { name: 'Access token' }).fill(team.priya.token)
    await press(page, 'Connect')
    await reads(page, 'Connected. Your work is shared from now on.')
    await everythingIsShared(page)

    sam = await joinAs(team.sam, shared.address)
    await openPage(sam.page, title)
  })

  it('have both changes when two people wrote in different paragraphs, and nobody is asked', async () => {
    await openPage(priya.page, title)
    await rewrite(priya.page, 'Apply as soon as you know the school.', 'Apply in the spring before your child starts.')
    await rewrite(sam.page, 'Tell us about seizures', 'Tell us about medicines and equipment. You can meet the driver.')
    await saveVersion(priya.page)
    await shared.has(path, 'Apply in the spring before your child starts.')
    await saveVersion(sam.page)
    await shared.has(path, 'Tell us about medicines and equipment. You can meet the driver.')
    await shareNow(priya.page)
    for (const { page } of [priya, sam]) {
      await reads(textOf(page), 'Apply in the spring before your child starts.')
      await reads(textOf(page), 'Tell us about medicines and equipment. You can meet the driver.')
      await everythingIsShared(page)
    }
  })

  it('show both versions side by side when two people wrote in the same sentence, and share the answer', async () => {
    await rewrite(priya.page, 'Apply in the spring', 'Apply before the end of May.')
    await rewrite(sam.page, 'Apply in the spring', 'Apply before the end of June.')
    await saveVersion(priya.page)
    await shared.has(path, 'Apply before the end of May.')
    await saveVersion(sam.page)

    const { page } = sam
    await sharing(page).getByText('1 choice to make').waitFor()
    await sharing(page).getByRole('link', { name: 'Choose' }).click()
    await sees(page, 'heading', /^You and Priya both changed /)
    await reads(page.getByRole('region', { name: /^Yours/ }), /June/)
    await reads(page.getByRole('region', { name: /^Priya’s/ }), /May/)
    await press(page, 'Keep mine')
    await press(page, 'Use this answer')
    await shared.has(path, 'Apply before the end of June.')
    await everythingIsShared(page)
    await shareNow(priya.page)
    await reads(textOf(priya.page), 'Apply before the end of June.')
    await openPage(page, title)
    await reads(textOf(page), 'Apply before the end of June.')
  })

  it('work without the server, say so, and share by themselves when it is back', async () => {
    shared.server.behave({ kind: 'down' })
    const { page } = sam
    await rewrite(page, 'Apply before the end of June.', 'Apply before the end of July.')
    await saveVersion(page)
    await sharing(page).getByText('Only on this laptop').waitFor()
    await sharing(page).getByText('It will be shared when you are online.').waitFor()
    await reads(textOf(page), 'Apply before the end of July.')

    shared.server.behave({ kind: 'well' })
    await shared.has(path, 'Apply before the end of July.')
    await everythingIsShared(page)
  })

  it('say what to do when the token is not accepted any more, and keep the work', async () => {
    shared.server.behave({ kind: 'unauthorised' })
    const { page } = sam
    await rewrite(page, 'Apply before the end of July.', 'Apply before the end of August.')
    await saveVersion(page)
    await sharing(page).getByText('The shared copy did not accept your access token.').waitFor()
    await sharing(page).getByText('enter it in Settings.').waitFor()

    await sharing(page).getByRole('link', { name: 'Put it right' }).click()
    await reads(page, '1 step did not work.')
    shared.server.behave({ kind: 'well' })
    await page.getByRole('textbox', { name: 'New access token' }).fill(team.sam.token)
    await press(page, 'Connect again')
    await shared.has(path, 'Apply before the end of August.')
    await everythingIsShared(page)
  })

  it('hold one line of history on the server, with everybody’s name', () => {
    expect(shared.git('rev-list', '--merges', '--count', 'main').trim()).toBe('0')
    const names = shared.git('log', '-6', '--format=%an', 'main')
    expect(names).toContain(team.priya.name)
    expect(names).toContain(team.sam.name)
    expect(shared.git('show', `main:${path}`)).not.toMatch(/<<<<<<<|>>>>>>>/)
  })
})
