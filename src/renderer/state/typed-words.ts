/**
 * What is being typed into fields that are no page, outside React and any screen's life: going to look at something else
 * loses none of it, and within a second it is on this laptop's disk. Values are JSON.
 */
export interface TypedWords {
  /** What an earlier window left, at the opening of a workspace; what is typed here since then is newer. */
  load(kept: readonly { name: string; value: string }[]): void
  /** Another workspace: nothing of this one is its. What has not been sent is sent. */
  clear(): Promise<void>
  read(name: string): string | undefined
  write(name: string, value: string): void
  /** At once here; from the disk only after `safe`, where what was typed is on its way to another place. */
  forget(name: string, safe?: Promise<unknown>): void
  /** Sends what waits, at once; also when the connection is back. */
  flush(): Promise<void>
}

export interface TypedWordsRoad {
  /** Rejects where nobody answers; answers false where the disk would not take it. */
  keep(typed: { name: string; value: string }): Promise<boolean>
  forget(name: string): Promise<unknown>
  /** Runs `run` once after `ms`. */
  after(ms: number, run: () => void): void
}

/** From the first key to sending it: with the way to the disk it stays below the second that may be lost. */
const throttle = 500
const again = 5_000

export function createTypedWords(road: TypedWordsRoad): TypedWords {
  const words = new Map<string, string>()
  /** Names whose newest state is not on the disk. */
  const waiting = new Set<string>()
  /** What is on its way to another place: until it is there, what is to be on the disk. */
  const leaving = new Map<string, { value: string }>()
  /** One wait of each length at a time: what failed puts nothing off that comes now. */
  const timed = new Set<number>()
  let sending = Promise.resolve()

  function soon(ms: number) {
    if (timed.has(ms)) return
    timed.add(ms)
    road.after(ms, () => {
      timed.delete(ms)
      void flush()
    })
  }

  function flush(): Promise<void> {
    sending = sending.then(async () => {
      for (const name of [...waiting]) {
        const value = words.get(name) ?? leaving.get(name)?.value
        waiting.delete(name)
        if (await sent(name, value)) continue
        waiting.add(name)
        soon(again)
      }
    })
    return sending
  }

  async function sent(name: string, value: string | undefined): Promise<boolean> {
    try {
      if (value !== undefined) return await road.keep({ name, value })
      await road.forget(name)
      return true
    } catch {
      return false
    }
  }

  return {
    load(kept) {
      for (const { name, value } of kept) if (!words.has(name) && !waiting.has(name)) words.set(name, value)
    },
    async clear() {
      await flush()
      words.clear()
      waiting.clear()
      leaving.clear()
    },
    read: name => words.get(name),
    write(name, value) {
      if (words.get(name) === value) return
      words.set(name, value)
      leaving.delete(name)
      waiting.add(name)
      soon(throttle)
    },
    forget(name, safe) {
      const value = words.get(name)
      if (value === undefined) return
      words.delete(name)
      if (safe === undefined) {
        waiting.add(name)
        soon(0)
        return
      }
      const left = { value }
      leaving.set(name, left)
      safe.then(
        () => {
          // It was typed anew, or this is another workspace by now.
          if (leaving.get(name) !== left) return
          leaving.delete(name)
          waiting.add(name)
          soon(0)
        },
        () => undefined,
      )
    },
    flush,
  }
}
