import type { EventPublisher } from '@orpc/server'
import type { AppEvent, Opened } from '../shared/contract/index.ts'
import type { Refusal } from '../shared/outcome.ts'
import type * as desk from './desk/index.ts'
import type { Session } from './desk/index.ts'
import type { Settings } from './settings/index.ts'
import type { Host } from './shell/index.ts'

/** What the contract needs of the running program besides the open workspace. */
export interface Running {
  host: Host
  settings: Settings
  world: desk.World
  version: string
  data: string
  events: EventPublisher<{ app: AppEvent }>
  session(): Session | null
  opened(): Opened | null
  openSample(): Promise<Opened | Refusal>
  join(wish: desk.JoinWish): Promise<Opened | Refusal>
  create(wish: desk.NewWish): Promise<Opened | Refusal>
  open(workspace: string): Promise<Opened | Refusal>
  close(): Promise<void>
  /** Runs a long job that can be cancelled by its name. */
  job<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(name: string): void
}
