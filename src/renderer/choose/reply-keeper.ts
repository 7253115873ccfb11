import type { Reply } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Clock } from '../editor/session/draft-journal.ts'
import { type ValueStore, valueStore } from '../state/value-store.ts'

/**
 * What somebody replied in this window, on its way to the disk: within half a second, one at a time, so that an older
 * reply never lands after a newer one, and again and again until it is there.
 */
export interface ReplyKeeper {
  /** By the question's id; a question that is not in here has what the main process knows of it. */
  replies: ValueStore<ReadonlyMap<string, Reply>>
  /** Why the newest reply is not on the disk yet; null when all is well. */
  trouble: ValueStore<Refusal | null>
  set(id: string, reply: Reply): void
  /** Sends what waits; answers why not everything is on the disk, or null when it is. */
  flush(): Promise<Refusal | null>
  /** These were answered, or are asked anew: what the main process knows counts again. */
  forget(ids: readonly string[]): void
}

const pause = 400
const retry = 2_000

export function createReplyKeeper(options: {
  send(id: string, reply: Reply): Promise<{ kind: 'ok' } | Refusal>
  clock: Clock
}): ReplyKeeper {
  const { send, clock } = options
  const replies = valueStore<ReadonlyMap<string, Reply>>(new Map())
  const trouble = valueStore<Refusal | null>(null)
  const waiting = new Set<string>()
  let sending: Promise<Refusal | null> | null = null
  let stop: (() => void) | null = null

  function later(ms: number): void {
    stop ??= clock.after(ms, () => void keeper.flush())
  }

  async function sendAll(): Promise<Refusal | null> {
    for (const id of waiting) {
      const reply = replies.get().get(id)
      waiting.delete(id)
      const sent = reply === undefined ? null : await send(id, reply)
      if (sent === null || !isRefusal(sent)) continue
      waiting.add(id)
      trouble.set(sent)
      later(retry)
      return sent
    }
    trouble.set(null)
    return null
  }

  const keeper: ReplyKeeper = {
    replies,
    trouble,
    set(id, reply) {
      replies.set(now => new Map(now).set(id, reply))
      waiting.add(id)
      later(pause)
    },
    async flush() {
      stop?.()
      stop = null
      // What is under way was read before this was asked: what came since goes after it.
      while (sending !== null) await sending
      sending = sendAll().finally(() => {
        sending = null
      })
      return sending
    },
    forget(ids) {
      for (const id of ids) waiting.delete(id)
      replies.set(now => new Map([...now].filter(([id]) => !ids.includes(id))))
    },
  }
  return keeper
}
