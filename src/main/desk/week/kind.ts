import type { IsoDate, PageId } from '../../../shared/content/index.ts'
import type { WeekAct, WeekKindInfo, WeekLine } from '../../../shared/contract/index.ts'
import { type Person, putOffIn } from '../../../shared/review/index.ts'
import type { WorkFacts } from '../give-all.ts'
import type { Known } from '../parts.ts'
import type { Session } from '../session.ts'

type Plan = Awaited<ReturnType<Session['live']['plan']>>

/** What every kind of line is found in. */
export interface WeekFacts {
  session: Session
  me: Person | null
  today: IsoDate
  /** Every page and service, by its path. */
  known: readonly Known[]
  byId: ReadonlyMap<PageId, Known>
  /** What the next publish would do. */
  plan: Plan
  /** Families’ comments, and the gaps of the last evaluation. */
  work: WorkFacts
}

/** A kind of line of the week: one file, in the list of `kinds.ts`. */
export interface WeekKind extends WeekKindInfo {
  /** What is most pressing first. */
  find(facts: WeekFacts): WeekLine[] | Promise<WeekLine[]>
}

/** The headings, where lines of several kinds stand under one. */
export const headings = {
  check: 'Check that these are still true',
  waiting: 'Waiting for you',
} as const

/** What a key is about, whatever page it is on: what somebody puts off. */
export const subjectOf = (key: string): string => key.split(' ')[0] ?? ''

/** What can be done about the work on a page besides doing it. */
export const handOver: WeekAct[] = [{ act: 'give' }, { act: 'put-off' }]

/** Theirs, or nobody's yet, so that nothing is forgotten. Who has no name yet sees everything. */
export function isMine(owner: string, me: Person | null): boolean {
  return owner === '' || me === null || owner.trim().toLowerCase() === me.email.trim().toLowerCase()
}

/** The same of what has no line of its own for somebody who left the team: then it is anybody's again. */
export function isMineOrFree(owner: string, { me, session }: Pick<WeekFacts, 'me' | 'session'>): boolean {
  return isMine(owner, me) || hasLeft(owner, session)
}

/** A workspace in which the team is not written down yet has nobody who could leave it. */
export function hasLeft(owner: string, { workspace }: Session): boolean {
  const { team } = workspace.config()
  const email = owner.trim().toLowerCase()
  return email !== '' && team.length > 0 && team.every(person => person.email.trim().toLowerCase() !== email)
}

/** What is put off can be taken up again, and be done all the same. */
const actsOf = (acts: readonly WeekAct[], putOff: WeekLine['putOff']): WeekAct[] =>
  putOff === null ? [...acts] : [{ act: 'take-up' }, ...acts.filter(({ act }) => act === 'go')]

/** A line about a page or service; `rest` says what its kind says of it. */
export function pageLine(
  { me, today }: WeekFacts,
  { entry, owner, records, risk }: Known,
  rest: Pick<WeekLine, 'kind' | 'chip' | 'sentence' | 'acts'> & Partial<WeekLine>,
): WeekLine {
  const { id, title } = entry.fields
  const key = rest.key ?? `${rest.kind} ${id}`
  const waits = putOffIn(records, today).get(subjectOf(key))
  const putOff = waits ? { record: waits.id, by: waits.by.name, until: waits.until, reason: waits.reason } : null
  return {
    page: id,
    about: { kind: 'page', id },
    title,
    section: entry.kind === 'page' ? entry.section : '',
    owner,
    mine: isMine(owner, me),
    risk: risk().level,
    due: null,
    to: { place: 'page', id },
    ...rest,
    key,
    putOff,
    acts: actsOf(rest.acts, putOff),
  }
}

/** A line about something that is no page. */
export function otherLine(
  rest: Pick<WeekLine, 'key' | 'kind' | 'title' | 'chip' | 'sentence' | 'to' | 'acts'> & Partial<WeekLine>,
): WeekLine {
  const { putOff = null } = rest
  return {
    page: null,
    about: null,
    section: '',
    owner: '',
    mine: true,
    risk: 'none',
    due: null,
    ...rest,
    putOff,
    acts: actsOf(rest.acts, putOff),
  }
}
