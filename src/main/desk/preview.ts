import type { Entry, SiteConfig } from '../../shared/content/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { addressOf, renderPage, type SiteInput } from '../../shared/site/index.ts'
import { themeFiles } from '../publish/index.ts'
import { latePages } from './late-pages.ts'
import type { Answered, Previews } from './parts.ts'
import { type Session, todayOf } from './session.ts'

/** Previews that are kept, so that a frame that is being replaced still finds its pictures. */
const kept = 8

export function createPreviews(session: () => Session, theme: string): Previews {
  const inputs = new Map<string, SiteInput>()
  let shown = 0
  /** Follows from the settings, which somebody may change between two previews. */
  let assets: { config: SiteConfig; files: Promise<Map<string, Uint8Array>> } | null = null

  async function themeFile(path: string, config: SiteConfig): Promise<Uint8Array | undefined> {
    if (assets?.config !== config) {
      assets = { config, files: themeFiles(theme, config).then(all => new Map(all.map(one => [one.path, one.bytes]))) }
    }
    return (await assets.files).get(path)
  }

  async function keep(typed: Entry | null): Promise<{ root: string; input: SiteInput }> {
    shown += 1
    const key = String(shown)
    const input = await deskAsSite(session(), typed)
    inputs.set(key, input)
    for (const old of [...inputs.keys()].slice(0, -kept)) inputs.delete(old)
    return { root: `/preview/${key}`, input }
  }

  return {
    async show({ id, doc, entry }) {
      const now = session().workspace.byId(id)
      const { root } = await keep(now ? ({ ...now, fields: entry.fields, doc } as Entry) : null)
      return { kind: 'preview', url: `${root}${now ? addressOf(now) : '/'}` }
    },
    async all() {
      const { root, input } = await keep(null)
      return [...input.pages, ...input.services].map(entry => ({
        id: entry.fields.id,
        title: entry.fields.title.trim() || entry.path,
        url: `${root}${addressOf(entry)}`,
      }))
    },
    async respond(path) {
      const [, key = '', rest = ''] = /^\/preview\/(\d+)\/(.*)$/.exec(path) ?? []
      const input = inputs.get(key)
      if (!input) return null
      const file = await themeFile(rest, input.config)
      if (file) return answered(rest, file)
      if (rest.startsWith('media/')) return mediaFile(session(), rest.slice('media/'.length))
      const entry = [...input.pages, ...input.services].find(each => addressOf(each) === `/${rest}`)
      const html = entry ? renderPage(input, entry.fields.id, { root: `/preview/${key}/`, places: true }) : null
      return html === null ? null : answered('index.html', html)
    },
  }
}

/** The site as the desk has it now, with one entry as it is being typed. */
export async function deskAsSite(session: Session, typed: Entry | null): Promise<SiteInput> {
  const { workspace } = session
  const entries = workspace.entries().map(entry => (entry.fields.id === typed?.fields.id ? typed : entry))
  const redirects = await workspace.redirects()
  const media = await workspace.media.list()
  const known = await session.knowing.all()
  const late = [...(await latePages(session, todayOf(session)))]
  return {
    config: workspace.config(),
    pages: entries.filter(entry => entry.kind === 'page'),
    services: entries.filter(entry => entry.kind === 'service'),
    media: new Map(
      media.map(({ name, bytes, size, alt, trouble }) => [
        name,
        { bytes, width: size?.width ?? null, height: size?.height ?? null, alt, trouble },
      ]),
    ),
    redirects: isRefusal(redirects) ? [] : redirects,
    answers: await workspace.answers.list(),
    checks: new Map([...known].map(([id, { records }]) => [id, records])),
    late: new Set(late.flatMap(([id, { act }]) => (act === 'warn' ? [id] : []))),
    news: [],
    barriers: null,
    stamp: { publish: 'preview', at: session.world.now().toISOString() },
  }
}

export async function mediaFile({ workspace }: Session, name: string): Promise<Answered | null> {
  const bytes = await workspace.media.read(name)
  return isRefusal(bytes) ? null : answered(name, bytes)
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
}

function answered(name: string, body: Uint8Array | string): Answered {
  const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
  return {
    status: 200,
    headers: { 'Content-Type': type },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  }
}
