import { appendFileSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startPagefind } from '../../../src/main/publish/search/pagefind.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { eleventy, makeEleventySite } from '../eleventy-site.ts'
import { git } from '../make-workspace.ts'
import { cli, inTurns, type Measure, rowOf, run, sampled } from '../measure.ts'

/**
 * The whole site beside Eleventy on the same pages; then what this computer remembers is there, and one page changed.
 * Signpost's figures include the search index, which grows in a process of its own while the pages are made; what it takes
 * alone stands apart, because Eleventy makes none.
 */
export const build: Measure = {
  name: 'build',
  async run({ workspace, scratch }) {
    const site = join(scratch, 'eleventy')
    makeEleventySite(site, workspace)
    const ours = (out: string, data: string) =>
      sampled(() =>
        run(process.execPath, [cli, 'build', workspace, '--from', 'desk', '--out', join(scratch, out)], {
          env: { SIGNPOST_DATA: join(scratch, data) },
        }),
      )
    const theirs = (out: string) =>
      sampled(() => run(process.execPath, [eleventy, '--quiet', `--output=${join(scratch, out)}`], { cwd: site }))
    const whole = await inTurns(3, {
      ours: round => ours(`site-${round}`, `data-${round}`),
      theirs: round => theirs(`eleventy-${round}`),
      search: () => sampled(() => index(join(scratch, 'site-1'))),
    })
    const again = await inTurns(3, {
      elsewhere: round => ours(`other-${round}`, 'data-1'),
      async ours(round) {
        const page = join('pages/education/', firstPage(workspace))
        for (const folder of [workspace, site]) appendFileSync(join(folder, page), `\nChanged ${round}.\n`)
        git(workspace, [...priya, 'commit', '-qam', `Change ${round}`])
        return ours('site-1', 'data-1')
      },
      theirs: () => theirs('eleventy-1'),
    })
    return [
      rowOf('build of 1,000 pages, search included', whole.ours),
      rowOf('  Eleventy 3.0.0, same pages, no search', whole.theirs),
      rowOf('  the search index alone', whole.search),
      rowOf('build into another folder', again.elsewhere),
      rowOf('build again after one page changed', again.ours),
      rowOf('  Eleventy 3.0.0, same change, no search', again.theirs),
    ]
  },
}

const priya = ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org']

/** The index of a built site, when nothing else is done. */
async function index(site: string): Promise<void> {
  const paths = globSync('**/index.html', { cwd: site }).toSorted()
  const pages = paths.map(path => ({ address: `/${dirname(path)}/`, html: readFileSync(join(site, path), 'utf8') }))
  const pagefind = startPagefind()
  const index = pagefind.index()
  for (const page of pages.filter(({ html }) => html.includes('data-pagefind-body'))) index.add(page)
  const made = await index.finish()
  await pagefind.stop()
  if (isRefusal(made)) throw new Error(made.detail)
}

function firstPage(workspace: string): string {
  const [first] = readdirSync(join(workspace, 'pages/education')).toSorted()
  if (!first) throw new Error('the workspace has no pages')
  return first
}
