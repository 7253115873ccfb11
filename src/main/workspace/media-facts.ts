import { join } from 'node:path'
import { type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { lstatOrNull } from '../files/index.ts'
import { fileKind, isHuge, isPicture, pictureSize, type Size } from './file-kind.ts'
import { isMovingPicture } from './moving-picture.ts'
import type { Room } from './room.ts'
import { isWholePicture } from './whole-picture.ts'

/** Twenty megabytes: more than a phone's photo, less than what a phone's plan should pay for. */
export const largestMedia = 20_000_000

/** What a media file's own bytes say about it. */
export interface MediaFacts {
  bytes: number
  picture: boolean
  /** In pixels; null for a document. */
  size: Size | null
  /** It holds several pictures that are shown one after the other. */
  moves?: true
  /** Why this file may not go on the site, as the end of “This file …”, or null. */
  trouble: string | null
}

/** What a file said is remembered for as long as its size and time stay the same. */
export function mediaFacts(room: Room): (name: string) => Promise<MediaFacts | null> {
  const known = new Map<string, { stamp: string; facts: MediaFacts }>()
  return async name => {
    const path = mediaPath(name)
    const stats = path === null ? null : await lstatOrNull(room.disk, join(room.root, path))
    if (path === null || !stats?.isFile()) return null
    const stamp = `${stats.size}:${stats.mtimeMs}`
    const before = known.get(name)
    if (before?.stamp === stamp) return before.facts
    const facts = stats.size > largestMedia ? tooLarge(stats.size) : await look(room, path, stats.size)
    known.set(name, { stamp, facts })
    return facts
  }
}

export function mediaPath(name: string): WorkspacePath | null {
  return name.includes('/') ? null : (workspacePathSchema.safeParse(`media/${name}`).data ?? null)
}

const tooLarge = (bytes: number): MediaFacts => ({ bytes, picture: false, size: null, trouble: 'is larger than 20 MB' })

async function look(room: Room, path: WorkspacePath, bytes: number): Promise<MediaFacts> {
  const content = await room.read(path, largestMedia)
  if (isRefusal(content)) return { bytes, picture: false, size: null, trouble: 'could not be read' }
  return { bytes, ...factsOf(content) }
}

/** What the bytes alone say. */
export function factsOf(bytes: Uint8Array): Omit<MediaFacts, 'bytes'> {
  const kind = fileKind(bytes)
  if (kind === 'active-svg') return { picture: false, size: null, trouble: 'is a drawing with script or links in it' }
  if (kind === 'unknown')
    return { picture: false, size: null, trouble: 'is not a picture or document that Signpost knows' }
  if (!isPicture(kind)) return { picture: false, size: null, trouble: null }
  const size = pictureSize(bytes)
  if (size === null) return { picture: false, size, trouble: 'is a damaged picture' }
  // A drawing has no pixels until it is shown, and then as many as there is room for.
  if (kind !== 'svg' && isHuge(size)) return { picture: false, size, trouble: 'is a picture with too many pixels' }
  if (!isWholePicture(kind, bytes)) return { picture: false, size, trouble: 'is a picture that was cut off' }
  return { picture: true, size, trouble: null, ...(isMovingPicture(kind, bytes) ? { moves: true as const } : {}) }
}
