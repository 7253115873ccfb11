import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { instantSchema, type PublishTarget, type SiteConfig } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import { siteUrl } from '../../shared/site/index.ts'
import type { NetworkOptions } from '../git/index.ts'
import { buildSite } from './build.ts'
import type { Pending } from './live-state.ts'
import { withMadeBytes } from './made-by-plan.ts'
import { rememberingParts } from './made-parts.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { pictureFolder } from './pictures/kept-sizes.ts'
import type { OnProgress } from './progress.ts'
import { publishIdOf, trailersFor } from './publish-log.ts'
import type { PublishWorld } from './publish-world.ts'
import { readFrame, readSite } from './read-site.ts'
import { filesOf, type SiteFiles } from './site-files.ts'
import { deliver, type NotReached } from './targets/index.ts'

/** The steps of a publish, each of which can be done again: build, keep, share, deliver. */

export interface Run {
  by: Person
  network: NetworkOptions
  onProgress: OnProgress
  /** Called before anything of the site is changed where families read it. */
  onBegun?: () => void
  signal?: AbortSignal
}

/** What is to be published: files, and how the log tells it. */
export interface Publication {
  publish: string
  at: string
  files: SiteFiles
  sentence: string
  titles: readonly string[]
  /** Why each of these goes out. */
  why: readonly string[]
  /** Why all of it goes out, where somebody was asked; otherwise empty. */
  reason: string
}

/**
 * Where the site goes and where it is read: as the desk says it now, also when an older version is put back, so that an
 * undo never sends anything to a place that the team has left.
 */
export async function publishSettings(world: PublishWorld): Promise<SiteConfig['publish'] | Refusal> {
  const frame = await readFrame(await filesOf(world.history, 'desk'), world.cache)
  return isRefusal(frame) ? frame : frame.config.publish
}

function builtFolder(world: Pick<PublishWorld, 'dataFolder'>): string {
  return join(world.dataFolder, 'site')
}

/** Files of the site as it was built here for this publish, by their paths; those that it has not are left out. */
export async function builtTexts(
  world: Pick<PublishWorld, 'dataFolder'>,
  publish: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  const manifest = await builtManifest(world)
  if (manifest?.publish !== publish) return texts
  for (const path of paths) {
    if (!Object.hasOwn(manifest.files, path)) continue
    // One that cannot be read here is not compared: the stamp and the others still are.
    const text = await readFile(join(builtFolder(world), path), 'utf8').catch(() => null)
    if (text !== null) texts.set(path, text)
  }
  return texts
}

export async function builtManifest(world: Pick<PublishWorld, 'dataFolder'>): Promise<Manifest | null> {
  return await readManifest(builtFolder(world))
}

/** The files of the site as it was last built on this computer; null where it never was. */
export async function builtFiles(dataFolder: string): Promise<ReadonlySet<string> | null> {
  const manifest = await builtManifest({ dataFolder })
  return manifest === null ? null : new Set(Object.keys(manifest.files))
}

/** Builds the site of these files on this computer. Nothing that families or colleagues see changes. */
export async function build(
  world: PublishWorld,
  { publish, at, files }: Pick<Publication, 'publish' | 'at' | 'files'>,
  { onProgress, signal }: Pick<Run, 'onProgress' | 'signal'>,
): Promise<Manifest | Refusal> {
  const settings = await publishSettings(world)
  if (isRefusal(settings)) return settings
  const built = await rememberingParts(world, async parts => {
    const input = await readSite(files, { publish, at }, world.cache)
    if (isRefusal(input)) return input
    const site = { ...input, config: { ...input.config, publish: settings } }
    return await buildSite(site, builtFolder(world), {
      readMedia: name => files.read(`media/${name}`),
      theme: world.theme,
      parts,
      pictures: pictureFolder(world),
      nameOf: path => files.names.get(path),
      site: world.site,
      isOurs: true,
      standing: world.standing,
      onProgress,
      ...(signal === undefined ? {} : { signal }),
    })
  })
  if (isRefusal(built)) return built
  return (await builtManifest(world)) ?? lostBuild()
}

/** Makes these files the live version, here. */
export async function keep(world: PublishWorld, publication: Publication, by: Person): Promise<Pending | Refusal> {
  const { publish, at, files, sentence, titles, why, reason } = publication
  const instant = instantSchema.parse(at)
  const trailers = trailersFor(publish, titles, why, reason)
  const kept = await world.history.writeTree({
    branch: 'live',
    files: await withMadeBytes(files),
    sentence,
    by,
    at: instant,
    trailers,
  })
  return isRefusal(kept) ? kept : { publish, at: instant, sentence, stage: 'share', everything: false, begun: false }
}

/**
 * Gives the live version to colleagues. It is the lock as well: of two people who publish at once the first one's version
 * stands, and the other is told here, before anything of theirs is on the web. What could not be looked at is not shared.
 */
export async function share(
  { history }: PublishWorld,
  pending: Pending,
  { network }: Pick<Run, 'network'>,
): Promise<{ kind: 'shared' } | NotReached | Refusal> {
  let isTaken = true
  if ((await history.remote()) !== null) {
    const sent = await history.pushBranch('live', network)
    if (sent.kind === 'behind') {
      const fetched = await history.fetch(['live'], network)
      if (fetched.kind !== 'fetched') return fetched
      const [mine] = await history.logOf('live', 1)
      isTaken = fetched.heads.get('live') === mine?.version
    } else if (sent.kind !== 'sent' && sent.kind !== 'same') return sent
  }
  const [newest] = await history.logOf('live', 1)
  if (newest === undefined || publishIdOf(newest) !== pending.publish) return overtaken()
  // Nobody else's stands there, and it was not taken all the same: somebody sent something at that moment.
  return isTaken ? { kind: 'shared' } : { kind: 'waiting', reason: 'server-busy' }
}

/** Puts the live version in every place of `signpost.yml`, building it again if what is here is another. */
export async function deliverAll(
  world: PublishWorld,
  pending: Pending,
  run: Run,
): Promise<{ kind: 'delivered'; url: string | null } | NotReached | Refusal> {
  const settings = await publishSettings(world)
  if (isRefusal(settings)) return settings
  const there = await builtManifest(world)
  const manifest =
    there?.publish === pending.publish && there.site === world.site
      ? there
      : await build(world, { ...pending, files: await filesOf(world.history, 'live') }, run)
  if (isRefusal(manifest)) return manifest
  for (const target of settings.targets) {
    const sent = await deliverOne(world, target, manifest, pending, run)
    if (sent !== null) {
      // It may have been a file that is not here any more: the next build looks at each.
      world.standing.forget()
      return sent
    }
  }
  return { kind: 'delivered', url: siteUrl(settings.url) }
}

/** Null once the place has the whole site. */
async function deliverOne(
  world: PublishWorld,
  target: PublishTarget,
  manifest: Manifest,
  { sentence, everything }: Pending,
  { by, network, onProgress, onBegun, signal }: Run,
): Promise<NotReached | Refusal | null> {
  if (target.kind === 'folder' && !world.mayWrite(target.path)) return notAllowed(target.path)
  const outcome = await deliver(target, {
    folder: builtFolder(world),
    manifest,
    sentence,
    everything,
    history: world.history,
    network,
    by,
    wayIn: world.wayIn,
    onProgress,
    ...(onBegun === undefined ? {} : { onBegun }),
    ...(signal === undefined ? {} : { signal }),
  })
  return outcome.kind === 'delivered' ? null : outcome
}

export function notAllowed(folder: string): Refusal {
  return refuse(
    'folder-not-allowed',
    `Nobody has said on this laptop that Signpost may write the site into ${folder}.`,
    'If you know this folder, choose “Allow this folder” in the plan of Live site, then publish.',
  )
}

function overtaken(): Refusal {
  return refuse(
    'overtaken',
    'A colleague published at the same moment, and theirs came first. Nothing of yours was lost.',
    'Look at the plan again: it now starts from what they published.',
  )
}

function lostBuild(): Refusal {
  return refuse(
    'lost-build',
    'The site that was just made on this laptop is not there any more.',
    'Publish again. If it stays so, another program may be removing Signpost’s files.',
  )
}
