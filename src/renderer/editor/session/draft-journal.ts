import { type ContentHash, type Doc, type Instant, instantSchema, type PageId } from '../../../shared/content/index.ts'
import type { EntryFields } from './entry-fields.ts'

/**
 * The draft journal keeps what is typed, and knows nothing of React: every change is on its way to the disk within a
 * second. It sends at most one thing at a time, so that an older draft never lands on top of a newer one; what cannot be
 * sent, or is not answered at once, goes into a second net on this computer until the main process has it.
 */

export interface Draft {
  id: PageId
  /** The saved version that the words here started from. */
  base: ContentHash
  doc: Doc
  entry: EntryFields
}

/** What is typed now; read only when it is needed, because a long document is not turned into JSON at every key. */
export type ReadWords = () => { doc: Doc; entry: EntryFields }

/** `kept` is on disk; a refusal carries its sentences. A rejected promise means that nobody answered. */
export type Delivery = { kind: 'kept'; at: Instant } | { kind: 'refused'; sentence: string; nextStep: string }

export interface SecondNet {
  put(draft: Draft): Promise<void>
  clear(id: PageId): Promise<void>
}

export interface Clock {
  now(): number
  /** Runs `run` once after `ms`; the answer takes it back. */
  after(ms: number, run: () => void): () => void
}

export type JournalState =
  /** Everything typed is on disk; `at` is null until something was typed. */
  | { kind: 'kept'; at: Instant | null }
  | { kind: 'keeping' }
  /** Not on disk yet. `inNet` says whether a copy is safe in the second net. */
  | { kind: 'not-kept'; sentence: string; inNet: boolean }

export interface DraftJournal {
  /** Something was typed. */
  changed(): void
  /** Takes what is typed now on its way without waiting for the throttle; resolves when it is safe somewhere. */
  flush(): Promise<void>
  /**
   * Runs a job that must not cross a draft (making a version), with the newest words. Drafts wait meanwhile, safe in the
   * second net. The words count as kept when the job answers `kept`. Rejects with `RoadGone` when the connection was
   * replaced before the job answered.
   */
  exclusively<T extends { kept: boolean }>(job: (draft: Draft) => Promise<T>): Promise<T>
  /** The words now start from another saved version. */
  rebase(base: ContentHash): void
  /** Tries again at once: the connection is back. */
  retry(): void
  state(): JournalState
  /** True while something typed is not on disk as a draft. */
  isBehind(): boolean
  subscribe(listener: () => void): () => void
}

/** What was asked over a road that is gone is not answered any more. */
export class RoadGone extends Error {}

/** From the first change to sending it. With `slow` it makes less than the promised second. */
const throttle = 700
/** An answer that takes longer than this lets the second net take a copy. */
const slow = 250
/** After this long without an answer the person is told. */
const silent = 4_000
const longestPause = 10_000

export function createDraftJournal(options: {
  id: PageId
  base: ContentHash
  read: ReadWords
  send(draft: Draft): Promise<Delivery>
  net: SecondNet
  clock: Clock
}): DraftJournal {
  const { id, read, send, net, clock } = options
  const listeners = new Set<() => void>()
  let base = options.base
  let state: JournalState = { kind: 'kept', at: null }
  /** Changes counted: typed, taken into a draft, and on disk. */
  let typed = 0
  let onDisk = 0
  let inNet = 0
  let netWork: Promise<void> = Promise.resolve()
  let failures = 0
  /** Counts reconnections, so that a late failure of an old one is not taken for one of the new. */
  let connection = 0
  /** Stops waiting for what is under way: its road was given up for another. */
  let abandon: (() => void) | null = null
  let lastAt: Instant | null = null
  let busy: Promise<unknown> | null = null
  let stopThrottle: (() => void) | null = null
  let stopRetry: (() => void) | null = null

  function show(next: JournalState): void {
    state = next
    for (const listener of listeners) listener()
  }

  function draftNow(): Draft {
    return { id, base, ...read() }
  }

  async function intoNet(draft: Draft, upTo: number): Promise<void> {
    if (inNet >= upTo || onDisk >= upTo) return
    await atTheNet(async () => {
      if (inNet >= upTo || onDisk >= upTo) return
      await net.put(draft)
      inNet = upTo
      if (state.kind === 'not-kept' && !state.inNet) show({ ...state, inNet: true })
    })
  }

  /** What the net holds is older than the disk now, and would take its place if the window ended here. */
  function emptyNet(): void {
    void atTheNet(async () => {
      if (inNet === 0 || inNet > onDisk) return
      await net.clear(id)
      inNet = 0
    })
  }

  /** One after the other, so that no copy is taken away that came later. */
  function atTheNet(work: () => Promise<void>): Promise<void> {
    // The second net is only a net; the first road is tried again and again all the same, and the state says so.
    netWork = netWork.then(work).catch(() => undefined)
    return netWork
  }

  function landed(upTo: number, at: Instant): void {
    onDisk = Math.max(onDisk, upTo)
    lastAt = at
    failures = 0
    show(onDisk < typed ? { kind: 'keeping' } : { kind: 'kept', at })
    emptyNet()
  }

  function failed(sentence: string): void {
    failures += 1
    show({ kind: 'not-kept', sentence, inNet: inNet >= typed })
    stopRetry?.()
    stopRetry = clock.after(Math.min(1_000 * 2 ** (failures - 1), longestPause), () => {
      stopRetry = null
      void deliver()
    })
  }

  /** Runs one thing at a time and lets the second net take a copy when the answer is slow to come. */
  async function alone<T>(upTo: number, draft: Draft, job: () => Promise<T>): Promise<T> {
    const gone = Promise.withResolvers<never>()
    abandon = () => gone.reject(new RoadGone())
    const running = Promise.race([job(), gone.promise])
    const mine = running.catch(() => undefined)
    busy = mine
    const stopSlow = clock.after(slow, () => void intoNet(draft, upTo))
    const stopSilent = clock.after(silent, () => {
      if (busy === mine) show({ kind: 'not-kept', sentence: notAnswering, inNet: inNet >= upTo })
    })
    try {
      return await running
    } finally {
      stopSlow()
      stopSilent()
      if (busy === mine) busy = null
    }
  }

  async function deliver(): Promise<void> {
    stopThrottle?.()
    stopThrottle = null
    if (typed === onDisk) return
    const upTo = typed
    const draft = draftNow()
    if (busy !== null || stopRetry !== null) return intoNet(draft, upTo)
    show({ kind: 'keeping' })
    const asked = connection
    try {
      const answer = await alone(upTo, draft, () => send(draft))
      if (answer.kind === 'kept') landed(upTo, answer.at)
      else {
        await intoNet(draft, upTo)
        failed(`${answer.sentence} ${answer.nextStep}`)
      }
    } catch {
      await intoNet(draft, upTo)
      if (asked === connection) failed(notAnswering)
    }
    if (typed > upTo) scheduleDelivery()
  }

  function scheduleDelivery(): void {
    stopThrottle ??= clock.after(throttle, () => void deliver())
  }

  return {
    changed() {
      typed += 1
      if (state.kind === 'kept') show({ kind: 'keeping' })
      scheduleDelivery()
    },
    async flush() {
      await deliver()
    },
    async exclusively(job) {
      // What is typed while this waits goes into the net in time.
      while (busy !== null) await busy
      stopThrottle?.()
      stopThrottle = null
      const upTo = typed
      const draft = draftNow()
      try {
        const result = await alone(upTo, draft, () => job(draft))
        if (result.kept) landed(upTo, instantOf(clock.now()))
        return result
      } finally {
        // What the job was to keep and did not has waited for it already.
        if (upTo > onDisk) void deliver()
        else if (typed > onDisk) scheduleDelivery()
        else if (state.kind !== 'kept') show({ kind: 'kept', at: lastAt })
      }
    },
    rebase(next) {
      base = next
    },
    retry() {
      stopRetry?.()
      stopRetry = null
      // What was asked over the old connection is not answered over the new one.
      busy = null
      connection += 1
      abandon?.()
      void deliver()
    },
    state: () => state,
    isBehind: () => typed > onDisk,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const notAnswering = 'Signpost is not answering at the moment, and tries again by itself.'

function instantOf(ms: number): Instant {
  return instantSchema.parse(new Date(ms).toISOString())
}
