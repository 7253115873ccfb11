import type { WritingTold } from '../../../shared/contract/index.ts'
import { type ValueStore, valueStore } from '../../state/value-store.ts'

/**
 * Whether this window writes the page, or another window of this Signpost does. It lasts as long as the page is open here:
 * the page is handed over only when every word of it is on the disk.
 */
export type Turn =
  | 'here'
  | 'elsewhere'
  /** This window asked for the page and waits for it. */
  | 'asking'
  /** It asked, and the other window could not put its last words on the disk. */
  | 'not-yet'

/** What writes the page in this window, once there is one. */
export interface Writer {
  /** Puts everything on the disk and stops writing; false where that could not be done, and the page stays here. */
  giveWay(): Promise<boolean>
  /** Another window writes: nothing is sent from here. */
  rest(): void
  /** Takes up what was written elsewhere, and writes again; false where that could not be read, and would be written over. */
  carryOn(): Promise<boolean>
}

export interface WritingTurn {
  readonly state: ValueStore<Turn>
  /** Resolves when it is known who writes. */
  readonly known: Promise<void>
  setWriter(writer: Writer): void
  /** “Write here instead.” */
  ask(): void
  /** The road to the main process was replaced: stands in line again, in the same place. */
  again(): void
  /** The page is left. */
  stop(): void
}

export type StandInLine = (take: boolean, signal: AbortSignal) => Promise<AsyncIterable<WritingTold>>

export function createWritingTurn(stand: StandInLine): WritingTurn {
  const state = valueStore<Turn>('elsewhere')
  const known = Promise.withResolvers<void>()
  let writer: Writer | null = null
  let line = new AbortController()

  async function follow(take: boolean): Promise<void> {
    line.abort()
    const mine = new AbortController()
    line = mine
    try {
      for await (const told of await stand(take, mine.signal)) {
        if (line !== mine) return
        await heard(told, mine)
        known.resolve()
      }
    } catch {
      // The road to the main process is gone; `again` is called when there is a new one. What is typed here stays here.
    } finally {
      known.resolve()
    }
  }

  async function heard(told: WritingTold, from: AbortController): Promise<void> {
    const now = state.get()
    switch (told) {
      case 'yours': {
        const carriesOn = now === 'here' || writer === null || (await writer.carryOn())
        if (line === from) return state.set(carriesOn ? 'here' : 'elsewhere')
        // It stands in another place by now, and was told there who writes.
        if (state.get() !== 'here') writer?.rest()
        return
      }
      case 'elsewhere':
        writer?.rest()
        if (now === 'here') state.set('elsewhere')
        return
      case 'not-yet':
        if (now === 'asking') state.set('not-yet')
        return
      case 'asked':
        return handOver()
    }
  }

  async function handOver(): Promise<void> {
    // First nothing more can be typed, then what was typed is put away.
    state.set('elsewhere')
    const given = writer === null || (await writer.giveWay())
    if (!given) state.set('here')
    void follow(!given)
  }

  void follow(false)
  return {
    state,
    known: known.promise,
    setWriter(next) {
      writer = next
      if (state.get() !== 'here') next.rest()
    },
    ask() {
      state.set('asking')
      void follow(true)
    },
    again: () => void follow(state.get() === 'here' || state.get() === 'asking'),
    stop: () => line.abort(),
  }
}
