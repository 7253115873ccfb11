import type { roles, TeamMember } from '../content/site-config.ts'
import { type Person, samePerson } from './records.ts'

export type Role = (typeof roles)[number]

/** Who does this in the team, without whoever asks. */
export function othersWhoDo(team: readonly TeamMember[], role: Role, me: Person | null): TeamMember[] {
  return team.filter(member => member.roles.includes(role) && (me === null || !samePerson(member, me)))
}

const does: Readonly<Record<Role, readonly [one: string, many: string]>> = {
  writer: ['writes', 'write'],
  reviewer: ['reviews', 'review'],
  publisher: ['publishes', 'publish'],
}

/**
 * What somebody should know who is about to do what the team gave to others; null where it is theirs to do, or nobody was
 * named. It guides and never stops: a list that everybody can write is no lock, and must not look like one.
 */
export function roleHint(team: readonly TeamMember[], role: Role, me: Person | null): string | null {
  const own = me === null ? undefined : team.find(member => samePerson(member, me))
  if (own?.roles.includes(role)) return null
  const others = othersWhoDo(team, role, me).map(({ name }) => name)
  if (others.length === 0) return null
  const names = others.length === 1 ? others[0] : `${others.slice(0, -1).join(', ')} and ${others.at(-1)}`
  return `In your team, ${names} ${does[role][others.length === 1 ? 0 : 1]}. You can do it all the same.`
}
