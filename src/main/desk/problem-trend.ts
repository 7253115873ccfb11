import type { CheckFacts } from '../../shared/checks/index.ts'
import { type Entry, type IsoDate, isoDateSchema, type WorkspacePath } from '../../shared/content/index.ts'
import type { TrendPoint } from '../../shared/contract/index.ts'
import type { ReviewRecord } from '../../shared/review/index.ts'
import { blobOid, type Oid } from '../git/index.ts'
import { entryAt } from '../workspace/index.ts'
import { byManyHands } from './check-hands.ts'
import { type CountPiece, detailsOf } from './check-page.ts'
import { countsOf, termsName } from './checking.ts'
import type { Counts, Trend } from './parts.ts'
import { type Session, todayOf } from './session.ts'

/** Three months of weeks: as far back as a team plans. */
const weeks = 12

/**
 * How many problems there were at the end of each week. The versions tell what the words were, and the checks of today are
 * run on them and weighed as the team weighs them today, as if they stood here now: an earlier week never looks better
 * because a check did not exist, or was not let be. Most words of a week are those of the next one, so each text is
 * measured once.
 */
export function createTrend(session: () => Session): Trend {
  let under: Promise<TrendPoint[]> | null = null
  /** By content; of one day and of what the team decided, because what counts depends on both. */
  let measured: { name: string; counts: Map<Oid, Counts> } = { name: '', counts: new Map() }

  async function points(): Promise<TrendPoint[]> {
    const today = todayOf(session())
    const said = Map.groupBy(await session().workspace.reviews(), record => record.page)
    const name = nameOf(session(), today, said)
    if (measured.name !== name) measured = { name, counts: new Map() }
    const past = await pastWeeks(session(), today)
    await measure(session(), past, measured.counts, said)
    return past.map(({ day, files }) => {
      const each = [...files.values()].map(oid => measured.counts.get(oid))
      const sum = (of: keyof Counts) => each.reduce((all, counts) => all + (counts?.[of] ?? 0), 0)
      return {
        day,
        pages: files.size,
        found: { errors: sum('errors'), warnings: sum('warnings'), notices: sum('notices') },
      }
    })
  }

  return {
    points() {
      under ??= points().finally(() => {
        under = null
      })
      return under
    },
  }
}

type Said = ReadonlyMap<string, readonly ReviewRecord[]>

/** Names the day, and all that the team decided about problems. */
function nameOf({ checking }: Session, today: IsoDate, said: Said): string {
  const terms = [...said].map(([, records]) => termsName(checking.terms(records)))
  return [today, termsName(checking.terms([])), ...terms].join('\n')
}

interface Week {
  day: IsoDate
  /** Pages and services: path to content. */
  files: ReadonlyMap<string, Oid>
}

/** The same day of each week, oldest first; today is not over, and its own numbers stand beside. */
async function pastWeeks({ history }: Session, today: IsoDate): Promise<Week[]> {
  const story = await history.story()
  const past: Week[] = []
  for (let week = weeks; week > 0; week--) {
    const before = new Date(Date.parse(today) - week * 7 * 86_400_000).toISOString().slice(0, 10)
    const version = story.findLast(({ at }) => at.slice(0, 10) <= before)
    if (version === undefined) continue
    const files = [...(await history.filesAt(version.oid))].filter(([path]) => isEntry.test(path))
    past.push({ day: isoDateSchema.parse(before), files: new Map(files) })
  }
  return past
}

const isEntry = /^(?:pages|services)\/.*\.md$/

/** Puts into `counts` what is not there yet, by the threads beside, so that whoever is typing goes first. */
async function measure(session: Session, past: readonly Week[], counts: Map<Oid, Counts>, said: Said): Promise<void> {
  const { workspace, history, checking } = session
  for (const { fields } of workspace.entries()) {
    const [text, found] = [workspace.text(fields.id), checking.found(fields.id)]
    if (text !== null && found !== null) counts.set(blobOid(Buffer.from(text)), countsOf(found))
  }
  const paths = new Map(past.flatMap(({ files }) => [...files].map(([path, oid]) => [oid, path] as const)))
  const entries = new Map<Oid, { entry: Entry; text: string }>()
  for (const [oid, path] of paths) {
    const bytes = counts.has(oid) ? null : await history.content(oid)
    if (bytes === null) continue
    const text = new TextDecoder().decode(bytes)
    entries.set(oid, { entry: entryAt(path as WorkspacePath, text), text })
  }
  const former = [...entries.values()]
  const facts = withFormer(
    await checking.facts(),
    former.map(({ entry }) => entry),
  )
  const pieces = former.map(({ entry, text }): CountPiece => {
    return { kind: 'count', details: detailsOf(entry), text, terms: checking.terms(said.get(entry.fields.id) ?? []) }
  })
  const oids = [...entries.keys()]
  for await (const { found } of byManyHands(pieces, facts, checking.check, 'beside')) {
    const oid = oids.shift()
    if (oid !== undefined) counts.set(oid, countsOf(found))
  }
}

/** A link to a page that was there then was no fault then. */
function withFormer(now: CheckFacts, entries: readonly Entry[]): CheckFacts {
  const former = entries.map(({ fields }) => [fields.id, fields.title] as const)
  return { ...now, titles: new Map([...former, ...now.titles]) }
}
