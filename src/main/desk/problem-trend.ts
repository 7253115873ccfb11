import { join } from 'node:path'
import type { CheckFacts } from '../../shared/checks/index.ts'
import { type IsoDate, isoDateSchema, type WorkspacePath } from '../../shared/content/index.ts'
import type { TrendPoint } from '../../shared/contract/index.ts'
import type { Oid } from '../git/index.ts'
import { type Memory, openMemory, programName, workspaceDataFolder } from '../settings/index.ts'
import { entryAt } from '../workspace/index.ts'
import { countsOf } from './checking.ts'
import type { Counts, Trend } from './parts.ts'
import { type Session, todayOf } from './session.ts'

/** Three months of weeks: as far back as a team plans. */
const weeks = 12
/** A larger workspace would be read for minutes; its weeks begin with the ones that are remembered. */
const mostPages = 2_000

/**
 * How many problems there were at the end of each week. The versions tell what the words were, and the checks of today are
 * run on them: an earlier week never looks better because a check did not exist. A version never changes, so what came of
 * it is remembered on this computer.
 */
export function createTrend(session: () => Session): Trend {
  let under: Promise<TrendPoint[]> | null = null
  return {
    points() {
      under ??= pointsOf(session()).finally(() => {
        under = null
      })
      return under
    },
  }
}

async function pointsOf(session: Session): Promise<TrendPoint[]> {
  const { world, workspace, history } = session
  const data = workspaceDataFolder(world.data, workspace.root)
  const memory = await openMemory<TrendPoint>(join(data, 'trend.memory'), { data, program: programName(world.version) })
  const story = await history.story()
  const points: TrendPoint[] = []
  for (const day of lastDays(todayOf(session))) {
    const version = story.findLast(({ at }) => at.slice(0, 10) <= day)
    const point = version && (await pointAt(session, version.oid, day, memory))
    if (point) points.push(point)
  }
  await memory.save()
  return points
}

/** The same day of each week, oldest first; today is not over, and its own numbers stand beside. */
function lastDays(today: IsoDate): IsoDate[] {
  return Array.from({ length: weeks }, (_, week) =>
    isoDateSchema.parse(new Date(Date.parse(today) - (weeks - week) * 7 * 86_400_000).toISOString().slice(0, 10)),
  )
}

async function pointAt(
  session: Session,
  version: Oid,
  day: IsoDate,
  memory: Memory<TrendPoint>,
): Promise<TrendPoint | null> {
  const key = `${version} ${day}`
  const known = memory.recall(key)
  if (known !== undefined) return known
  const files = await session.history.filesAt(version)
  const paths = [...files.keys()].filter(path => /^(?:pages|services)\/.*\.md$/.test(path))
  if (paths.length > mostPages) return null
  const entries = []
  for (const path of paths) {
    const bytes = await session.history.readAt(version, path)
    if (bytes !== null) entries.push(entryAt(path as WorkspacePath, new TextDecoder().decode(bytes)))
  }
  const facts = factsAt(entries, [...files.keys()], await session.checking.facts(), day)
  const found: Counts = { errors: 0, warnings: 0, notices: 0 }
  for (const entry of entries) {
    const { errors, warnings, notices } = countsOf(session.checking.check(entry, facts))
    found.errors += errors
    found.warnings += warnings
    found.notices += notices
    await new Promise(resolve => setImmediate(resolve))
  }
  const point: TrendPoint = { day, pages: entries.length, found }
  memory.remember(key, point)
  return point
}

/** What the checks may have known then. How large a file was that is gone is not worth a look. */
function factsAt(
  entries: readonly ReturnType<typeof entryAt>[],
  paths: readonly string[],
  now: CheckFacts,
  today: string,
): CheckFacts {
  const names = paths.flatMap(path => (path.startsWith('media/') && !path.endsWith('.yml') ? [path.slice(6)] : []))
  return {
    titles: new Map(entries.map(({ fields }) => [fields.id, fields.title])),
    media: new Map(names.map(name => [name, now.media.get(name) ?? 1])),
    today,
  }
}
