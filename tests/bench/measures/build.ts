import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eleventy, makeEleventySite } from '../eleventy-site.ts'
import { git } from '../make-workspace.ts'
import { cli, type Measure, timed } from '../measure.ts'

/** The whole site beside Eleventy on the same pages; then one page changed. Signpost's figures include the search index. */
export const build: Measure = {
  name: 'build',
  async run({ workspace, scratch }) {
    const site = join(scratch, 'eleventy')
    makeEleventySite(site, workspace)
    const env = { SIGNPOST_DATA: join(scratch, 'data') }
    const ours = (out: string) =>
      timed(process.execPath, [cli, 'build', workspace, '--from', 'desk', '--out', out], { env })
    const theirs = (out: string) => timed(process.execPath, [eleventy, '--quiet', `--output=${out}`], { cwd: site })
    const full: number[] = []
    const peer: number[] = []
    for (const run of [1, 2, 3]) {
      full.push(ours(join(scratch, `site-${run}`)))
      peer.push(theirs(join(scratch, `eleventy-${run}`)))
    }
    const again: number[] = []
    for (const run of [1, 2, 3]) {
      appendFileSync(join(workspace, 'pages/education/', firstPage(workspace)), `\nChanged ${run}.\n`)
      git(workspace, ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qam', `Change ${run}`])
      again.push(ours(join(scratch, 'site-1')))
    }
    return [
      { what: 'build of 1,000 pages, search included', unit: 'ms', runs: full },
      { what: '  Eleventy 3.0.0, same pages, no search', unit: 'ms', runs: peer },
      { what: 'build again after one page changed', unit: 'ms', runs: again },
    ]
  },
}

function firstPage(workspace: string): string {
  const [first] = readdirSync(join(workspace, 'pages/education')).toSorted()
  if (!first) throw new Error('the workspace has no pages')
  return first
}
