import { codes } from './errors.ts'
import type { State } from './state.ts'

/** Which named points had which fault, as the names of the units say that were done. */

/** A kill, or an error by its code: `ENOSPC`. */
type FaultName = string

/** `of`: of all that a fault can happen to; `never`: those that had none so far. */
export interface Struck {
  fault: FaultName
  count: number
  of: number
  never: string[]
}

const faultOf = (unit: string) => {
  const [first = '', lasting = '', act = '', access = ''] = unit.split(' ')
  if (first === 'kill') return { fault: first, act: lasting, access: 'writes', how: 'kill' }
  return { fault: first, act, access, how: `${first} ${lasting} ${access}` }
}

/** What a full disk still lets happen. */
const cannotBe = (fault: FaultName, point: string) => fault === 'ENOSPC' && /^(?:unlink|rm|rmdir) /.test(point)

/** Every named write point that is known, with a kill and with each code, be it the first in an act or one after it. */
export function struckIn({ done }: State): Struck[] {
  const all = new Set<string>()
  const had = new Map<FaultName, Set<string>>(['kill', ...codes].map(fault => [fault, new Set()]))
  for (const [unit, { points, later, seen }] of Object.entries(done)) {
    const { fault, access } = faultOf(unit)
    const some = had.get(fault)
    if (some === undefined || access !== 'writes') continue
    for (const point of [...points, ...later]) some.add(point)
    for (const point of [...points, ...later, ...seen]) all.add(point)
  }
  return [...had].map(([fault, points]) => {
    const could = [...all].filter(point => !cannotBe(fault, point)).sort()
    return { fault, count: points.size, of: could.length, never: could.filter(point => !points.has(point)) }
  })
}

/** The named points that had what this unit does, in any unit. */
export function struckBy({ done }: State, unit: string): Set<string> {
  const { how } = faultOf(unit)
  return new Set(Object.entries(done).flatMap(([name, { points }]) => (faultOf(name).how === how ? points : [])))
}

/** Whether an act is known to pass points, and each of them had what this unit does. */
export function isAllStruck(state: State, unit: string): boolean {
  const { act, access, fault } = faultOf(unit)
  const passed = Object.entries(state.done).flatMap(([name, { seen }]) => {
    const other = faultOf(name)
    return other.act === act && other.access === access ? seen : []
  })
  const had = struckBy(state, unit)
  return passed.length > 0 && passed.every(point => had.has(point) || cannotBe(fault, point))
}
