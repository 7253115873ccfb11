import { readFileSync } from 'node:fs'

/**
 * The processor time, in milliseconds, that this process and all that it started have used up to now: the figure that stays
 * nearly the same whoever else is at work on the machine. `but` are children that are no part of what is measured, such as a
 * server or a browser. Null where the system does not tell of children as Linux does.
 */
export function cpuTime(but: ReadonlySet<number> = new Set()): number | null {
  const { user, system } = process.cpuUsage()
  const own = timesOf(process.pid)
  if (own === null) return null
  return (user + system) / 1000 + own.ended + livingBelow(process.pid, but)
}

/** The children that this process has now, to be left out of what is measured next. */
export function childrenNow(): ReadonlySet<number> {
  return new Set(childrenOf(process.pid))
}

function livingBelow(pid: number, but: ReadonlySet<number>): number {
  return childrenOf(pid)
    .filter(child => !but.has(child))
    .reduce((sum, child) => sum + treeTime(child, but), 0)
}

function treeTime(pid: number, but: ReadonlySet<number>): number {
  const times = timesOf(pid)
  return times === null ? 0 : times.own + times.ended + livingBelow(pid, but)
}

/** A tick of the clock that /proc counts in: 100 a second on every Linux that people have. */
const tickMs = 10

/** What a process has used itself, and what those of its children used that have ended; see proc_pid_stat(5). */
function timesOf(pid: number): { own: number; ended: number } | null {
  const text = readOrNull(`/proc/${pid}/stat`)
  if (text === null) return null
  // The second field is the program's name in brackets, which may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = (field: number) => Number(fields[field - 3] ?? 0) * tickMs
  return { own: ticks(14) + ticks(15), ended: ticks(16) + ticks(17) }
}

function childrenOf(pid: number): number[] {
  const text = readOrNull(`/proc/${pid}/task/${pid}/children`) ?? ''
  return text.split(' ').filter(Boolean).map(Number)
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
