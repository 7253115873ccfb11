import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { choicesIn } from '../../src/main/git/index.ts'
import { workspaceDataFolder } from '../../src/main/settings/index.ts'
import { type HostileOffer, hostileChoices, hostileOffer, putInto } from '../security/hostile-offer.ts'
import { inGroups, payloads } from '../security/payloads.ts'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { plainPicture } from './pictures.ts'
import { goTo, sees } from './screen.ts'
import { copyOfSample, runGit } from './team.ts'
import { dangersIn, type Watch, watch } from './watch.ts'
import { startWebHost, type WebHost } from './web-server.ts'
import { textOf } from './writing.ts'

const cli = new URL('../../out/main/cli.js', import.meta.url).pathname
const all = payloads()
/** One out of many, for what takes a page of its own each time. */
const searched = all.filter((payload, at) => at % 120 === 0 && payload.trim() !== '')

/**
 * Everything that anybody has published for making a page run script, in every field of a workspace at once, in a real
 * browser: it is words in the window, in the preview and on the site, and nothing else.
 */
describe('a workspace in which everything is hostile', { timeout: 400_000 }, () => {
  let folder: string
  let offer: HostileOffer
  let workspace: string
  let laptop: Laptop
  let host: WebHost
  let seen: Watch
  const page = () => laptop.page
  const origin = () => new URL(page().url()).origin

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signpost-hostile-'))
    workspace = copyOfSample(folder)
    offer = hostileOffer(inGroups(all, 60))
    for (const own of ['pages', 'services', 'reviews', 'media'])
      rmSync(join(workspace, own), { recursive: true, force: true })
    putInto(workspace, offer.files)
    putInto(workspace, new Map(offer.pages.map((_, at) => [`media/hostile-${at}.png`, plainPicture()])))
    const person = [
      '-c',
      'user.name=<img src=x onerror=alert(1)>',
      '-c',
      'user.email="><script>alert(1)</script>@example.org',
    ]
    runGit(workspace, 'add', '--all')
    runGit(workspace, ...person, 'commit', '--quiet', '-m', '<script>alert(1)</script> "><img src=x onerror=alert(1)>')
    host = await startWebHost()
    laptop = await startLaptop('priya', { workspace })
    page().setDefaultTimeout(100_000)
    seen = await watch(laptop.context, () => [origin(), host.address])
    await page().reload()
    await sees(page(), 'heading', 'This week')
  })
  afterAll(async () => {
    await laptop?.close()
    await host?.close()
    await closeBrowser()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Nothing ran, nothing was asked for, and nothing on the screen could. */
  async function isInert(where: string): Promise<void> {
    expect([...(await dangersIn(page())), ...seen.seen()], where).toEqual([])
  }

  it('is made of more than six hundred payloads, each different', () => {
    expect(all.length).toBeGreaterThan(600)
    expect(new Set(all).size).toBe(all.length)
  })

  it('shows words in every place of the window', async () => {
    for (const place of [
      'Pages',
      'Services',
      'Pictures and documents',
      'Review',
      'Checklists',
      'Live site',
      'Settings',
    ] as const) {
      await goTo(page(), place)
      await page().getByText('Hostile').or(page().getByText('onerror')).or(page().getByText('SE7')).first().waitFor()
      await isInert(place)
    }
  })

  it('shows words in a page that is being written, beside it, and in its preview', async () => {
    for (const [at, id] of offer.pages.entries()) {
      // To write on such a page takes seconds; its review, below, shows every page in the same window, and what makes the
      // preview makes the site, of which every page is looked at too.
      if (at % 6 > 0) continue
      // The page before is gone then, with its preview.
      await goTo(page(), 'Pages')
      await goToAddress(page(), `/pages/${id}`)
      await textOf(page()).getByRole('heading').first().waitFor()
      await isInert(`page ${at}`)
      for (const tab of at === 0 ? ['Checklist', 'Details', 'History'] : []) {
        await page().getByRole('tab', { name: tab }).click()
        await isInert(`${tab} of page ${at}`)
      }
      await page().getByRole('button', { name: 'Preview', exact: true }).click()
      // What is shown is drawn anew where the program has read on meanwhile.
      await expect.poll(async () => dangersIn(await previewOn(page()))).toEqual([])
      await isInert(`preview of page ${at}`)
    }
  })

  it('shows words where a page is reviewed, and where its versions stand', async () => {
    for (const [at, id] of offer.pages.entries()) {
      await goToAddress(page(), `/review/${id}`)
      await sees(page(), 'article', 'The page')
      await isInert(`review of page ${at}`)
    }
    await goToAddress(page(), `/pages/${offer.pages[0]}/history`)
    await page().getByText('<script>alert(1)</script> "><img').first().waitFor()
    await isInert('the versions of a page')
  })

  it('shows words where two people changed the same, in both versions and in what would come of them', async () => {
    const waiting = choicesIn(join(workspaceDataFolder(join(laptop.folder, 'data'), workspace), 'choices'))
    // What shows a page's words shows these too: a few of them, each as a title and as words, are enough.
    const questions = hostileChoices(offer, inGroups(all, 60)).filter((_, at) => at % 8 < 2)
    for (const question of questions) await waiting.put(question)
    await goToAddress(page(), '/choose')
    for (const at of questions.keys()) {
      const walk = page().getByRole('navigation', { name: 'Questions' })
      await walk.getByText(`Question ${at + 1} of ${questions.length}`).waitFor()
      await page().keyboard.press('w')
      await page().getByRole('region', { name: 'Your own words' }).getByRole('textbox').waitFor()
      await isInert(`question ${at}`)
      await page().keyboard.press('Escape')
      await page().keyboard.press('n')
    }
    for (const { id } of questions) await waiting.remove(id)
  })

  it('shows words of a service that is being written', async () => {
    for (const [at, id] of offer.services.entries()) {
      await goToAddress(page(), `/pages/${id}`)
      await textOf(page()).waitFor()
      await isInert(`service ${at}`)
    }
  })

  it('takes what is pasted as words, whatever a clipboard holds', async () => {
    await goToAddress(page(), `/pages/${offer.services[0]}`)
    await textOf(page()).waitFor()
    for (const [at, group] of inGroups(all, 60).entries()) {
      await textOf(page()).evaluate(pasteEach, group)
      await isInert(`what was pasted, ${at}`)
      await page().keyboard.press('Control+a')
      await page().keyboard.press('Delete')
    }
  })

  it('looks for what is typed into a search', async () => {
    await goTo(page(), 'Pages')
    const search = page().getByRole('searchbox', { name: 'Find a page' })
    for (const words of searched) {
      await search.fill(words)
      await isInert(`the search for ${words}`)
    }
  })

  it('is words on the site, on every page of it and in its search', async () => {
    execFileSync(process.execPath, [cli, 'build', workspace, '--out', join(host.folder, 'site')], {
      env: { ...process.env, SIGNPOST_DATA: join(folder, 'data') },
    })
    const built = readdirSync(join(host.folder, 'site'), { recursive: true, encoding: 'utf8' })
    const addresses = built
      .filter(name => name.endsWith('index.html'))
      .map(name => name.slice(0, -'index.html'.length))
      // Each choice of the directory has a page of its own, all by one template, and stands on the directory's own page too.
      .filter((address, at) => !address.startsWith('services/by/') || at % 100 === 0)
    expect(addresses.length).toBeGreaterThan(offer.pages.length + offer.services.length)
    for (const address of addresses) {
      // An old address leads on at once to where the page is now; where that is, the tests of the site say.
      if (readFileSync(join(host.folder, 'site', address, 'index.html'), 'utf8').includes('http-equiv="refresh"'))
        continue
      await page().goto(`${host.address}/site/${address}`)
      await isInert(`/${address}`)
    }
    for (const words of searched) {
      await page().goto(`${host.address}/site/search/?q=${encodeURIComponent(words)}`)
      await page().getByRole('status').getByText('found for').waitFor()
      await isInert(`the site’s search for ${words}`)
    }
  })
})

it('the watch sees the payloads run where nothing stands in their way', async () => {
  const laptop = await startLaptop('nobody')
  onTestFinished(() => laptop.close())
  const seen = await watch(laptop.context, () => [])
  const open = await laptop.context.newPage()
  const ran: string[] = []
  for (const group of inGroups(
    all.filter(payload => /^<(?!script>|base|meta)/i.test(payload)),
    40,
  )) {
    await open.setContent(`<!doctype html>${group.map(payload => `<div>${payload}</div>`).join('')}`)
    ran.push(...seen.seen(), ...(await dangersIn(open)))
  }
  expect(ran.filter(what => what.includes('a payload ran'))).not.toEqual([])
  expect(ran.filter(what => what.startsWith('asked '))).not.toEqual([])
  expect(new Set(ran.filter(what => /^<\w+ on\w+>$/.test(what))).size).toBeGreaterThan(20)
})

/** As a browser does when somebody presses the keys for it, with what another program put on the clipboard. */
function pasteEach(text: Element, clips: string[]): void {
  for (const clip of clips) {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', clip)
    clipboardData.setData('text/plain', clip)
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }
}

/** The preview beside the text, once it shows a page. */
async function previewOn(page: Page): Promise<Frame> {
  const frame = await (await page.getByTitle('The page as families will see it').elementHandle())?.contentFrame()
  if (!frame) throw new Error('the preview is no frame')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  return frame
}

/** Within the window: a whole address would start it anew. */
async function goToAddress(page: Page, place: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, place)
}
