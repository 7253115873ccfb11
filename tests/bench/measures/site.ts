import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { eleventy, makeEleventySite } from '../eleventy-site.ts'
import { hugo, makeHugoSite } from '../hugo-site.ts'
import { git, makeWorkspace } from '../make-workspace.ts'
import {
  checkout,
  cli,
  inTurns,
  type Measure,
  type Row,
  rowOf,
  run,
  type Sample,
  sampled,
  together,
} from '../measure.ts'

const sizes = [100, 1_000, 10_000]

/**
 * A whole site of 1,000 and of 10,000 pages beside Eleventy and Hugo, with the same pages, a theme of the same weight and
 * as many files (permanent addresses, lists, a sitemap and data of services too; a peer that wrote fewer is no peer, and ends the
 * measure), and one changed page in sites of 100, 1,000 and 10,000: by a program that is started for it, and by one that is open, with the
 * words changed at the end of the page or at its start. Signpost's figures include its search index, which the others do not
 * make: so Pagefind's own program goes over what they made, and that is counted with them. How much memory Signpost's
 * process takes at its most stands apart, and so does the processor time of that process, without Pagefind's. Nothing is taken
 * away in between: for a minute or more, Linux looks for each new file among those that were deleted.
 */
export const site: Measure = {
  name: 'site',
  async run({ scratch }) {
    const rows: Row[] = []
    for (const pages of sizes) {
      const folder = join(scratch, String(pages))
      mkdirSync(folder)
      rows.push(...(await measured(folder, pages)))
    }
    return rows
  },
}

async function measured(folder: string, pages: number): Promise<Row[]> {
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  makeWorkspace(workspace, { pages, services: Math.round(pages / 5), versions: 10 })
  // A version of today: the days on which pages were checked are told as of the newest version.
  change(workspace, 0)
  const rounds = pages > 1_000 ? 1 : 3
  const name = `${pages.toLocaleString('en-GB')} pages`
  const rows = pages < 1_000 ? [] : await wholeSites(folder, workspace, { rounds, name })
  if (pages < 1_000) build(folder, workspace, 'site-1')
  const again: Sample[] = []
  for (let round = 1; round <= rounds; round++) {
    change(workspace, round)
    again.push(await sampled(() => build(folder, workspace, 'site-1')))
  }
  rows.push(
    rowOf(`one page changed of ${name}, the program's start included`, again, { below: 300 }),
    rowOf(`  the program open, words at its end`, openBuilds(folder, workspace, 'end'), { below: 300 }),
    rowOf(`  the program open, words at its start`, openBuilds(folder, workspace, 'start'), { below: 300 }),
  )
  return rows
}

async function wholeSites(
  folder: string,
  workspace: string,
  { rounds, name }: { rounds: number; name: string },
): Promise<Row[]> {
  const [one, other] = [join(folder, 'eleventy'), join(folder, 'hugo')]
  makeEleventySite(one, workspace)
  makeHugoSite(other, workspace)
  const program = hugo()
  const built: Built[] = []
  const place = (letter: string, round: number) => join(folder, `${letter}-${round}`)
  const search = (letter: string) => (round: number) =>
    sampled(() => run(process.execPath, [pagefind, '--site', place(letter, round), '--quiet']))
  const whole = await inTurns(rounds, {
    ours: round => sampled(() => built.push(build(folder, workspace, `site-${round}`))),
    eleventy: round =>
      sampled(() => run(process.execPath, [eleventy, '--quiet', `--output=${place('e', round)}`], { cwd: one })),
    hugo: round => sampled(() => run(program, ['--quiet', '--destination', place('h', round)], { cwd: other })),
  })
  for (const letter of ['e', 'h']) sameWork(place('site', 1), place(letter, 1))
  const searches = await inTurns(rounds, { eleventy: search('e'), hugo: search('h') })
  const both = (site: 'eleventy' | 'hugo') =>
    whole[site].flatMap((sample, at) => together([sample, ...searches[site].slice(at, at + 1)]))
  const [byEleventy, byHugo] = [`  Eleventy 3.0.0 and Pagefind, ${name}`, `  Hugo and Pagefind, ${name}`]
  return [
    rowOf(`site of ${name}, search included`, whole.ours, { times: 1, row: byEleventy }),
    rowOf(byEleventy, both('eleventy')),
    rowOf('    of it Eleventy', whole.eleventy),
    rowOf(`  the same site of ${name} again`, whole.ours, { times: 2, row: byHugo }),
    rowOf(byHugo, both('hugo')),
    rowOf('    of it Hugo', whole.hugo),
    { what: `  processor time of Signpost alone, ${name}`, unit: 'ms', runs: built.map(({ cpu }) => cpu) },
    {
      what: `  memory of Signpost at its most, ${name}`,
      unit: 'MB',
      runs: built.map(({ memory }) => memory),
      target: { below: 1_000 },
    },
  ]
}

/** Without the files of the search, which only one of them has by now. */
function sameWork(ours: string, peers: string): void {
  const [mine, theirs] = [ours, peers].map(folder => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return names.filter(name => !name.startsWith('pagefind') && /\.\w+$/.test(name)).length
  })
  if (mine === undefined || theirs === undefined || Math.abs(mine - theirs) > mine / 20) {
    throw new Error(`The site in ${peers} has ${theirs} files and Signpost’s ${mine}, so they are not to be compared.`)
  }
}

const openProgram = join(import.meta.dirname, '../open-build-process.ts')
const samplesSchema = z.array(z.object({ ms: z.number(), cpu: z.number().nullable() }))

function openBuilds(folder: string, workspace: string, where: 'start' | 'end'): Sample[] {
  const words = [openProgram, workspace, join(folder, 'open-data'), where]
  return samplesSchema.parse(JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })))
}

const pagefind = join(checkout, 'node_modules/pagefind/lib/runner/bin.cjs')

interface Built {
  /** The most that the main process had, in megabytes. */
  memory: number
  /** Its processor time in milliseconds. */
  cpu: number
}

/** As Node.js itself says at its end. */
function build(folder: string, workspace: string, name: string): Built {
  const said = 'const{maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage()'
  const tell = `data:text/javascript,process.on('exit',()=>{${said};process.stderr.write('most '+m+' took '+(u+s))})`
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', tell, cli, 'build', workspace, '--from', 'desk', '--out', join(folder, name)],
    { env: { ...process.env, SIGNPOST_DATA: join(folder, `${name}-data`) }, encoding: 'utf8' },
  )
  const [, most, took] = /most (\d+) took (\d+)/.exec(stderr) ?? []
  if (status !== 0 || most === undefined) throw new Error(`the build ended with ${status}: ${stderr}`)
  return { memory: Number(most) / 1_000, cpu: Number(took) / 1_000 }
}

function change(workspace: string, round: number): void {
  const [first] = readdirSync(join(workspace, 'pages/education')).toSorted()
  if (first === undefined) throw new Error('the workspace has no pages')
  appendFileSync(join(workspace, 'pages/education', first), `\nChanged ${round}.\n`)
  git(workspace, ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qam', `Change ${round}`])
}
