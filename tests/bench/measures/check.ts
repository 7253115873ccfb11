import { appendFileSync, cpSync, globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { axeOver } from '../axe.ts'
import { many } from '../make-workspace.ts'
import { cli, inTurns, type Measure, rowOf, run, type Sample, sampled } from '../measure.ts'
import { openBrowser } from '../open-window.ts'
import { sampleMedia, samplePage } from '../sample-pages.ts'

/** How many of the pages axe-core looks at: all of them would take it many minutes. */
const looked = 25

/**
 * Every page and service of a workspace in the sample's words, checked from the command line: cold, then with what was
 * remembered. Beside it axe-core, on the site that is made of the same pages, in the browser in which its users run it.
 */
export const check: Measure = {
  name: 'check',
  async run({ workspace, scratch }) {
    const pages = Array.from({ length: many.pages }, (_, number) => samplePage(number))
    for (const { path, text } of pages) writeFileSync(join(workspace, path), text)
    cpSync(sampleMedia, join(workspace, 'media'), { recursive: true })
    const signpost = (data: string, ...words: string[]) =>
      sampled(() =>
        run(process.execPath, [cli, ...words], { env: { SIGNPOST_DATA: join(scratch, data) }, ends: [0, 1] }),
      )
    const go = (data: string) => signpost(data, 'check', workspace, '--format', 'json')
    await go('data-0')
    const site = join(scratch, 'site')
    await signpost('data-0', 'build', workspace, '--from', 'desk', '--out', site)
    const samples = await inTurns(3, {
      cold: round => go(`data-${round}`),
      warm: () => go('data-0'),
      async again(round) {
        appendFileSync(join(workspace, pages[0]?.path ?? ''), `\nChanged ${round}.\n`)
        return go('data-0')
      },
      start: () => signpost('data-0', '--version'),
    })
    return [
      rowOf('check of 1,000 pages and 200 services', samples.cold, { below: 5_000 }),
      rowOf('check again, nothing changed', samples.warm, { below: 500 }),
      rowOf('check again after one page changed', samples.again),
      rowOf('  of these the start of the program alone', samples.start),
      rowOf(`  axe-core, 1,000 pages (${looked} measured)`, [await axeOnSite(site)]),
    ]
  },
}

/** Opens pages of a built site one after the other, and has axe-core look at each; told for a thousand. */
async function axeOnSite(site: string): Promise<Sample> {
  const files = globSync('**/index.html', { cwd: site }).filter(name => /page-\d+/.test(name))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const { ms } = await sampled(async () => {
      for (const name of files.slice(0, looked)) {
        await page.goto(pathToFileURL(join(site, name)).href)
        await axeOver(page)
      }
    })
    if (files.length < looked) throw new Error(`the site has ${files.length} pages`)
    return { ms: (ms / looked) * many.pages, cpu: null }
  } finally {
    await browser.close()
  }
}
