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

/** The evaluation that found the gaps. */
interface Found {
  /** Who was to see to each requirement, and what next: it holds where nobody said so of the gap since. */
  requirements: readonly Pick<Snapshot['requirements'][number], 'id' | 'owner' | 'action'>[]
  /**
   * What was said of a gap before it was found anew: it neither closes it nor puts it off, for that was about the evaluation
   * before. By the ids of records that were known on finishing, since clocks disagree. None where the list names its gaps.
   */
  before: (gap: string) => readonly string[]
}

const nothingFound: Found = { requirements: [], before: () => [] }

/**
 * A gap stays in sight until its pages answer all of it and nobody who judged them says otherwise, or until somebody says
 * why nothing is left to do; where one closed it and another, who could not see that, opened it again, it is open.
 */
export function gapsOf(
  coverage: Coverage,
  records: readonly GapRecord[],
  judged: ReadonlyMap<string, Judgement | null>,
  found: Found = nothingFound,
): Gap[] {
  const covered = new Map(coverage.requirements.map(({ id, status }) => [id, status]))
  return coverage.gaps.map(gap => {
    const own = records.filter(record => record.checklist === coverage.checklist && record.gap === gap.id)
    const before = new Set(found.before(gap.id))
    const since = own.filter(({ id }) => !before.has(id))
    const closing = lastWords<SaidOfGap, 'closed'>(since, 'closed')
    const closed = closing.every(({ value }) => value !== null) ? closing.findLast(isReason) : undefined
    const behind = found.requirements.filter(({ id }) => gap.requirements.includes(id))
    const saysSince = (field: 'owner' | 'action') => since.some(({ said }) => said[field] !== undefined)
    const notEnough = gap.requirements.filter(id => covered.get(id) === 'yes' && isLess(judged.get(id)))
    return {
      id: gap.id,
      label: gap.label,
      status: closed || (gap.status === 'closed' && notEnough.length === 0) ? 'closed' : openStatus(gap.status),
      why: closed ? `${closed.value} (${closed.by.name})` : `${gap.why}${whatJudgesSay(notEnough.length)}`,
      owner: saysSince('owner') ? ownerIn(since) : onlyOne(behind.map(({ owner }) => owner)) || ownerIn(own),
      action: saysSince('action') ? actionIn(since) : onlyOne(behind.map(({ action }) => action)) || actionIn(own),
      closed: closed ? { by: closed.by, at: closed.at, reason: closed.value } : null,
      putOff: putOffOf(lastWords<SaidOfGap, 'putOff'>(since, 'putOff')),
      pages: gap.pages,
      requirements: gap.requirements,
      seen: own.map(record => record.id),
    }
  })
}

const ownerIn = (said: readonly GapRecord[]) =>
  lastWords<SaidOfGap, 'owner'>(said, 'owner').findLast(({ value }) => value !== '')?.value ?? ''
const actionIn = (said: readonly GapRecord[]) => together(lastWords<SaidOfGap, 'action'>(said, 'action'))

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
