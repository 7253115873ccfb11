import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PublishTarget } from '../../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/outcome.ts'
import type { Oid, Waiting } from '../../git/index.ts'
import { isSame, type Manifest, manifestName, manifestText, parseManifest } from '../manifest.ts'
import { publishIdOf } from '../publish-log.ts'
import { stopped } from '../stopped.ts'
import type { Delivered, Delivery, Target } from './target.ts'

type BranchTarget = Extract<PublishTarget, { kind: 'branch' }>

/**
 * A branch of the team's shared copy, from which many git hosts serve a website by themselves. Each delivery is one new
 * version that holds exactly the built site, so the host changes from one whole site to the next.
 */
export const branchTarget: Target<BranchTarget> = {
  kind: 'branch',
  nameOf: target => `“${target.branch}” in the shared copy`,
  deliver: async ({ branch }, delivery) => {
    if (!mayHoldSite(branch)) return badName(branch)
    for (let attempt = 1; ; attempt++) {
      const outcome = await deliverOnce(branch, delivery)
      if (outcome.kind !== 'behind') return outcome
      if (attempt === mostAttempts) return busy()
    }
  },
}

/** A colleague's delivery can come in between; after so many, something else is wrong. */
const mostAttempts = 4

/** The team's own lines hold pages, not a built site, and are never written to from here. */
function mayHoldSite(branch: string): boolean {
  return /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(branch) && branch !== 'main' && branch !== 'live'
}

async function deliverOnce(
  branch: string,
  delivery: Delivery,
): Promise<Delivered | { kind: 'behind' } | Waiting | Refusal> {
  const { history, network, manifest, signal } = delivery
  const fetched = await history.fetch([branch], network)
  if (fetched.kind !== 'fetched') return fetched
  if (signal?.aborted) return stopped()
  const names = await history.filesAt(branch)
  const there = await manifestAt(delivery, branch)
  if (there === null ? names.size > 0 : there.site !== manifest.site) return notThisSite(branch)
  const [newest] = await history.logOf(branch, 1)
  // A version that somebody else made since: its list says nothing of what is in it.
  const isAsListed = newest !== undefined && publishIdOf(newest) === there?.publish
  const files = await filesToSend(delivery, isAsListed ? there : null, names)
  const written = [...files.values()].filter(content => typeof content !== 'string').length
  const removed = Object.keys(there?.files ?? {}).filter(path => !Object.hasOwn(manifest.files, path)).length
  if (written > 0 || removed > 0) {
    const kept = await keepVersion(branch, files, delivery)
    if (isRefusal(kept)) return kept
  }
  delivery.onProgress?.({ sentence: 'Sending the site', done: 0, total: null })
  delivery.onBegun?.()
  const sent = await history.pushBranch(branch, network)
  if (isRefusal(sent)) return inWordsOf(branch, sent)
  if (sent.kind !== 'sent' && sent.kind !== 'same') return sent
  return { kind: 'delivered', written, unchanged: files.size - written, removed }
}

async function keepVersion(branch: string, files: ReadonlyMap<string, Uint8Array | Oid>, delivery: Delivery) {
  const { history, manifest, by, sentence } = delivery
  const list = new TextEncoder().encode(manifestText(manifest))
  return await history.writeTree({
    branch,
    files: new Map([...files, [manifestName, list]]),
    sentence,
    by,
    trailers: { 'Publish-Id': manifest.publish },
  })
}

async function manifestAt({ history }: Delivery, branch: string): Promise<Manifest | null> {
  const bytes = await history.readAt(branch, manifestName)
  return bytes === null ? null : parseManifest(new TextDecoder().decode(bytes))
}

/** What the branch has already is named, not sent again. */
async function filesToSend(
  { folder, manifest }: Delivery,
  there: Manifest | null,
  names: ReadonlyMap<string, Oid>,
): Promise<Map<string, Uint8Array | Oid>> {
  const files = new Map<string, Uint8Array | Oid>()
  const listed = new Map(Object.entries(there?.files ?? {}))
  for (const [path, record] of Object.entries(manifest.files)) {
    const name = isSame(listed.get(path), record) ? names.get(path) : undefined
    files.set(path, name ?? (await readFile(join(folder, path))))
  }
  return files
}

/** A no is said of sharing; here it is the site that was not taken, and nobody sends it again by himself. */
function inWordsOf(branch: string, no: Refusal): Refusal {
  const keeper = 'the person who looks after your team’s git host'
  switch (no.code) {
    case 'protected':
      return refuse(
        no.code,
        `“${branch}” in the shared copy is protected, so the site was not taken. Nothing there changed.`,
        `Ask ${keeper} to let you write to “${branch}”, then publish again.`,
        no.detail,
      )
    case 'no-room':
      return refuse(
        no.code,
        'The shared copy has no room left, so the site was not taken. Nothing there changed.',
        `Ask ${keeper} for more room, then publish again.`,
        no.detail,
      )
    case 'not-taken':
      return refuse(
        no.code,
        'The shared copy did not take the site, for a reason of its own. Nothing there changed.',
        `Publish again. If this stays, ask ${keeper}.`,
        no.detail,
      )
    default:
      return no
  }
}

function badName(branch: string): Refusal {
  return refuse(
    'bad-target',
    `The site cannot be put in “${branch}”: that name is taken, or cannot be used.`,
    'Choose a name such as “site” in Settings.',
  )
}

function notThisSite(branch: string): Refusal {
  return refuse(
    'not-this-site',
    `“${branch}” in the shared copy holds something else, so Signpost wrote nothing there.`,
    'Choose another name in Settings, such as “site”.',
  )
}

function busy(): Refusal {
  return refuse(
    'busy',
    'Colleagues are publishing at this moment, so the site could not be sent.',
    'Wait a minute, then publish again.',
  )
}
