import { type Instant, instantSchema } from '../../shared/content/ids.ts'
import type { Person } from '../../shared/review/records.ts'

/** Git writes a person as `Name <email> seconds zone`; what could break out of that line is left out. */
export function tidyPerson(person: Person): Person {
  const tidy = (text: string) => text.replace(/[\p{Cc}<>\s]+/gu, ' ').trim()
  return { name: tidy(person.name) || 'Somebody', email: tidy(person.email) || 'somebody@example.org' }
}

/** As a version names whoever made it. Moments are in UTC: where a person sat is nobody's business. Whole seconds. */
export function signature(person: Person, at: Instant): string {
  const { name, email } = tidyPerson(person)
  return `${name} <${email}> ${Math.floor(Date.parse(at) / 1000)} +0000`
}

export function instantOf(seconds: number): Instant {
  return instantSchema.parse(new Date(seconds * 1000).toISOString())
}
