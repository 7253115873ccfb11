import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { eleventy, makeEleventySite } from '../eleventy-site.ts'
import { hugo, makeHugoSite } from '../hugo-site.ts'
import { git, makeWorkspace } from '../make-workspace.ts'
import { cli, inTurns, type Measure, type Row, rowOf, run, type Sample, sampled } from '../measure.ts'

const sizes = [100, 1_000, 10_000]

/**
 * A whole site of 1,000 and of 10,000 pages beside Eleventy and Hugo, with the same pages and a theme of the same weight, and
 * one changed page in sites of 100, 1,000 and 10,000. Signpost's figures include its search index, which the others do not
 * make; how much memory the main process takes at its most stands apart.
 */
export const site: Measure = {
  name: 'site',
  async run({ scratch }) {
    const rows: Row[] = []
    for (const pages of sizes) {
      const folder = join(scratch, String(pages))
      mkdirSync(folder)
      rows.push(...(await measured(folder, pages)))
      rmSync(folder, { recursive: true, force: true })
    }
    return rows
  },
}

async function measured(folder: string, pages: number): Promise<Row[]> {
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  makeWorkspace(workspace, { pages, services: Math.round(pages / 5), versions: 10 })
  const rounds = pages > 1_000 ? 1 : 3
  const weights: number[] = []
  const ours = (name: string) => sampled(() => weights.push(build(folder, workspace, name)))
  const name = `${pages.toLocaleString('en-GB')} pages`
  const rows: Row[] = []
  if (pages >= 1_000) {
    const [one, other] = [join(folder, 'eleventy'), join(folder, 'hugo')]
    makeEleventySite(one, workspace)
    makeHugoSite(other, workspace)
    const program = hugo()
    const whole = await inTurns(rounds, {
      ours: round => ours(`site-${round}`),
      eleventy: round =>
        sampled(() =>
          run(process.execPath, [eleventy, '--quiet', `--output=${join(folder, `e-${round}`)}`], { cwd: one }),
        ),
      hugo: round =>
        sampled(() => run(program, ['--quiet', '--destination', join(folder, `h-${round}`)], { cwd: other })),
    })
    const [byEleventy, byHugo] = [`  Eleventy 3.0.0, ${name}, no search`, `  Hugo, ${name}, no search`]
    rows.push(
      rowOf(`site of ${name}, search included`, whole.ours, { times: 1, row: byEleventy }),
      rowOf(byEleventy, whole.eleventy),
      rowOf(byHugo, whole.hugo),
      { what: `  memory of Signpost at its most, ${name}`, unit: 'MB', runs: [...weights], target: { below: 1_000 } },
    )
  } else {
    build(folder, workspace, 'site-1')
  }
  const again: Sample[] = []
  for (let round = 1; round <= rounds; round++) {
    change(workspace, round)
    again.push(await ours('site-1'))
  }
  rows.push(rowOf(`one page changed of ${name}, the program's start included`, again, { below: 300 }))
  return rows
}

/** Answers the most memory that the main process had, in megabytes, as Node.js itself says at its end. */
function build(folder: string, workspace: string, name: string): number {
  const tell = `data:text/javascript,process.on('exit',()=>process.stderr.write('most '+process.resourceUsage().maxRSS))`
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', tell, cli, 'build', workspace, '--from', 'desk', '--out', join(folder, name)],
    { env: { ...process.env, SIGNPOST_DATA: join(folder, `${name}-data`) }, encoding: 'utf8' },
  )
  const found = /most (\d+)/.exec(stderr)?.[1]
  if (status !== 0 || found === undefined) throw new Error(`the build ended with ${status}: ${stderr}`)
  return Number(found) / 1_000
}

function change(workspace: string, round: number): void {
  const [first] = readdirSync(join(workspace, 'pages/education')).toSorted()
  if (first === undefined) throw new Error('the workspace has no pages')
  appendFileSync(join(workspace, 'pages/education', first), `\nChanged ${round}.\n`)
  git(workspace, ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qam', `Change ${round}`])
}
