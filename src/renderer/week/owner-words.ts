import type { WeekLine } from '../connection/answers.ts'
import { firstName } from '../words/counts.ts'

type Owned = Pick<WeekLine, 'about' | 'owner' | 'due'>

/** Who has the work of a line, for somebody who has not; empty where the line's own sentence says what there is to say. */
export function ownerWords({ about, owner, due }: Owned, me: string | null, nameOf: (email: string) => string): string {
  if (about === null || owner === me) return ''
  // A review or a choice is asked of a person, whoever looks after the page.
  if (about.kind === 'page' && due === null) return ''
  if (owner === '') return nobody[about.kind]
  const name = nameOf(owner)
  // What a line is not told of, because they left the team, its sentence tells.
  if (name === owner && about.kind !== 'page') return ''
  return `${firstName(name)} ${does[about.kind]} it.`
}

const nobody = { page: 'Nobody looks after it yet.', comment: '', gap: 'Nobody sees to it yet.' } as const
const does = { page: 'looks after', comment: 'answers', gap: 'sees to' } as const
