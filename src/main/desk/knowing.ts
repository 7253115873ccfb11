import { type Checklist, evaluationsOf, withTeamFiles } from '../../shared/checklist/index.ts'
import type { ContentHash, IsoDate, PageId, WorkspacePath } from '../../shared/content/index.ts'
import {
  calendarFor,
  dueOf,
  intervalOf,
  lateOf,
  ownerOf,
  type Risk,
  riskOf,
  standing,
} from '../../shared/review/index.ts'
import { blobOid, type History, type Oid } from '../git/index.ts'
import { entryAt, hashOf, type Workspace } from '../workspace/index.ts'
import type { Knowing, Known, LiveVersion } from './parts.ts'
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
  const known = workedOut(workOut)
  const live = workedOut(readLive)
  const checklists = workedOut(async () => withTeamFiles(builtIn, await workspace.checklistFiles()).lists)
  const evaluations = workedOut(async () => evaluationsOf(await workspace.evaluations()))

  async function readLive(): Promise<ReadonlyMap<PageId, LiveVersion>> {
    const files = await history.filesAt('live')
    // What is on the desk in the same words need not be read again from the history.
    for (const entry of files.size > 0 ? workspace.entries() : []) {
      const [text, hash] = [workspace.text(entry.fields.id), workspace.hash(entry.fields.id)]
      if (text !== null && hash !== null) readOfContent.set(blobOid(Buffer.from(text)), { id: entry.fields.id, hash })
    }
    const found = new Map<PageId, LiveVersion>()
    for (const [path, oid] of files) {
      if (!path.endsWith('.md')) continue
      const read = readOfContent.get(oid) ?? (await readContent(path as WorkspacePath))
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

  async function readContent(path: WorkspacePath): Promise<{ id: PageId; hash: ContentHash }> {
    const text = new TextDecoder().decode((await history.readAt('live', path)) ?? new Uint8Array())
    return { id: entryAt(path, text).fields.id, hash: hashOf(text) }
  }

  async function workOut(): Promise<ReadonlyMap<PageId, Known>> {
    const [records, changes, onSite] = await Promise.all([workspace.reviews(), history.changedLast(), knowing.live()])
    const byPage = Map.groupBy(records, record => record.page)
    const config = workspace.config()
    const calendar = calendarFor(config)
    return new Map(
      workspace.entries().flatMap(entry => {
        const { id } = entry.fields
        const hash = workspace.hash(id)
        if (hash === null) return []
        const own = byPage.get(id) ?? []
        const version = onSite.get(id) ?? null
        const risk = () => riskIn(hash, id)
        const interval = intervalOf(entry, config, risk)
        const rule = { id, every: interval.every, calendar, today: today() }
        const due = dueOf(entry.fields.review, own, rule)
        const change = changes.get(entry.path) ?? null
        const facts: Known = {
          entry,
          hash,
          records: own,
          standing: standing(hash, version?.hash ?? null, own, change?.by ?? null),
          live: version,
          due,
          interval,
          risk,
          owner: ownerOf(entry.fields.owner, own),
          overdue: due.due !== null && due.due < today(),
          late: lateOf(due, config.review, risk),
          changed: change,
        }
        return [[id, facts] as const]
      }),
    )
  }

  const knowing: Knowing = {
    all: known.get,
    one: async id => (await knowing.all()).get(id) ?? null,
    live: live.get,
    evaluations: evaluations.get,
    forget() {
      known.forget()
      live.forget()
      evaluations.forget()
      checklists.forget()
    },
    forgetEvaluations: evaluations.forget,
    checklists: checklists.get,
  }
  return knowing
}
