import type { Instant, IsoDate } from '../../content/ids.ts'
import type { Person } from '../../review/records.ts'
import type { Coverage, GapStatus } from '../schema.ts'
import { type LastWord, lastWords, together } from './last-words.ts'
import type { GapRecord, SaidOfGap } from './records.ts'
import type { Snapshot } from './snapshot.ts'
import type { Judgement } from './words.ts'

/** A gap of the last evaluation, with who sees to it. */
export interface Gap {
  id: string
  label: string
  status: GapStatus
  why: string
  owner: string
  action: string
  /** Who said that nothing is left to do, and why; null where the pages say so themselves, or where it is not closed. */
  closed: { by: Person; at: Instant; reason: string } | null
  /** Who said that it waits, until the end of which day; it may be over. Null where nobody did, or where it was taken up. */
  putOff: { record: string; by: Person; until: IsoDate; reason: string } | null
  pages: Coverage['gaps'][number]['pages']
  requirements: string[]
  seen: string[]
}

/**
 * A gap stays in sight until its pages answer all of it and nobody who judged them says otherwise, or until somebody says
 * why nothing is left to do; where one closed it and another, who could not see that, opened it again, it is open.
 */
export function gapsOf(
  coverage: Coverage,
  records: readonly GapRecord[],
  judged: ReadonlyMap<string, Judgement | null>,
  /** The evaluation that the gaps are of: who was to see to each requirement, and what next, where nobody said so of the gap. */
  found?: Pick<Snapshot, 'requirements'>,
): Gap[] {
  const covered = new Map(coverage.requirements.map(({ id, status }) => [id, status]))
  return coverage.gaps.map(gap => {
    const own = records.filter(record => record.checklist === coverage.checklist && record.gap === gap.id)
    const closing = lastWords<SaidOfGap, 'closed'>(own, 'closed')
    const closed = closing.every(({ value }) => value !== null) ? closing.findLast(isReason) : undefined
    const owners = lastWords<SaidOfGap, 'owner'>(own, 'owner')
    const actions = lastWords<SaidOfGap, 'action'>(own, 'action')
    const behind = own.length > 0 ? [] : (found?.requirements ?? []).filter(({ id }) => gap.requirements.includes(id))
    const notEnough = gap.requirements.filter(id => covered.get(id) === 'yes' && isLess(judged.get(id)))
    return {
      id: gap.id,
      label: gap.label,
      status: closed || (gap.status === 'closed' && notEnough.length === 0) ? 'closed' : openStatus(gap.status),
      why: closed ? `${closed.value} (${closed.by.name})` : `${gap.why}${whatJudgesSay(notEnough.length)}`,
      owner: owners.findLast(({ value }) => value !== '')?.value ?? onlyOne(behind.map(({ owner }) => owner)),
      action: together(actions) || onlyOne(behind.map(({ action }) => action)),
      closed: closed ? { by: closed.by, at: closed.at, reason: closed.value } : null,
      putOff: putOffOf(lastWords<SaidOfGap, 'putOff'>(own, 'putOff')),
      pages: gap.pages,
      requirements: gap.requirements,
      seen: own.map(record => record.id),
    }
  })
}

/** Where two who could not see each other put it off, it comes back on the earlier day; where one took it up, at once. */
function putOffOf(words: readonly LastWord<(SaidOfGap['putOff'] & {}) | null>[]): Gap['putOff'] {
  const waits = words.flatMap(({ id, by, value }) => (value === null ? [] : [{ record: id, by, ...value }]))
  if (waits.length < words.length) return null
  return waits.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0] ?? null
}

/** What all of them say that say something; nothing where they differ. */
function onlyOne(words: readonly string[]): string {
  const [first = '', ...others] = new Set(words.filter(each => each !== ''))
  return others.length === 0 ? first : ''
}

const isReason = (word: LastWord<string | null>): word is LastWord<string> => word.value !== null
const isLess = (judgement: Judgement | null | undefined) => judgement === 'limited' || judgement === 'no'
const openStatus = (status: GapStatus): GapStatus => (status === 'closed' ? 'in-part' : status)

function whatJudgesSay(many: number): string {
  if (many === 0) return ''
  return ` ${many === 1 ? 'One of them was' : `${many} of them were`} judged limited or no.`
}
