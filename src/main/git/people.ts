import { type Instant, instantSchema } from '../../shared/content/ids.ts'
import type { Person } from '../../shared/review/records.ts'

/** Git writes a person as `Name <email> seconds zone`; what could break out of that line is left out. */
export function tidyPerson(person: Person): Person {
  const tidy = (text: string) => text.replace(/[\p{Cc}<>\s]+/gu, ' ').trim()
  return { name: tidy(person.name) || 'Somebody', email: tidy(person.email) || 'somebody@example.org' }
}

/** Moments are kept in UTC: where a person sat is nobody's business. Git keeps whole seconds. */
export function signature(person: Person, at: Instant) {
  return { ...person, timestamp: Math.floor(Date.parse(at) / 1000), timezoneOffset: 0 }
}

export function instantOf(seconds: number): Instant {
  return instantSchema.parse(new Date(seconds * 1000).toISOString())
}
