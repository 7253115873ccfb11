import { z } from 'zod'
import {
  type Entry,
  mostEntryLength,
  type Page,
  parseRecord,
  parseSiteConfig,
  type Service,
  type SiteConfig,
  workspacePathSchema,
} from '../../shared/content/index.ts'
import { answerSchema, type PublicAnswer } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { MediaFact, Redirect, SiteInput, Stamp } from '../../shared/site/index.ts'
import { breather } from '../files/index.ts'
import type { Oid } from '../git/index.ts'
import { entryAt, factsOf, hashOf, inPassing } from '../workspace/index.ts'
import { readBarriers } from './barriers.ts'
import { type CheckCache, readChecks } from './last-checks.ts'
import { readLate } from './late-list.ts'
import { readNews } from './news.ts'
import type { Versioned } from './planned.ts'
import type { RenderedCheck } from './rendered-check.ts'
import type { SiteFiles } from './site-files.ts'

/** From the files of a version to what the site is made of. */

/** What files said, by path and name of their content: the same content never has to be read again. */
export interface ReadCache {
  entries: Map<string, Versioned>
  /** What stood last at each path, and under which name of its content. */
  atPath: Map<string, ReadEntry>
  media: Map<string, Omit<MediaFact, 'alt'>>
  /** The alternative text in a note. */
  notes: Map<Oid, string>
  /** The settings, where they could be read. */
  configs: Map<Oid, SiteConfig>
  checks: CheckCache
  rendered: RenderedCheck
  known: KnownEntries
}

interface ReadEntry {
  oid: Oid
  read: Versioned
  /** Without its words being kept, for a site. */
  passed: Entry
}

/** What the rest of the program has read already, by `contentKey`. */
export type KnownEntries = () => ReadonlyMap<string, Versioned>

export function readCache(known: KnownEntries = () => new Map()): ReadCache {
  return {
    entries: new Map(),
    atPath: new Map(),
    media: new Map(),
    notes: new Map(),
    configs: new Map(),
    checks: new Map(),
    rendered: new WeakMap(),
    known,
  }
}

export function contentKey(path: string, oid: Oid): string {
  return `${path}\n${oid}`
}

const entryPath = /^(pages\/[^/]+|services)\/[^/]+\.md$/

/** Every page and service of a version. What cannot be read as one is there too, with its trouble. */
export async function readEntries(files: SiteFiles, cache: ReadCache): Promise<Versioned[]> {
  return (await entriesOf(files, cache)).map(({ read }) => read)
}

/** Nearly all of them stand as they did in the version that was read last. */
async function entriesOf(files: SiteFiles, cache: ReadCache): Promise<ReadEntry[]> {
  const found: (ReadEntry | null)[] = []
  const others: { at: number; path: string; oid: Oid }[] = []
  for (const [path, oid] of files.names) {
    if (!path.endsWith('.md')) continue
    const last = cache.atPath.get(path)
    if (last?.oid === oid) found.push(last)
    else if (entryPath.test(path)) others.push({ at: found.push(null) - 1, path, oid })
  }
  const unread = others.filter(({ path, oid }) => !cache.entries.has(contentKey(path, oid))).length
  // Gathering all that the program has read takes longer than reading a few again.
  const known = unread > fewEntries ? cache.known() : new Map<string, Versioned>()
  for (const { at, path, oid } of others) {
    const key = contentKey(path, oid)
    if (!cache.entries.has(key) && !workspacePathSchema.safeParse(path).success) continue
    const read = cache.entries.get(key) ?? known.get(key) ?? versioned(path, await files.read(path))
    cache.entries.set(key, read)
    const entry = { oid, read, passed: passing(read.entry) }
    cache.atPath.set(path, entry)
    found[at] = entry
  }
  return found.filter(entry => entry !== null)
}

const fewEntries = 8

/** Words are read when somebody first asks for them. Of those that will be asked for, one at a time, so that the window is answered in between. */
export async function readWords(entries: readonly Versioned[]): Promise<void> {
  const breathe = breather()
  for (const { entry } of entries) {
    void entry.doc
    await breathe()
  }
}

function versioned(path: string, bytes: Uint8Array): Versioned {
  const text =
    bytes.byteLength > mostEntryLength * 4 ? '\0' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return { entry: entryAt(workspacePathSchema.parse(path), text), hash: hashOf(text) }
}

/** Everything of the site but its pages: settings, media, redirects and answers to families. Refuses when `signpost.yml` cannot be read. */
export async function readFrame(
  files: SiteFiles,
  cache: ReadCache,
): Promise<Pick<SiteInput, 'config' | 'media' | 'redirects' | 'answers'> | Refusal> {
  const config = await readConfig(files, cache.configs)
  if (isRefusal(config)) return config
  return {
    config,
    media: await readMedia(files, cache),
    redirects: await readRedirects(files),
    answers: await readAnswers(files),
  }
}

/** The same object for the same entry: what was made of it before is known by it. */
const passed = new WeakMap<Entry, Entry>()

function passing(entry: Entry): Entry {
  const known = passed.get(entry) ?? inPassing(entry)
  passed.set(entry, known)
  return known
}

/** Words are read one page at a time, as each is asked for, and not kept. */
export async function readSite(files: SiteFiles, stamp: Stamp, cache: ReadCache): Promise<SiteInput | Refusal> {
  const frame = await readFrame(files, cache)
  if (isRefusal(frame)) return frame
  const entries = (await entriesOf(files, cache)).map(({ passed }) => passed)
  return {
    ...frame,
    checks: await readChecks(files, cache.checks),
    late: await readLate(files),
    news: await readNews(files),
    barriers: await readBarriers(files),
    stamp,
    pages: entries.filter((entry): entry is Page => entry.kind === 'page'),
    services: entries.filter((entry): entry is Service => entry.kind === 'service'),
  }
}

async function readConfig(files: SiteFiles, configs: ReadCache['configs']): Promise<SiteConfig | Refusal> {
  const oid = files.names.get('signpost.yml')
  if (oid === undefined) {
    return refuse(
      'no-settings',
      'This workspace has lost its settings (signpost.yml).',
      'Put back an earlier version of it.',
    )
  }
  const known = configs.get(oid)
  if (known !== undefined) return known
  const config = parseSiteConfig(await textOf(files, 'signpost.yml'))
  if (!isRefusal(config)) configs.set(oid, config)
  return config
}

const redirectsSchema = z.array(z.object({ from: z.string().max(500), to: z.string().max(500) })).nullable()

/** Old addresses are a courtesy: a list that cannot be read stops nothing. */
async function readRedirects(files: SiteFiles): Promise<readonly Redirect[]> {
  if (!files.names.has('redirects.yml')) return []
  const read = parseRecord(await textOf(files, 'redirects.yml'), redirectsSchema, 'the list of redirects')
  return isRefusal(read) || read === null ? [] : read
}

/** One that cannot be read is left out, as the list of them says; the others are what somebody agreed to. */
async function readAnswers(files: SiteFiles): Promise<PublicAnswer[]> {
  const answers: PublicAnswer[] = []
  for (const path of [...files.names.keys()]
    .filter(name => name.startsWith('answers/') && /^answers\/[^/]+\.yml$/.test(name))
    .sort()) {
    const read = parseRecord(await textOf(files, path), answerSchema, `“${path}”`)
    if (!isRefusal(read) && path === `answers/${read.id}.yml`) answers.push(read)
  }
  return answers
}

const noteSchema = z.looseObject({ alt: z.string().catch('') })

async function readMedia(files: SiteFiles, cache: ReadCache): Promise<Map<string, MediaFact>> {
  const media = new Map<string, MediaFact>()
  for (const [path, oid] of files.names) {
    const name = path.startsWith('media/') ? /^media\/([^/]+)$/.exec(path)?.[1] : undefined
    if (name === undefined || name.endsWith('.yml')) continue
    const known = cache.media.get(oid) ?? mediaFact(await files.read(path))
    cache.media.set(oid, known)
    media.set(name, { ...known, alt: await altOf(files, `${path}.yml`, cache.notes) })
  }
  return media
}

function mediaFact(bytes: Uint8Array): Omit<MediaFact, 'alt'> {
  const { size, trouble } = factsOf(bytes)
  return { bytes: bytes.byteLength, width: size?.width ?? null, height: size?.height ?? null, trouble }
}

async function altOf(files: SiteFiles, path: string, notes: ReadCache['notes']): Promise<string> {
  const oid = files.names.get(path)
  if (oid === undefined) return ''
  const known = notes.get(oid)
  if (known !== undefined) return known
  const read = parseRecord(await textOf(files, path), noteSchema)
  const alt = isRefusal(read) ? '' : read.alt
  notes.set(oid, alt)
  return alt
}

async function textOf(files: SiteFiles, path: string): Promise<string> {
  return new TextDecoder().decode(await files.read(path))
}
