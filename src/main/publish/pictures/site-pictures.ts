import { hash } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '../../../shared/outcome.ts'
import { type MediaFact, type SiteInput, sizePath } from '../../../shared/site/index.ts'
import { fileKind } from '../../workspace/index.ts'
import type { MadeFile, MadeParts } from '../made-parts.ts'
import { recordOf } from '../manifest.ts'
import type { OnProgress } from '../progress.ts'
import type { NameOf, ReadMedia } from '../put-parts.ts'
import { stopped } from '../stopped.ts'
import type { TreeWriter } from '../tree-writer.ts'
import { heldSizes, keptSizes } from './kept-sizes.ts'
import type { PictureHand } from './picture-hand.ts'
import { mostPixelsToShrink, type Shrunk, shrinkSettings } from './shrink.ts'

export interface PictureOptions {
  readMedia: ReadMedia
  parts: MadeParts
  /** Where sizes that were made before are kept; without it they are made again by each program. */
  pictures?: string
  nameOf?: NameOf
  onProgress?: OnProgress
  signal?: AbortSignal
}

export interface SitePictures {
  /** Of every file of the media folder, with the sizes that there are of it. */
  media: SiteInput['media']
  /** Puts the sizes of one file into the new tree. */
  put(name: string, tree: TreeWriter): Promise<Refusal | null>
  tidy(): Promise<void>
}

/** Finds out which sizes of its pictures a site has, and makes those that were never made. */
export async function sitePictures(
  input: SiteInput,
  tree: Pick<TreeWriter, 'hasAll'>,
  options: PictureOptions,
  hand: PictureHand,
): Promise<SitePictures | Refusal> {
  const { nameOf = () => undefined, onProgress, parts, signal } = options
  const kept = options.pictures === undefined ? heldSizes() : keptSizes(options.pictures)
  const made = new Map<string, { key: string; files: MadeFile[] }>()

  async function sizesOf(name: string, fact: MediaFact): Promise<Refusal | null> {
    const content = nameOf(`media/${name}`)
    const known = content === undefined ? undefined : parts.recall(partName(content))
    const key = keyOf(content ?? '')
    // Those that are nowhere any more are made again now, while a page can still do without them.
    if (known !== undefined && (tree.hasAll(placed(name, known.files)) || (await kept.read(key)) !== null)) {
      made.set(name, { key, files: known.files })
      return null
    }
    const bytes = await options.readMedia(name)
    if (isRefusal(bytes)) return bytes
    const own = content === undefined ? keyOf(hash('sha256', bytes)) : key
    const sizes = canShrink(fact, bytes) ? await shrunk(own, bytes) : []
    const files = (sizes ?? []).map(size => ({
      path: String(size.width),
      ...recordOf(size.bytes),
      shows: [],
      search: null,
    }))
    made.set(name, { key: own, files })
    if (content !== undefined && sizes !== null) parts.remember(partName(content), { reads: [], said: '', files })
    return null
  }

  async function shrunk(key: string, bytes: Uint8Array): Promise<Shrunk[] | null> {
    const before = await kept.read(key)
    if (before !== null) return before
    const sizes = await hand.shrink(bytes)
    if (sizes !== null) await kept.keep(key, sizes)
    return sizes
  }

  const pictures = [...input.media].filter(([name, fact]) => fact.trouble === null && canHaveSizes.test(name))
  for (const [done, [name, fact]] of pictures.entries()) {
    if (signal?.aborted) return stopped()
    onProgress?.({ sentence: 'Making pictures smaller for phones', done, total: pictures.length })
    const trouble = await sizesOf(name, fact)
    if (trouble !== null) return trouble
  }
  const widths = (name: string) => (made.get(name)?.files ?? []).map(({ path }) => Number(path))
  return {
    media: new Map([...input.media].map(([name, fact]) => [name, { ...fact, sizes: widths(name) }])),
    async put(name, tree) {
      const { key, files } = made.get(name) ?? { key: '', files: [] }
      if (files.length === 0 || tree.takeOver(placed(name, files))) return null
      const bytes = await options.readMedia(name)
      if (isRefusal(bytes)) return bytes
      const sizes = await shrunk(key, bytes)
      for (const { width, bytes: content } of sizes ?? []) tree.put({ path: sizePath(name, width), bytes: content })
      return sizes === null ? noSizes(name) : null
    },
    tidy: () => kept.tidy(),
  }
}

const placed = (name: string, files: readonly MadeFile[]) =>
  files.map(({ path, hash, bytes }) => ({ path: sizePath(name, Number(path)), hash, bytes }))

/** The others stand as they are: a drawing has no pixels, and a GIF is there to move. */
const canHaveSizes = /\.(?:jpe?g|png|webp)$/i

function canShrink({ width, height }: MediaFact, bytes: Uint8Array): boolean {
  const kind = fileKind(bytes)
  const pixels = (width ?? 0) * (height ?? 0)
  const isStill = !(kind === 'png' && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('acTL'))
  return (kind === 'jpg' || kind === 'png' || kind === 'webp') && pixels > 0 && pixels <= mostPixelsToShrink && isStill
}

const partName = (content: string) => `sizes ${content} ${shrinkSettings}`

function noSizes(name: string): Refusal {
  return refuse(
    'no-picture-sizes',
    `The smaller sizes of the picture “${name}” were lost and could not be made again, so nothing was changed. Families still see the site as it was.`,
    'Close other programs to make room, and try again.',
  )
}

/** The name of a file, so the settings are hashed too. */
function keyOf(content: string): string {
  return hash('sha256', `${shrinkSettings}\n${content}`)
}
