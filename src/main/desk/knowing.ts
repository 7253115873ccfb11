import {
  type Checklist,
  type EvaluationRecord,
  evaluationsOf,
  folderOfRecord,
  withTeamFiles,
} from '../../shared/checklist/index.ts'
import {
  areSame,
  type ContentHash,
  type IsoDate,
  type PageId,
  type SiteConfig,
  type WorkspacePath,
} from '../../shared/content/index.ts'
import {
  type Calendar,
  calendarFor,
  dueOf,
  intervalOf,
  lateOf,
  ownerOf,
  type Risk,
  riskOf,
  standing,
} from '../../shared/review/index.ts'
import type { History, Oid } from '../git/index.ts'
import { entryAt, hashOf, type Workspace } from '../workspace/index.ts'
import { contentOf } from './content-of.ts'
import type { Knowing, Known, LiveVersion } from './parts.ts'
import { inTime, recordsInTime } from './records-in-time.ts'
import { workedOut } from './worked-out.ts'

/** Works out the state of every page from files, versions and records; kept until something changes. */
export function createKnowing(
  workspace: Workspace,
  history: History,
  today: () => IsoDate,
  builtIn: readonly Checklist[],
): Knowing {
  /** Content never changes under its name, so what was read of a live file once is known for good. */
  const readOfContent = new Map<Oid, { id: PageId; hash: ContentHash }>()
  const risks = new Map<ContentHash, Risk>()
  const records = workedOut(async () => recordsInTime(await workspace.reviews(), today(), history.story))
  const known = workedOut(workOut)
  /** What was worked out of each page last: it holds while everything is the same that it was worked out of. */
  let former: ReadonlyMap<PageId, { of: Grounds; facts: Known }> = new Map()
  const live = workedOut(readLive)
  const evaluations = workedOut(async () => {
    const made = await workspace.evaluations()
    return evaluationsOf(await inTime(made, pathOfEvaluation, { today: today(), story: history.story }))
  })
  const checklists = workedOut(async () => {
    const [files, { gaps }] = await Promise.all([workspace.checklistFiles(), evaluations.get()])
    return withTeamFiles(builtIn, files, { council: workspace.config().council, saidOf: gaps }).lists
  })

  async function readLive(): Promise<ReadonlyMap<PageId, LiveVersion>> {
    const files = await history.filesAt('live')
    // What is on the desk in the same words need not be read again from the history.
    for (const entry of files.size > 0 ? workspace.entries() : []) {
      const [oid, hash] = [contentOf(workspace, entry), workspace.hash(entry.fields.id)]
      if (oid !== null && hash !== null) readOfContent.set(oid, { id: entry.fields.id, hash })
    }
    const found = new Map<PageId, LiveVersion>()
    for (const [path, oid] of files) {
      if (!path.endsWith('.md')) continue
      const read = readOfContent.get(oid) ?? (await readContent(path as WorkspacePath, oid))
      readOfContent.set(oid, read)
      found.set(read.id, { path: path as WorkspacePath, hash: read.hash })
    }
    return found
  }

  /** The words of a page are looked through once. */
  function riskIn(hash: ContentHash, id: PageId): Risk {
    const found = risks.get(hash) ?? riskOf(workspace.text(id) ?? '')
    risks.set(hash, found)
    return found
  }

  async function readContent(path: WorkspacePath, oid: Oid): Promise<{ id: PageId; hash: ContentHash }> {
    const text = new TextDecoder().decode((await history.content(oid)) ?? new Uint8Array())
    return { id: entryAt(path, text).fields.id, hash: hashOf(text) }
  }

  async function workOut(): Promise<ReadonlyMap<PageId, Known>> {
    const [said, changes, onSite] = await Promise.all([records.get(), history.changedLast(), knowing.live()])
    const byPage = Map.groupBy(said, record => record.page)
    const shared = { config: workspace.config(), today: today() }
    const calendar = calendarFor(shared.config)
    const now = new Map<PageId, { of: Grounds; facts: Known }>()
    for (const entry of workspace.entries()) {
      const { id } = entry.fields
      const hash = workspace.hash(id)
      if (hash === null) continue
      const of: Grounds = {
        ...shared,
        entry,
        hash,
        records: byPage.get(id) ?? [],
        live: onSite.get(id) ?? null,
        changed: changes.get(entry.path) ?? null,
      }
      const before = former.get(id)
      now.set(id, before !== undefined && areTheSame(before.of, of) ? before : { of, facts: factsOf(of, calendar) })
    }
    former = now
    return new Map([...now].map(([id, { facts }]) => [id, facts]))
  }

  function factsOf(
    { entry, hash, records: own, live: version, changed, config, today: day }: Grounds,
    calendar: Calendar,
  ) {
    const { id } = entry.fields
    const risk = () => riskIn(hash, id)
    const interval = intervalOf(entry, config, risk)
    const stands = standing(hash, version?.hash ?? null, own, changed?.by ?? null)
    const dates = dueOf(entry.fields.review, own, { id, every: interval.every, calendar, today: day })
    // Nobody has to check what families are not to read, until it is put back.
    const due = stands.withdrawn === null ? dates : { ...dates, due: null }
    const facts: Known = {
      entry,
      hash,
      records: own,
      standing: stands,
      live: version,
      due,
      interval,
      risk,
      owner: ownerOf(entry.fields.owner, own),
      overdue: due.due !== null && due.due < day,
      late: lateOf(due, config.review, risk),
      changed,
    }
    return facts
  }

  const knowing: Knowing = {
    all: known.get,
    one: async id => (await knowing.all()).get(id) ?? null,
    live: live.get,
    records: records.get,
    evaluations: evaluations.get,
    forget() {
      known.forget()
      records.forget()
      live.forget()
      evaluations.forget()
      checklists.forget()
    },
    forgetEvaluations: evaluations.forget,
    checklists: checklists.get,
  }
  return knowing
}

const pathOfEvaluation = (record: EvaluationRecord) => `evaluations/${folderOfRecord(record)}/${record.id}.yml`

/** Everything that the facts about a page follow from. */
interface Grounds extends Pick<Known, 'entry' | 'hash' | 'records' | 'live' | 'changed'> {
  config: SiteConfig
  today: IsoDate
}

function areTheSame(one: Grounds, other: Grounds): boolean {
  return (
    one.entry === other.entry &&
    one.hash === other.hash &&
    one.config === other.config &&
    one.today === other.today &&
    one.live?.hash === other.live?.hash &&
    one.live?.path === other.live?.path &&
    one.changed === other.changed &&
    areSame(one.records, other.records)
  )
}
