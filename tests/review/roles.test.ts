import { expect, test } from 'vitest'
import type { TeamMember } from '../../src/shared/content/index.ts'
import { roleHint } from '../../src/shared/review/index.ts'

const member = (name: string, ...roles: TeamMember['roles']): TeamMember => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  roles,
})
const team = [member('Priya', 'writer'), member('Danny', 'reviewer'), member('Mark', 'reviewer', 'publisher')]
const who = (name: string) => ({ name, email: `${name.toUpperCase()}@example.org ` })

test.each<[string, string, TeamMember['roles'][number], string | null]>([
  ['whose work it is hears nothing', 'Danny', 'reviewer', null],
  ['others hear whose it is', 'Priya', 'reviewer', 'In your team, Danny and Mark review. You can do it all the same.'],
  ['one is named alone', 'Danny', 'publisher', 'In your team, Mark publishes. You can do it all the same.'],
  [
    'who is not in the list hears it too',
    'Sam',
    'publisher',
    'In your team, Mark publishes. You can do it all the same.',
  ],
])('roles guide: %s', (_, name, role, hint) => {
  expect(roleHint(team, role, who(name))).toBe(hint)
})

test('where nobody was named for it, there is nothing to say', () => {
  expect(roleHint([member('Priya', 'writer')], 'publisher', who('Sam'))).toBeNull()
})
