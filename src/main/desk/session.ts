import type { Instant, IsoDate, PageId } from '../../shared/content/index.ts'
import type { AppEvent } from '../../shared/contract/index.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import type { ChoiceStore, History } from '../git/index.ts'
import type { WayIn, WebHost } from '../publish/index.ts'
import { type SecretStore, type Settings, whoAmI, workspaceKey } from '../settings/index.ts'
import type { Workspace } from '../workspace/index.ts'
import type {
  Acts,
  CalendarFeed,
  Checking,
  Knowing,
  LinkWatch,
  LiveSite,
  LiveWatch,
  Previews,
  Sharing,
  Trend,
} from './parts.ts'
import type { WritingTurns } from './writing-turns.ts'

/** What the desk needs of the world; passed in, so that tests can bring their own clock and network. */
export interface World {
  now: () => Date
  /** The program's `resources/`. */
  resources: string
  /** This computer's own data folder. */
  data: string
  version: string
  settings: Settings
  secrets: SecretStore
  fetch: typeof globalThis.fetch
  /** Who and which token, where nobody can be asked (the command line). Null: what this computer remembers. */
  me: Person | null
  token: string | null
  /** What a pipeline signs in to one web host with, before what this computer remembers. */
  webHost?: WebHost & { wayIn: WayIn }
  /** Tells every window. */
  emit(event: AppEvent): void
}

/** One workspace, open, with everything that works on it. The files of this folder are what a person can do with it. */
export interface Session {
  world: World
  workspace: Workspace
  history: History
  choices: ChoiceStore
  knowing: Knowing
  checking: Checking
  previews: Previews
  trend: Trend
  links: LinkWatch
  turns: WritingTurns
  sharing: Sharing
  live: LiveSite
  liveWatch: LiveWatch
  acts: Acts
  feed: CalendarFeed
}

export function meIn({ world, workspace }: Pick<Session, 'world' | 'workspace'>): Person | null {
  return world.me ?? whoAmI(world.settings.data(), workspaceKey(workspace.root))
}

/** Whoever changes something has a name, so that the history can say who it was. */
export function meOrRefusal(session: Pick<Session, 'world' | 'workspace'>): Person | Refusal {
  return (
    meIn(session) ??
    refuse(
      'nobody',
      'Signpost does not know who you are yet. Nothing was changed.',
      'Say your name and email under Settings, then try again.',
    )
  )
}

export function nowOf({ world }: { world: Pick<World, 'now'> }): Instant {
  return world.now().toISOString() as Instant
}

/** The calendar day here, where the person is. */
export function todayOf({ world }: { world: Pick<World, 'now'> }): IsoDate {
  const now = world.now()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as IsoDate
}

/** After every change: what was worked out is worked out again, and every window looks again. */
export function changed(session: Session, ids: PageId[] | null): void {
  session.knowing.forget()
  session.world.emit({ kind: 'changed', ids })
  session.feed.soon()
}

/** After files of the workspace were written: the whole offer is checked again, and colleagues get the change soon. */
export function changedFiles(session: Session, ids: PageId[] | null): void {
  session.checking.forget()
  changed(session, ids)
  session.sharing.soon()
}

/** A window that still shows the workspace that was open before. */
export const otherWorkspace = (): Refusal =>
  refuse('other-workspace', 'Another workspace is open now.', 'Copy what you typed, and open that workspace again.')

export const noSuchPage = (): Refusal =>
  refuse(
    'no-such-page',
    'This page is not there any more. A colleague may have deleted or moved it. What you typed is kept on this laptop.',
    'Look in “Recently deleted”, or search for its title.',
  )
