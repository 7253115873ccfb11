import type { SequenceRules } from './item.ts'
import { likeness } from './likeness.ts'
import { type Items, pairingOf } from './match.ts'
import { flatten } from './piece.ts'
import { mergeSequences } from './sequence.ts'
import { type Tree, wordsOf } from './tree.ts'

/** The rows of a table in three versions. */
export interface Rows {
  was: Tree[]
  here: Tree[]
  there: Tree[]
}

/**
 * The three versions of a table with the same columns in all: those that either added, empty where they were not yet, and
 * without those that either removed. After that a table merges row by row and cell by cell. Null where the columns do not
 * say so much: a row of another length, or a column removed here in which somebody wrote there.
 */
export function withSameColumns({ was, here, there }: Rows): Rows | null {
  const [before, mine, theirs] = [columnsOf(was), columnsOf(here), columnsOf(there)]
  if (!before || !mine || !theirs) return null
  const [one, other] = [knownIn(before, mine), knownIn(before, theirs)]
  const [own, their] = inBoth(withGuesses(before, one, other), withGuesses(before, other, one))
  if (wroteInRemoved(before, own, theirs, their) || wroteInRemoved(before, their, mine, own)) return null
  const former = before.map((_, index) => nameOf(index))
  const names = flatten(mergeSequences(former, own, their, byName), 'theirs')
  return { was: arranged(was, former, names), here: arranged(here, own, names), there: arranged(there, their, names) }
}

/** A column as its cells, from top to bottom. */
type Column = Tree[]

const formerName = 'column '
const nameOf = (index: number) => `${formerName}${index}`
const keyOf = (column: Column) => JSON.stringify(column.map(cell => cell.content ?? []))

function columnsOf(rows: readonly Tree[]): Column[] | null {
  const width = rows[0]?.content?.length ?? 0
  if (rows.some(row => row.content?.length !== width)) return null
  return Array.from({ length: width }, (_, index) => rows.flatMap(row => row.content?.[index] ?? []))
}

const byCells: Items<Column> = {
  key: keyOf,
  alike: (a, b) => likeness(wordsOf({ type: 'tableRow', content: a }), wordsOf({ type: 'tableRow', content: b })),
  weight: () => 1,
}

const byName: SequenceRules<string> = {
  key: name => name,
  alike: null,
  weight: () => 1,
  rank: () => 0,
  isHeading: () => false,
  bothAdded: 'keep',
  mergeOne: (before, mine, theirs) => ({ kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }),
}

/** The columns of one side, and what each is called. */
interface Named {
  names: readonly string[]
  all: readonly Column[]
}

interface Known extends Named {
  /** By place, the former column that it may be, of which it says hardly a word. */
  guesses: ReadonlyMap<number, string>
}

/**
 * A name for each column of one side: that of the former column that it is, or what stands in it. Where there are as many
 * as before, a column that is like none of them may be the one whose place it has, if that is no other's.
 */
function knownIn(before: readonly Column[], all: readonly Column[]): Known {
  const names = all.map((column, index) => `${keyOf(column)} ${all.slice(0, index).map(keyOf).includes(keyOf(column))}`)
  const { found, gone, come, replaced } = pairingOf(before, all, byCells)
  const inPlace = all.length === before.length ? [...come].filter(place => gone.has(place)) : []
  const guesses = new Map(inPlace.map(place => [place, nameOf(place)]))
  for (const [index, place] of found) {
    if (replaced.has(index)) guesses.set(place, nameOf(index))
    else names[place] = nameOf(index)
  }
  return { names, all, guesses }
}

/**
 * A column of which the former one says hardly a word is that one only where the other wrote in it, too, or wrote it anew.
 * Anywhere else it is a new one, and the former was removed: a third text, which has both, shows no more of it.
 */
function withGuesses(before: readonly Column[], { names, all, guesses }: Known, other: Known): Named {
  const fresh = other.all.filter((_, at) => !other.names[at]?.startsWith(formerName))
  const written = new Set([
    ...other.guesses.values(),
    ...other.names.filter((name, at) => {
      const former = before.find((_, index) => nameOf(index) === name)
      return former !== undefined && keyOf(former) !== keyOf(other.all[at] ?? [])
    }),
  ])
  const isNew = (column: Column | undefined, former: string) =>
    !written.has(former) || fresh.some(each => isSameColumn(column, each))
  const named = names.map((name, place) => {
    const former = guesses.get(place)
    return former === undefined || isNew(all[place], former) ? name : former
  })
  return { names: named, all }
}

/** A new column that both have has one name: the lesser, so that it does not matter whose comes first. */
function inBoth(mine: Named, theirs: Named): [string[], string[]] {
  const [own, their] = [[...mine.names], [...theirs.names]]
  const taken = new Set<number>()
  for (const [at, name] of mine.names.entries()) {
    if (name.startsWith(formerName)) continue
    const place = theirs.names.findIndex(
      (other, index) =>
        !other.startsWith(formerName) && !taken.has(index) && isSameColumn(mine.all[at], theirs.all[index]),
    )
    const other = theirs.names[place]
    if (other === undefined) continue
    taken.add(place)
    own[at] = their[place] = name < other ? name : other
  }
  return [own, their]
}

/** One has all that stands in the other, below the same heading: rows came, went or moved beside it. */
function isSameColumn(one: Column = [], other: Column = []): boolean {
  const [cells, others] = [one, other].map(column => [...column.entries()].flatMap(writtenIn))
  if (!cells || !others || cells[0] !== others[0]) return false
  return cells.every(cell => others.includes(cell)) || others.every(cell => cells.includes(cell))
}

/** Of an empty cell nothing is written but the heading, which it may be. */
const writtenIn = ([row, { content = [] }]: [number, Tree]) =>
  row === 0 || content.length > 0 ? [JSON.stringify(content)] : []

function wroteInRemoved(
  before: readonly Column[],
  remover: readonly string[],
  writer: readonly Column[],
  names: readonly string[],
): boolean {
  return before.some((column, index) => {
    const place = names.indexOf(nameOf(index))
    if (remover.includes(nameOf(index)) || place < 0) return false
    const known = new Set(column.map(cell => JSON.stringify(cell.content ?? [])))
    return (writer[place] ?? []).some(({ content = [] }) => content.length > 0 && !known.has(JSON.stringify(content)))
  })
}

function arranged(rows: readonly Tree[], own: readonly string[], names: readonly string[]): Tree[] {
  return rows.map(row => {
    const [first] = row.content ?? []
    const empty: Tree = { type: first?.type ?? 'tableCell', attrs: { ...first?.attrs, align: null } }
    return { ...row, content: names.map(name => row.content?.[own.indexOf(name)] ?? empty) }
  })
}
