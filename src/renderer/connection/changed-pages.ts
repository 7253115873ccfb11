import type { PageId } from '../../shared/content/index.ts'

/** Which pages the main process says may have changed; null is all of them. */
type Listener = (ids: readonly PageId[] | null) => void

const listeners = new Set<Listener>()

/** An editor decides for itself what to read again: it holds newer words than the disk. */
export function onPagesChanged(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function notePagesChanged(ids: readonly PageId[] | null): void {
  for (const listener of [...listeners]) listener(ids)
}
