import { useEffect, useRef } from 'react'
import type { CommandId } from '../../shared/contract/index.ts'
import { valueStore } from '../state/value-store.ts'

/** What a command does just now. The place that was entered last answers before the window as a whole. */
export interface Handler {
  run: () => void
}

export type Handlers = ReadonlyMap<CommandId, readonly Handler[]>

/** Who answers to which command now: this alone decides what the palette, the menus and the keys offer. */
export const handlers = valueStore<Handlers>(new Map())

export function addHandler(id: CommandId, handler: Handler): () => void {
  handlers.set(now => new Map(now).set(id, [...(now.get(id) ?? []), handler]))
  return () =>
    handlers.set(now =>
      new Map(now).set(
        id,
        (now.get(id) ?? []).filter(other => other !== handler),
      ),
    )
}

/**
 * While the component is on screen, `run` is what the command does. `available: false` takes it back without unmounting.
 * `run` may be a new function at each render.
 */
export function useCommandHandler(id: CommandId, run: () => void, available = true): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!available) return
    return addHandler(id, { run: () => latest.current() })
  }, [id, available])
}
