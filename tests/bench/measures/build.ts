import { appendFileSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startSearchIndex } from '../../../src/main/publish/search-index.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { eleventy, makeEleventySite } from '../eleventy-site.ts'
import { git } from '../make-workspace.ts'
import { cli, type Measure, timed, timedAsync } from '../measure.ts'

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
      timed(process.execPath, [cli, 'build', workspace, '--from', 'desk', '--out', join(scratch, out)], {
        env: { SIGNPOST_DATA: join(scratch, data) },
      })
    const theirs = (out: string) => timed(process.execPath, [eleventy, '--quiet', `--output=${out}`], { cwd: site })
    const full: number[] = []
    const peer: number[] = []
    const remembered: number[] = []
    const search: number[] = []
    for (const run of [1, 2, 3]) {
      full.push(ours(`site-${run}`, `data-${run}`))
      peer.push(theirs(join(scratch, `eleventy-${run}`)))
      remembered.push(ours(`other-${run}`, `data-${run}`))
      search.push(await indexing(join(scratch, `site-${run}`)))
    }
    const again: number[] = []
    const peerAgain: number[] = []
    for (const run of [1, 2, 3]) {
      const page = join('pages/education/', firstPage(workspace))
      for (const folder of [workspace, site]) appendFileSync(join(folder, page), `\nChanged ${run}.\n`)
      git(workspace, ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qam', `Change ${run}`])
      again.push(ours('site-1', 'data-1'))
      peerAgain.push(theirs(join(scratch, 'eleventy-1')))
    }
    return [
      { what: 'build of 1,000 pages, search included', unit: 'ms', runs: full },
      { what: '  Eleventy 3.0.0, same pages, no search', unit: 'ms', runs: peer },
      { what: '  the search index alone', unit: 'ms', runs: search },
      { what: 'build into another folder, words remembered', unit: 'ms', runs: remembered },
      { what: 'build again after one page changed', unit: 'ms', runs: again },
      { what: '  Eleventy 3.0.0, same change, no search', unit: 'ms', runs: peerAgain },
    ]
  },
}

/** How long the index of a built site takes when nothing else is done. */
async function indexing(site: string): Promise<number> {
  const paths = globSync('**/index.html', { cwd: site }).toSorted()
  const pages = paths.map(path => ({ address: `/${dirname(path)}/`, html: readFileSync(join(site, path), 'utf8') }))
  const searchable = pages.filter(({ html }) => html.includes('data-pagefind-body'))
  return timedAsync(async () => {
    const index = startSearchIndex()
    for (const page of searchable) index.add(page)
    const made = await index.finish()
    await index.stop()
    if (isRefusal(made)) throw new Error(made.detail)
  })
}

function firstPage(workspace: string): string {
  const [first] = readdirSync(join(workspace, 'pages/education')).toSorted()
  if (!first) throw new Error('the workspace has no pages')
  return first
}
