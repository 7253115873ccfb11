import type { IsoDate } from '../shared/content/index.ts'
import type { ReportWish } from '../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../shared/outcome.ts'
import { countOf, figuresOf, type ReportKind } from '../shared/report/index.ts'
import type {
  BuildReport,
  DeskDeps,
  DeskPort,
  ImportReport,
  ImportWish,
  PublishReport,
  Services,
  SyncReport,
} from './command-line/index.ts'
import * as desk from './desk/index.ts'
import type { WorkspaceReport } from './last-check.ts'
import type { Places } from './places.ts'
import { keyringSecrets, type Settings } from './settings/index.ts'

export interface Reports extends Pick<Services, 'openDesk' | 'newWorkspace' | 'checkFiles'> {
  checkWorkspace(folder: string, wish: { links: boolean }, deps: DeskDeps): Promise<WorkspaceReport | Refusal>
}

/** What the command line prints, from the same desk that the window works at. */
export function createReports({ places, settings }: { places: Places; settings: Settings }): Reports {
  const worldFor = ({ me, token, webHost, onProgress }: DeskDeps): desk.World => ({
    now: () => new Date(),
    resources: places.resources,
    data: places.data,
    version: places.version,
    settings,
    secrets: keyringSecrets(),
    fetch: onSystemNetwork,
    me,
    token,
    ...(webHost === null ? {} : { webHost }),
    emit: event => {
      if (event.kind === 'progress') onProgress(event)
      if (event.kind === 'sync' && event.state.kind === 'working') onProgress(event.state)
      if (event.kind === 'live' && event.state.kind === 'building') onProgress(event.state)
    },
  })

  return {
    checkFiles: desk.checkFiles,
    async checkWorkspace(folder, { links }, deps) {
      const opened = await desk.openSession(folder, worldFor(deps), [])
      if (isRefusal(opened)) return opened
      const { session, close } = opened
      try {
        const out = links ? await lookOutside(session, deps) : undefined
        return out !== undefined && isRefusal(out) ? out : await desk.checkWorkspace(session, out)
      } finally {
        await close()
      }
    },
    async newWorkspace({ folder, sample }, deps) {
      const world = worldFor(deps)
      const me = deps.me ?? desk.nobodyYet
      const begun = sample
        ? await desk.beginSampleIn(world, folder)
        : await desk.beginNew(world, { name: 'Local Offer', council: '', me, folder })
      if (isRefusal(begun)) return begun
      const opened = await desk.openSession(begun.root, world, [], { readOnly: true })
      if (isRefusal(opened)) return opened
      const pages = opened.session.workspace.entries().filter(entry => entry.kind === 'page').length
      await opened.close()
      return { workspace: begun.root, pages }
    },
    async openDesk(folder, deps) {
      const checklists = await desk.builtInChecklists(places.resources)
      const opened = await desk.openSession(folder, worldFor(deps), checklists)
      return isRefusal(opened) ? opened : deskPort(opened, deps)
    },
  }
}

function lookOutside(session: desk.Session, { signal, onProgress }: DeskDeps) {
  const sentence = 'Looking at where links to other sites lead'
  return desk.linksOut(session, (done, total) => onProgress({ sentence, done, total }), signal)
}

function deskPort({ session, close }: desk.OpenedSession, deps: DeskDeps): DeskPort {
  const { signal, onProgress } = deps
  const pathOf = (id: string) => session.workspace.entries().find(entry => entry.fields.id === id)?.path ?? id

  async function build({ out, from }: Parameters<DeskPort['build']>[0]): Promise<BuildReport | Refusal> {
    const built = await session.live.build(out, from, { signal, onProgress })
    if (isRefusal(built)) return built
    const { kind: _, ...report } = built
    return report
  }

  async function sync(): Promise<SyncReport | Refusal> {
    signal.addEventListener('abort', () => session.sharing.cancel())
    const result = await session.sharing.now()
    if (result === null) return desk.notShared()
    if (isRefusal(result)) return result
    if (result.kind === 'waiting') return desk.notReached(result)
    const shared = result.kind === 'up-to-date' ? { pulled: 0, pushed: 0, merged: [] } : result
    const open = await session.choices.list()
    return {
      pulled: shared.pulled,
      pushed: shared.pushed,
      merged: shared.merged.map(pathOf),
      conflicts: open.map(({ path, title, field }) => ({ page: path, title, field })),
    }
  }

  async function plan(): Promise<PublishReport | Refusal> {
    const planned = await session.live.plan()
    if (isRefusal(planned)) return planned
    const paths = (...changes: string[]) =>
      planned.ready.filter(each => changes.includes(each.change)).map(each => pathOf(each.id))
    return {
      added: paths('new'),
      changed: paths('changed', 'moved'),
      removed: paths('removed'),
      although: planned.ready
        .filter(each => each.although)
        .map(({ id, sentence }) => ({ page: pathOf(id), why: sentence })),
      blocked: planned.heldBack.map(({ id, sentence }) => ({ page: pathOf(id), why: sentence })),
      url: session.workspace.config().publish.url,
      verified: false,
    }
  }

  return {
    importServices: wish => importServices(session, wish),
    build,
    sync,
    plan,
    async publish() {
      const kept = await desk.keepOutsideChanges(session)
      if (kept !== null) return kept
      const report = await plan()
      const planned = await session.live.plan()
      if (isRefusal(report) || isRefusal(planned)) return report
      const state = await session.live.publish(planned.plan, { signal })
      if (isRefusal(state)) return state
      if (state.kind === 'failed') return desk.notPublished(state)
      return { ...report, verified: state.kind === 'live' }
    },
    async coverage(checklist) {
      const lists = await session.knowing.checklists()
      const id = checklist ?? lists[0]?.id ?? ''
      const covered = await desk.coverageOf(session, id)
      if (isRefusal(covered)) return covered
      const texts = new Map(
        lists.flatMap(list => list.sections.flatMap(each => each.requirements)).map(each => [each.id, each.text]),
      )
      return {
        checklist: id,
        requirements: covered.requirements.map(({ id: requirement, status, pages }) => ({
          id: requirement,
          text: texts.get(requirement) ?? '',
          status,
          pages: pages.map(page => pathOf(page.id)),
        })),
        summary: covered.summary,
      }
    },
    due: within => desk.dueRows(session, within),
    async report({ kind, since, until, format }) {
      const wish = await wishFor(session, { kind, since, until })
      if (isRefusal(wish)) return wish
      const [made, file] = [await desk.report(session, wish), await desk.reportAsFile(session, wish, format)]
      if (isRefusal(made)) return made
      if (isRefusal(file)) return file
      const { title, period } = made.report
      const counted = figuresOf(made.report).map(
        figure => [figure.id, { id: figure.id, label: figure.label, value: countOf(figure) }] as const,
      )
      return { title, period, figures: [...new Map(counted).values()], bytes: file.bytes }
    },
    close,
  }
}

async function importServices(session: desk.Session, { dryRun, ...wish }: ImportWish): Promise<ImportReport | Refusal> {
  const sheet = await desk.readServicesFile(session, wish)
  if (isRefusal(sheet)) return sheet
  const { rows, readAs, unused, untouched, seen } = sheet
  const changesOf = (wanted: string) =>
    rows.flatMap(({ kind, row, title, changes }) => (kind === wanted ? [{ row, title, changes }] : []))
  const [created, changed] = [changesOf('add'), changesOf('change')]
  const brought =
    dryRun || created.length + changed.length === 0 ? null : await desk.bringInServices(session, wish, seen)
  if (isRefusal(brought)) return brought
  return {
    created,
    changed,
    same: changesOf('same').length,
    needsYou: rows.flatMap(({ kind, row, title, trouble }) =>
      kind === 'trouble' ? [{ row, title, why: trouble }] : [],
    ),
    cellsLeftOut: rows.flatMap(({ kind, row, title, leftOut }) =>
      kind !== 'trouble' && leftOut.length > 0 ? [{ row, title, why: leftOut }] : [],
    ),
    readAs,
    unused,
    untouched,
  }
}

/** Most of what is done in a terminal asks nobody: what is needed for the network is loaded with the first question. */
let network: Promise<typeof fetch> | null = null
const systemNetwork = async () => (await import('./shell/loopback/network.ts')).fetchOnSystemNetwork(process.env)
const onSystemNetwork: typeof fetch = async (...question) => {
  network ??= systemNetwork()
  return (await network)(...question)
}

async function wishFor(
  session: desk.Session,
  { kind, since, until }: { kind: ReportKind; since: IsoDate | null; until: IsoDate | null },
): Promise<ReportWish | Refusal> {
  const today = session.world.now()
  if (kind === 'response') return { kind, year: since === null ? today.getFullYear() : Number(since.slice(0, 4)) }
  if (kind === 'monitoring' && since !== null) return { kind, since, until }
  const finished = (await desk.listEvaluations(session)).flatMap(each => each.finished)
  const last = finished.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  return last === undefined ? desk.nothingFinished() : { kind: 'evaluation', snapshot: last.snapshot }
}
