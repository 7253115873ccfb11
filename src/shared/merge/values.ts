import { z } from 'zod'
import type { SequenceRules } from './item.ts'
import { flatten } from './piece.ts'
import { mergeSequences } from './sequence.ts'

/** What YAML holds, as plain values. */
export const valueSchema = z.json()
export type Value = z.infer<typeof valueSchema>
export type Fields = { [name: string]: Value }

/** A field that two people set differently; theirs stands until somebody chooses. A missing value is null. */
export interface FieldClash {
  /** Names joined by dots; a record in a list by its id: `review.every`, `sections.health.title`. */
  field: string
  before: Value
  mine: Value
  theirs: Value
}

/** Three-way merge of records: by field, maps within maps, lists as sets or as records by their ids. */
export function mergeFields(before: Fields, mine: Fields, theirs: Fields, clashes: FieldClash[], under = ''): Fields {
  const names = mergeNames(Object.keys(before), Object.keys(mine), Object.keys(theirs))
  return Object.fromEntries(
    names.flatMap(name => {
      const [was, here, there] = [before, mine, theirs].map(fields => fieldOf(fields, name))
      const value = mergeValue(was, here, there, clashes, `${under}${name}`)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** What every object has is no field of it, whatever somebody calls one: `__proto__`, `constructor`. */
export const fieldOf = (fields: Fields, name: string): Value | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

/** The names that either has, in an order that keeps each one's own and does not depend on who comes first. */
export function mergeNames(before: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const ordered = flatten(mergeSequences(before, mine, theirs, names), 'theirs')
  return [...new Set([...ordered, ...[...mine, ...theirs].toSorted()])]
}

/**
 * Lines in an order that does not depend on who comes first; what either removed is gone, and what both added is there once.
 * A line that stands several times is told apart by how often it stood above.
 */
export function mergeLines(before: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [was = [], here = [], there = []] = [before, mine, theirs].map(counted)
  const lines = new Set(flatten(mergeSequences(was, here, there, names), 'theirs'))
  return [...lines].map(line => line.slice(line.indexOf(' ') + 1))
}

function counted(lines: readonly string[]): string[] {
  const times = new Map<string, number>()
  return lines.map(line => {
    const time = (times.get(line) ?? 0) + 1
    times.set(line, time)
    return `${time} ${line}`
  })
}

const names: SequenceRules<string> = {
  key: name => name,
  alike: null,
  mergeOne: (before, mine, theirs) => ({ kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }),
  bothAdded: 'keep',
  rank: () => 0,
  isHeading: () => false,
  weight: () => 1,
}

type Maybe = Value | undefined
const same = (a: Maybe, b: Maybe) => JSON.stringify(a) === JSON.stringify(b)
export const isFields = (value: Maybe): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function mergeValue(before: Maybe, mine: Maybe, theirs: Maybe, clashes: FieldClash[], field: string): Maybe {
  if (same(mine, theirs) || same(before, theirs)) return mine
  if (same(before, mine)) return theirs
  // Removed here and edited there: what somebody still works on stays.
  if (mine === undefined || theirs === undefined) return mine ?? theirs
  if (isFields(mine) && isFields(theirs)) {
    const reviewed = field === 'review' ? laterReview(before, mine, theirs) : null
    return reviewed ?? mergeFields(isFields(before) ? before : {}, mine, theirs, clashes, `${field}.`)
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return mergeLists(Array.isArray(before) ? before : [], mine, theirs, clashes, field)
  }
  // Where a page stands among its neighbours is no question to stop anybody for.
  if (field === 'order' && typeof mine === 'number' && typeof theirs === 'number') return Math.min(mine, theirs)
  clashes.push({ field, before: before ?? null, mine, theirs })
  return theirs
}

/** Two people found the page still accurate: the later look counts, with the date that follows from it. */
function laterReview(before: Maybe, mine: Fields, theirs: Fields): Fields | null {
  const { last: former } = isFields(before) ? before : {}
  const { last: here, due: hereDue = '', every: hereEvery } = mine
  const { last: there, due: thereDue = '', every: thereEvery } = theirs
  if (typeof here !== 'string' || typeof there !== 'string' || here === former || there === former) return null
  if (!same(hereEvery, thereEvery)) return null
  if (here !== there) return here > there ? mine : theirs
  return String(hereDue) <= String(thereDue) ? mine : theirs
}

const idNames = ['id', 'slug', 'email', 'from', 'requirement', 'name', 'kind'] as const

function mergeLists(before: Value[], mine: Value[], theirs: Value[], clashes: FieldClash[], field: string): Value[] {
  // What a page answers is a set: one requirement can be answered under several headings.
  const idName =
    field === 'checklist'
      ? undefined
      : idNames.find(name => [before, mine, theirs].every(list => areRecords(list, name)))
  const renamed = idName ? [...renamedIn(before, mine, idName), ...renamedIn(before, theirs, idName)] : []
  const formerIds = new Map(renamed)
  const idOf = (item: Value) =>
    formerIds.get(item) ?? String(isFields(item) && idName ? item[idName] : JSON.stringify(item))
  const order = flatten(mergeSequences(before, mine, theirs, { ...asSet, key: idOf }), 'theirs')
  const once = [...new Map(order.map(item => [idOf(item), item])).values()]
  if (!idName) return once
  const [was, here, there] = [before, mine, theirs].map(list => new Map(list.map(item => [idOf(item), item])))
  const kept = new Set(once.map(idOf))
  const edited = [...(here ?? []), ...(there ?? [])].filter(([id, item]) => !kept.has(id) && !same(item, was?.get(id)))
  return [...once.map(idOf), ...new Set(edited.map(([id]) => id))].flatMap(id => {
    const value = mergeValue(was?.get(id), here?.get(id), there?.get(id), clashes, `${field}.${id}`)
    return value === undefined ? [] : [value]
  })
}

/** Records that have another id now and are the same in all else, with the former id: a section that was moved. */
function renamedIn(before: Value[], side: Value[], idName: string): [Value, string][] {
  const without = (record: Value) => JSON.stringify({ ...(isFields(record) ? record : {}), [idName]: null })
  const idsOf = (list: Value[]) => new Set(list.map(item => (isFields(item) ? item[idName] : null)))
  const [was, is] = [idsOf(before), idsOf(side)]
  const gone = before.filter(item => isFields(item) && !is.has(item[idName] ?? null))
  const come = side.filter(item => isFields(item) && !was.has(item[idName] ?? null))
  return come.flatMap((item): [Value, string][] => {
    const [former, ...others] = gone.filter(old => without(old) === without(item))
    const alone = come.filter(other => without(other) === without(item)).length === 1 && others.length === 0
    return alone && isFields(former) && Object.keys(former).length > 1 ? [[item, String(former[idName])]] : []
  })
}

const asSet: Omit<SequenceRules<Value>, 'key'> = {
  alike: null,
  mergeOne: (before, mine, theirs) => ({ kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }),
  bothAdded: 'keep',
  rank: () => 0,
  isHeading: () => false,
  weight: () => 1,
}

/** All of them maps, each with its own text under `name`. */
function areRecords(list: Value[], name: string): boolean {
  const ids = list.map(item => (isFields(item) ? item[name] : undefined))
  return ids.every(id => typeof id === 'string') && new Set(ids).size === ids.length
}
