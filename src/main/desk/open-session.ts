import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Checklist } from '../../shared/checklist/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { orDiskTrouble } from '../files/index.ts'
import { choicesIn, openHistory } from '../git/index.ts'
import { workspaceDataFolder } from '../settings/index.ts'
import { clockNotice, openWorkspace, type Recovered } from '../workspace/index.ts'
import { createActs } from './acts.ts'
import { createCalendarFeed } from './calendar-feed.ts'
import { createChecking } from './checking.ts'
import { createKnowing } from './knowing.ts'
import { createLiveSite } from './live-site.ts'
import { createLiveWatch } from './live-watch.ts'
import { createLinkWatch } from './outside-links.ts'
import { createPreviews } from './preview.ts'
import { createTrend } from './problem-trend.ts'
import { changedFiles, type Session, todayOf, type World } from './session.ts'
import { createSharing } from './sharing.ts'
import { createWritingTurns } from './writing-turns.ts'

export interface OpenedSession {
  kind: 'session'
  session: Session
  /** Sentences that the person has to see once: what was recovered, what was repaired, a clock that is wrong. */
  notices: string[]
  close(): Promise<void>
}

/** Opens a workspace with everything that works on it. Refuses as the workspace and its history do. */
export async function openSession(
  folder: string,
  world: World,
  checklists: readonly Checklist[],
  { readOnly = false }: { readOnly?: boolean } = {},
): Promise<OpenedSession | Refusal> {
  const { data, resources, now } = world
  const workspace = await openWorkspace(folder, { data, resourcesDir: resources, now, readOnly, host: hostname() })
  if (isRefusal(workspace)) return workspace
  const own = workspaceDataFolder(data, workspace.root)
  const choices = choicesIn(join(own, 'choices'))
  const history = await openHistory(workspace.root, {
    cache: own,
    choices,
    http: world.fetch,
    now,
    // Another Signpost may take the workspace over while it is open here.
    get readOnly() {
      return workspace.readOnly() !== null
    },
  })
  if (isRefusal(history)) {
    await workspace.close()
    return history
  }
  const today = () => todayOf({ world })
  const knowing = createKnowing(workspace, history, today, checklists)
  const session: Session = {
    world,
    workspace,
    history,
    choices,
    knowing,
    checking: createChecking(workspace, knowing.records, today, world.version),
    previews: createPreviews(() => session, join(resources, 'site')),
    trend: createTrend(() => session),
    links: createLinkWatch(() => session),
    turns: createWritingTurns(),
    sharing: createSharing(() => session),
    live: createLiveSite(() => session),
    liveWatch: createLiveWatch(() => session),
    acts: createActs(() => session),
    feed: createCalendarFeed(() => session),
  }
  const stop = workspace.onChange(ids => {
    changedFiles(session, ids)
  })
  const stopExamining = readOnly ? () => undefined : examineLater(session)
  const close = async () => {
    stop()
    stopExamining()
    session.links.stop()
    session.liveWatch.stop()
    await session.sharing.stop()
    await session.feed.stop()
    await workspace.close()
  }
  const notices = await orDiskTrouble(() => toSeeOnce(session, readOnly))
  if (!isRefusal(notices)) return { kind: 'session', session, notices, close }
  await close()
  return notices
}

async function toSeeOnce({ workspace, history, world }: Session, readOnly: boolean): Promise<string[]> {
  // Files may have been put right since they were read.
  if (history.notices.length > 0) await workspace.refresh()
  const recovered = readOnly ? [] : await workspace.recovered()
  const [newest] = await history.logOf('main', 1)
  const clock = clockNotice(world.now(), newest?.at ?? null)
  return [...history.notices, ...recovered.map(whatWasRecovered), ...(clock === null ? [] : [clock])]
}

/** Everybody is at work by then, and nobody waits for it. */
const examineAfterMs = 60_000

/** Looks through the whole history once in a while, so that damage is found while there is still something to mend it from. */
function examineLater({ history, world }: Session): () => void {
  const timer = setTimeout(async () => {
    const sentence = await history.examineIfDue().catch(fault)
    if (sentence !== null) world.emit({ kind: 'notice', sentence, tone: 'warn' })
  }, examineAfterMs)
  timer.unref()
  return () => clearTimeout(timer)
}

/** A disk that cannot be read now will be told of by whoever needs it first. */
function fault(error: unknown): null {
  console.error(error)
  return null
}

function whatWasRecovered({ sentence, page }: Recovered): string {
  if (page !== 'gone') return sentence
  return `${sentence} The page was deleted meanwhile: put it back from “Recently deleted” to see those words in it.`
}
