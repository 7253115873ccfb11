import { useSyncExternalStore } from 'react'

/** One value outside React that several parts of the window read: the connection, the registered commands, progress. */
export interface ValueStore<T> {
  get: () => T
  set: (next: T | ((now: T) => T)) => void
  subscribe: (listener: () => void) => () => void
}

export function valueStore<T>(initial: T): ValueStore<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: next => {
      const made = isUpdate(next) ? next(value) : next
      if (Object.is(made, value)) return
      value = made
      for (const listener of [...listeners]) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function isUpdate<T>(next: T | ((now: T) => T)): next is (now: T) => T {
  return typeof next === 'function'
}

export function useValue<T>(store: ValueStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}
