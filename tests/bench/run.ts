import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkspace } from './make-workspace.ts'
import type { Measure, Row } from './measure.ts'
import { build } from './measures/build.ts'
import { bundle } from './measures/bundle.ts'
import { check } from './measures/check.ts'
import { history } from './measures/history.ts'
import { join as joinMeasure } from './measures/join.ts'
import { lighthouse } from './measures/lighthouse.ts'
import { memory } from './measures/memory.ts'
import { merge } from './measures/merge.ts'
import { opening } from './measures/opening.ts'
import { screens } from './measures/screens.ts'
import { share } from './measures/share.ts'
import { site } from './measures/site.ts'
import { siteQuality } from './measures/site-quality.ts'
import { sync } from './measures/sync.ts'
import { typing } from './measures/typing.ts'
import { window } from './measures/window.ts'
import { isFaulty, tableOf } from './table.ts'

/**
 * Speed, beside a peer on the same work in one run. `npm run bench` measures everything, `npm run bench -- build sync` these;
 * `--json FILE` writes the figures too. A bench never fails on a time: it prints, and people judge. It fails where something
 * could not be measured, and where the site has faults or too few points of Lighthouse.
 */
const measures: readonly Measure[] = [
  bundle,
  check,
  build,
  site,
  siteQuality,
  lighthouse,
  sync,
  joinMeasure,
  share,
  history,
  opening,
  merge,
  screens,
  window,
  typing,
  memory,
]

const words = process.argv.slice(2)
const json = words.includes('--json') ? words[words.indexOf('--json') + 1] : undefined
const wanted = words.filter(word => !word.startsWith('--') && word !== json)
const unknown = wanted.filter(name => !measures.some(measure => measure.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no measure called ${unknown.join(', ')}. There are ${measures.map(each => each.name).join(', ')}.\n`,
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-'))
const rows: Row[] = []
const loadBefore = loadavg()[0]
try {
  const pristine = join(folder, 'workspace')
  mkdirSync(pristine)
  process.stderr.write('Making a workspace of 1,000 pages…\n')
  makeWorkspace(pristine)
  for (const measure of measures) {
    if (wanted.length > 0 && !wanted.includes(measure.name)) continue
    const began = performance.now()
    process.stderr.write(`Measuring ${measure.name}… `)
    const workspace = join(folder, `${measure.name}-workspace`)
    const scratch = join(folder, measure.name)
    cpSync(pristine, workspace, { recursive: true })
    mkdirSync(scratch)
    try {
      rows.push(...(await measure.run({ workspace, scratch })))
      process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s\n`)
    } catch (error) {
      process.exitCode = 1
      console.error(`could not be measured:\n`, error)
    }
    for (const used of [workspace, scratch]) rmSync(used, { recursive: true, force: true })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const loads = [loadBefore, loadavg()[0]].map(load => load?.toFixed(1)).join(' before and ')
process.stdout.write(
  `\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loads} after, node ${process.version}\n\n${tableOf(rows)}`,
)
if (rows.some(isFaulty)) process.exitCode = 1
if (json) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
