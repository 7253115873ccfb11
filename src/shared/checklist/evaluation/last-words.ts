import type { Instant } from '../../content/ids.ts'
import type { Person } from '../../review/records.ts'

/** Something that was said of one thing, with the records that whoever said it had before them. */
export interface Saying<Said> {
  id: string
  by: Person
  at: Instant
  after: readonly string[]
  said: Said
}

export interface LastWord<Value> {
  /** Of the record that says it. */
  id: string
  value: Value
  by: Person
  at: Instant
}

/**
 * What holds of one field: whatever nobody has replaced who knew of it. Usually one; more where people who could not see one
 * another's words said different things, and then each of them stands until somebody who saw them all says what holds. No
 * clock decides, for clocks disagree. Sorted by id, which begins with the writer's own time (ULID) and which no other laptop's
 * clock moves, so that every laptop has the same order.
 */
export function lastWords<Said, Field extends keyof Said>(
  sayings: readonly Saying<Said>[],
  field: Field,
): LastWord<Exclude<Said[Field], undefined>>[] {
  const about = sayings.filter(({ said }) => said[field] !== undefined)
  const replaced = new Set(about.flatMap(({ id, after }) => after.filter(each => each !== id)))
  const standing = about.filter(({ id }) => !replaced.has(id))
  // Records that replace each other are nobody's honest work; what they say is shown all the same.
  return (standing.length > 0 ? standing : about)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, said, by, at }) => ({ id, value: said[field] as Exclude<Said[Field], undefined>, by, at }))
}

/** Different texts that stand beside each other, the older first; equal ones once. */
export function together(words: readonly LastWord<string>[]): string {
  return [...new Set(words.map(({ value }) => value.trim()).filter(value => value !== ''))].join('\n\n')
}
