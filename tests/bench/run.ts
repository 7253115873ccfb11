import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkspace } from './make-workspace.ts'
import { type Measure, median, type Row } from './measure.ts'
import { build } from './measures/build.ts'
import { bundle } from './measures/bundle.ts'
import { check } from './measures/check.ts'
import { history } from './measures/history.ts'
import { merge } from './measures/merge.ts'
import { opening } from './measures/opening.ts'
import { sync } from './measures/sync.ts'
import { window } from './measures/window.ts'

/**
 * Speed, beside a peer on the same work in one run. `npm run bench` measures everything, `npm run bench -- build sync` these;
 * `--json FILE` writes the figures too. A bench never fails on a time: it prints, and people judge.
 */
const measures: readonly Measure[] = [bundle, check, build, sync, history, opening, merge, window]

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
try {
  const pristine = join(folder, 'workspace')
  mkdirSync(pristine)
  process.stderr.write('Making a workspace of 1,000 pages…\n')
  makeWorkspace(pristine)
  for (const measure of measures) {
    if (wanted.length > 0 && !wanted.includes(measure.name)) continue
    process.stderr.write(`Measuring ${measure.name}…\n`)
    const workspace = join(folder, `${measure.name}-workspace`)
    const scratch = join(folder, measure.name)
    cpSync(pristine, workspace, { recursive: true })
    mkdirSync(scratch)
    rows.push(...(await measure.run({ workspace, scratch })))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const figure = (value: number) => Math.round(value).toLocaleString('en-GB').padStart(9)
process.stdout.write(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}, node ${process.version}\n\n`,
)
process.stdout.write(`${''.padEnd(46)}${'median'.padStart(9)}${'least'.padStart(9)}${'most'.padStart(9)}\n`)
for (const { what, unit, runs } of rows) {
  process.stdout.write(
    `${what.padEnd(46)}${figure(median(runs))}${figure(Math.min(...runs))}${figure(Math.max(...runs))} ${unit}\n`,
  )
}
if (json) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
