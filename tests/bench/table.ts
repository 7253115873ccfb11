import { median, type Row, type Target } from './measure.ts'

/** The rows of all measures as one table, with what each was to come to beside it. */
export function tableOf(rows: readonly Row[]): string {
  const heads = ['median', 'least', 'most', 'processor'].map(head => head.padStart(10)).join('')
  const lines = rows.map(row => {
    const { what, unit, runs, cpu = [], target } = row
    const figures = [median(runs), Math.min(...runs), Math.max(...runs), cpu.length > 0 ? mean(cpu) : null]
    const wish = target === undefined ? '' : `   ${wishOf(target)}: ${verdict(row, target, rows)}`
    return `${what.padEnd(52)}${figures.map(figure).join('')} ${unit}${wish}`.trimEnd()
  })
  return `${[`${''.padEnd(52)}${heads}`, ...lines].join('\n')}\n`
}

const figure = (value: number | null) => (value === null ? '' : Math.round(value).toLocaleString('en-GB')).padStart(10)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Whether it is not what it was to be, where that has nothing to do with how busy or how fast the machine is. */
export function isFaulty({ unit, runs, target }: Row): boolean {
  return (
    (unit === 'faults' || unit === 'of 100') && target !== undefined && !('times' in target) && !isMet(runs, target)
  )
}

type OwnTarget = Exclude<Target, { times: number }>

function isMet(runs: readonly number[], target: OwnTarget): boolean {
  if ('below' in target) return median(runs) < target.below
  return 'least' in target ? median(runs) >= target.least : runs.length > 0 && runs.every(run => run >= target.every)
}

function wishOf(target: Target): string {
  if ('times' in target) return `at most ${target.times} × ${target.row.trim()}`
  if ('below' in target) return `below ${target.below.toLocaleString('en-GB')}`
  return 'least' in target ? `${target.least} or more` : `each ${target.every}`
}

/** By the median. Beside a peer the other ways to compare are said too: processor time alone is the same on a busy machine. */
function verdict(row: Row, target: Target, rows: readonly Row[]): string {
  if (!('times' in target)) return isMet(row.runs, target) ? 'met' : 'missed'
  const peer = rows.find(({ what }) => what === target.row)
  if (peer === undefined) throw new Error(`there is no row “${target.row}”`)
  const times = (of: (row: Row) => number) => of(row) / of(peer)
  const typical = times(({ runs }) => median(runs))
  const ways = [
    `${typical.toFixed(2)} by the median`,
    `${times(({ runs }) => Math.min(...runs)).toFixed(2)} by the least`,
    ...(row.cpu?.length && peer.cpu?.length ? [`${times(({ cpu = [] }) => mean(cpu)).toFixed(2)} by processor`] : []),
  ]
  return `${typical <= target.times ? 'met' : 'missed'} (${ways.join(', ')})`
}
