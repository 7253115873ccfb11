import type { Instant, PageId } from '../../shared/content/index.ts'
import type { SyncState } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { diskTrouble, orDiskTrouble } from '../files/index.ts'
import type { SyncResult } from '../git/index.ts'
import { rememberedOf, withLastSync, workspaceKey } from '../settings/index.ts'
import { serverClockTrouble } from '../workspace/index.ts'
import { tokenOf } from './connection.ts'
import { changedOutside } from './outside-changes.ts'
import type { Sharing } from './parts.ts'
import { meOrRefusal, type Session } from './session.ts'

const settleMs = 2_000
const lookAgainMs = 120_000
/** A network that has just come back is often gone again for a moment. */
const networkSettlesMs = 500
const firstRetryMs = 5_000
const longestRetryMs = 300_000

type Waiting = Extract<SyncState, { kind: 'waiting' }>

/** Twice as long each time, and never the same for two laptops that lost the same network; almost at once for none. */
function retryAfter(failures: number): number {
  const ms = failures === 0 ? networkSettlesMs : Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs)
  return ms * (0.75 + Math.random() / 2)
}

/** What is so, with the questions that wait: nobody reads that everything is shared while one does. */
function withChoices(state: SyncState, open: number): SyncState {
  if (state.kind === 'shared' || state.kind === 'needs-choice') {
    if (open > 0) return { kind: 'needs-choice', choices: open, at: state.at }
    return state.at === null ? state : { kind: 'shared', at: state.at }
  }
  return { ...state, choices: open > 0 ? open : undefined }
}

export function createSharing(session: () => Session): Sharing {
  let state: SyncState = { kind: 'alone' }
  let running: { work: Promise<SyncResult | null>; abort: AbortController } | null = null
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let byItself = false
  /** Since when something is only on this laptop, and how much; null when everything is shared. */
  let waitingSince: Instant | null = null
  let changes = 0
  /** Whether something changed while sharing was under way, so that it may not have gone out with the rest. */
  let changedMeanwhile = false
  /** Whether a network came back while an attempt still waited for an answer of the one before. */
  let onlineMeanwhile = false
  let clockTold = false
  /** How many questions wait, when it was last looked. */
  let open = 0
  let looked = Promise.resolve()

  function tell(next: SyncState): void {
    state = withChoices(next, open)
    session().world.emit({ kind: 'sync', state })
  }

  function wait(reason: Waiting['reason'], retryAt: Instant | null, why?: Waiting['why']): void {
    const { world, workspace } = session()
    const { lastSync } = rememberedOf(world.settings.data(), workspaceKey(workspace.root))
    tell({ kind: 'waiting', reason, since: waitingSince, changes, retryAt, last: lastSync, ...(why && { why }) })
  }

  /** What is only here is counted where it is kept, so that it is also right after a restart. */
  async function count(): Promise<void> {
    const { changes: many, since } = await session().history.unshared()
    changes = many
    waitingSince = since
  }

  /** What was saved while the rest went out is only here, or went out with it. */
  async function countMeanwhile(): Promise<void> {
    waitingSince = null
    changes = 0
    while (changedMeanwhile) {
      changedMeanwhile = false
      await count()
    }
  }

  /** One look after the other, so that the last one says how many there are. */
  async function countChoices(): Promise<void> {
    const look = looked.then(async () => {
      open = (await session().choices.list()).length
    })
    looked = look.catch(() => undefined)
    await look
  }

  /** Whether there is a shared copy; counts what waits for it, and for an answer. */
  async function isSharing(): Promise<boolean> {
    await countChoices()
    const remote = await session().history.remote()
    if (remote !== null) await count()
    return remote !== null
  }

  function compareClocks(served: Date): void {
    const { world } = session()
    const wrong = serverClockTrouble(world.now(), served)
    if (wrong !== null && !clockTold) {
      world.emit({ kind: 'notice', sentence: `${wrong.sentence} ${wrong.nextStep}`, tone: 'warn' })
    }
    clockTold = wrong !== null
  }

  function later(ms: number): void {
    clearTimeout(timer)
    if (!byItself) return
    timer = setTimeout(() => void attempt(), ms)
    timer.unref()
  }

  /** One at a time: whoever comes while one runs is told what that one brings. */
  function attempt(): Promise<SyncResult | null> {
    if (running) return running.work
    clearTimeout(timer)
    const abort = new AbortController()
    const work = run(abort.signal)
      .catch(diskFault)
      .finally(() => {
        running = null
      })
    running = { work, abort }
    return work
  }

  async function run(signal: AbortSignal): Promise<SyncResult | null> {
    const { history, knowing, world } = session()
    if ((await history.remote()) === null) {
      tell({ kind: 'alone' })
      return null
    }
    const me = meOrRefusal(session())
    if (isRefusal(me)) {
      tell({ ...me })
      return me
    }
    changedMeanwhile = false
    onlineMeanwhile = false
    tell({ kind: 'working', done: 0, total: null, sentence: 'Sharing with colleagues' })
    const token = await tokenOf(session())
    const result = await history.sync({
      ...changedOutside(me),
      auth: token === null ? null : { token },
      signal,
      onProgress: progress => tell({ kind: 'working', ...progress }),
      onServerTime: compareClocks,
    })
    if (result.kind !== 'up-to-date') knowing.forget()
    await settle(result, world.now())
    return result
  }

  /** A fault of the disk is told in its own words, and tried again. */
  async function diskFault(error: unknown): Promise<SyncResult | null> {
    const refusal = diskTrouble(error)
    if (refusal === null) return fault(error)
    tell({ ...refusal })
    later(lookAgainMs)
    return refusal
  }

  /** A fault of this program: told, written to the log, and tried again, but never the end of what somebody is typing. */
  function fault(error: unknown): null {
    console.error(error)
    tell({
      kind: 'refused',
      code: 'fault',
      sentence: 'Something went wrong in Signpost while sharing. Your work is saved on this laptop.',
      nextStep: 'Signpost will try again. If this stays, close it and start it again.',
    })
    later(lookAgainMs)
    return null
  }

  async function settle(result: SyncResult, now: Date): Promise<void> {
    const { world, workspace } = session()
    const at = now.toISOString() as Instant
    const waiting = result.kind === 'waiting'
    failures = waiting && !onlineMeanwhile ? failures + 1 : 0
    if (waiting || result.kind === 'refused') await Promise.all([count(), countChoices()])
    if (waiting) {
      const retry = retryAfter(failures)
      const retryAt = new Date(now.getTime() + retry).toISOString() as Instant
      const { code, sentence, nextStep } = result
      const said = code === 'offline' || code === 'busy' ? undefined : { sentence, nextStep }
      wait(result.reason, byItself ? retryAt : null, said)
      later(retry)
      return
    }
    if (result.kind === 'refused') {
      later(changedMeanwhile ? settleMs : lookAgainMs)
      const { code, sentence, nextStep } = result
      tell({ kind: 'refused', code, sentence, nextStep, changes, since: waitingSince })
      return
    }
    await world.settings.change(data => withLastSync(data, workspaceKey(workspace.root), at))
    if (result.kind !== 'up-to-date') await takeIn(result)
    await countChoices()
    await countMeanwhile()
    later(changes > 0 ? settleMs : lookAgainMs)
    if (changes > 0) wait('not-started', null)
    else tell({ kind: 'shared', at })
    // A publish that was waiting for the network goes on as soon as there is one.
    if (byItself) session().live.resume().catch(console.error)
  }

  /** What came from colleagues is on the disk: everything that was worked out of it is worked out again. */
  async function takeIn(result: Extract<SyncResult, { notices: string[] }>): Promise<void> {
    const { world, workspace, history, knowing, checking } = session()
    const ids: PageId[] = await workspace.refresh()
    knowing.forget()
    if (ids.length > 0) checking.forget()
    // What is kept until somebody puts it away, the window asks for; the rest is said once.
    const told = await history.told()
    const kept = new Set(isRefusal(told) ? [] : told.told.map(({ sentence }) => sentence))
    for (const sentence of result.notices.filter(each => !kept.has(each)))
      world.emit({ kind: 'notice', sentence, tone: 'warn' })
    if (result.pulled > 0) world.emit({ kind: 'changed', ids: ids.length > 0 ? ids : null })
  }

  const sharing: Sharing = {
    state: () => state,
    async now() {
      if (running === null) return attempt()
      const { work, abort } = running
      const result = await work
      return abort.signal.aborted ? result : attempt()
    },
    soon() {
      if (state.kind === 'alone') return
      waitingSince ??= session().world.now().toISOString() as Instant
      changes += 1
      changedMeanwhile = true
      if (state.kind !== 'working') {
        wait(failures > 0 ? 'offline' : 'not-started', null)
      }
      later(settleMs)
    },
    async choicesChanged() {
      await countChoices()
      tell(state)
    },
    cancel() {
      running?.abort.abort()
    },
    online() {
      failures = 0
      onlineMeanwhile = true
      if (running === null && (state.kind === 'waiting' || state.kind === 'refused')) later(retryAfter(failures))
    },
    async start() {
      byItself = true
      const shares = await orDiskTrouble(isSharing)
      // What the disk does not let be looked at is told by the attempt, and looked at again; the workspace is open all the same.
      if (isRefusal(shares)) void attempt()
      else if (shares) {
        wait('not-started', null)
        void attempt()
      } else state = withChoices(state, open)
    },
    async stop() {
      byItself = false
      clearTimeout(timer)
      running?.abort.abort()
      await running?.work
    },
  }
  return sharing
}
