import type { Address } from './address.ts'
import type { HistoryDeps } from './desk.ts'
import type { Fetch } from './http.ts'
import type { Repository } from './repository.ts'

/** Who is asking. Null when signed out: a server that wants to know says so. */
export interface Auth {
  token: string
}

export interface Progress {
  /** What is happening, in plain words. */
  sentence: string
  done: number
  total: number | null
}

/** Everything that a question to the server needs. */
export interface Question {
  address: Address
  auth: Auth | null
  http: Fetch
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  /** What time the server says it is. */
  onServerTime?: ((at: Date) => void) | undefined
  now?: (() => Date) | undefined
  /** Milliseconds without a byte after which a connection counts as dead; a minute unless given. */
  silence?: number | undefined
}

export interface Line extends Question {
  repository: Repository
}

/** The line from an open workspace to its shared copy. */
export function lineOf(
  { repository, deps }: { repository: Repository; deps: HistoryDeps },
  address: Address,
  options: Pick<Line, 'auth' | 'signal' | 'onProgress' | 'onServerTime'>,
): Line {
  return { repository, address, http: deps.http, now: deps.now, silence: deps.silence, ...options }
}
