import { realpath } from 'node:fs/promises'
import { EventPublisher } from '@orpc/server'
import type { AppEvent, Opened } from '../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../shared/outcome.ts'
import { createRouter } from './api.ts'
import * as desk from './desk/index.ts'
import type { Places } from './places.ts'
import type { Running } from './running.ts'
import type { Settings } from './settings/index.ts'
import type { App, Host } from './shell/index.ts'
import { saidOfWeek, tellDaily } from './tell-daily.ts'
import { newsTo } from './tell-news.ts'

/** The main process without its hosts, started by a shell for a window. */
export async function startApp(
  { places, settings }: { places: Places; settings: Settings },
  host: Host,
  workspace: string | null,
): Promise<App | Refusal> {
  const events = new EventPublisher<{ app: AppEvent }>({ maxBufferedEvents: 1_000 })
  const jobs = new Map<string, AbortController>()
  const checklists = await desk.builtInChecklists(places.resources)
  let current: desk.OpenedSession | null = null

  const tellNews = newsTo(sentence => host.notify('Signpost', sentence))
  /** Every window is told; what somebody may be waiting for elsewhere is said by the system too. */
  function tell(event: AppEvent): void {
    events.publish('app', event)
    tellNews(event)
  }

  const world: desk.World = {
    now: () => new Date(),
    resources: places.resources,
    data: places.data,
    version: places.version,
    settings,
    secrets: host.secrets,
    fetch: host.fetch,
    me: null,
    token: null,
    emit: tell,
  }

  async function close(): Promise<void> {
    const closing = current
    current = null
    await closing?.close()
  }

  async function open(root: string): Promise<Opened | Refusal> {
    // The one that is open stays open when the other cannot be opened; the same one again is simply shown, unless it can
    // only be read so far: then whatever stood in the way may be gone.
    const isOpen = current?.session.workspace.root === (await realpath(root).catch(() => root))
    if (current !== null && isOpen && current.session.workspace.readOnly() === null) return openedOf(current)
    const opening = await desk.openSession(root, world, checklists)
    if (isRefusal(opening)) return opening
    if (current !== null && isOpen && opening.session.workspace.readOnly() !== null) {
      await opening.close()
      return openedOf(current)
    }
    await close()
    current = opening
    await desk.rememberOpened(world, opening.session.workspace.root, opening.session.workspace.config().name)
    await opening.session.sharing.start()
    opening.session.live.resume().catch(console.error)
    opening.session.liveWatch.start()
    opening.session.feed.start()
    world.emit({ kind: 'reopened' })
    return openedOf(opening)
  }

  async function openBegun(begun: { root: string } | Refusal): Promise<Opened | Refusal> {
    return isRefusal(begun) ? begun : open(begun.root)
  }

  const running: Running = {
    host,
    settings,
    world,
    version: places.version,
    data: places.data,
    events,
    session: () => current?.session ?? null,
    opened: () => (current === null ? null : openedOf(current)),
    openSample: async () => openBegun(await desk.beginSample(world)),
    join: wish =>
      running.job('join', async signal =>
        openBegun(
          await desk.beginJoin(world, wish, {
            signal,
            onProgress: progress => world.emit({ kind: 'progress', job: 'join', ...progress }),
          }),
        ),
      ),
    create: async wish => openBegun(await desk.beginNew(world, wish)),
    open,
    async close() {
      await close()
      world.emit({ kind: 'reopened' })
    },
    async job(name, work) {
      const abort = new AbortController()
      jobs.set(name, abort)
      try {
        return await work(abort.signal)
      } finally {
        if (jobs.get(name) === abort) jobs.delete(name)
      }
    },
    cancel: name => jobs.get(name)?.abort(),
  }

  if (workspace !== null) {
    const opened = await open(workspace)
    if (isRefusal(opened)) return opened
  }
  const tells = host.shell === 'electron'
  const stopTelling = tells ? tellDaily(running.session, saidOfWeek(host, world.emit)) : () => undefined
  return {
    router: createRouter(running),
    async respond({ path }) {
      const session = running.session()
      if (session === null) return null
      if (path.startsWith('/preview/')) return session.previews.respond(path)
      const name = /^\/media\/([^/]+)$/.exec(path)?.[1]
      return name === undefined ? null : desk.mediaFile(session, name)
    },
    emit: world.emit,
    async open(folder) {
      const opened = await open(folder)
      if (isRefusal(opened)) {
        world.emit({ kind: 'notice', sentence: `${opened.sentence} ${opened.nextStep}`, tone: 'warn' })
      }
    },
    async close() {
      stopTelling()
      await close()
    },
  }
}

function openedOf({ session, notices }: desk.OpenedSession): Opened {
  const { workspace } = session
  return {
    kind: 'opened',
    workspace: workspace.root,
    config: workspace.config(),
    me: desk.meIn(session),
    readOnly: workspace.readOnly(),
    alone: session.sharing.state().kind === 'alone',
    sample: workspace.config().team.some(member => member.email.endsWith('@example.org')),
    notices,
  }
}
