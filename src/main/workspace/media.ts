import { z } from 'zod'
import { editYaml, parseRecord, readYaml, type WorkspacePath, writeRecord } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { isDiskTrouble, thrown } from '../files/index.ts'
import { fileKind, isHuge, isPicture, pictureSize, type Size } from './file-kind.ts'
import { largestMedia, type MediaFacts, mediaFacts, mediaPath } from './media-facts.ts'
import { safeMediaName } from './media-name.ts'
import { namesIn, type Room } from './room.ts'
import { isWholePicture } from './whole-picture.ts'

/** What the file alone cannot say: `media/<name>.<ext>.yml`, beside `media/<name>.<ext>`. */
export interface MediaNote {
  /** What the picture shows, for whoever cannot see it (WCAG 2.2 SC 1.1.1). Asked once, reused wherever it stands. */
  alt: string
  /** The picture says nothing that the words beside it do not; its alternative is empty on purpose. */
  decorative: boolean
  credit: string
}
const noteSchema = z.looseObject({
  alt: z.string().catch(''),
  decorative: z.boolean().catch(false),
  credit: z.string().catch(''),
})
const noNote: MediaNote = { alt: '', decorative: false, credit: '' }

export interface MediaFile extends MediaNote, MediaFacts {
  name: string
  path: WorkspacePath
}

export interface Media {
  /** In the order of their names. */
  list(): Promise<MediaFile[]>
  /** The real kind is read from the bytes, and the name is made safe and unique; a picture needs `alt` or `decorative`. */
  add(name: string, bytes: Uint8Array, note: MediaNote): Promise<{ kind: 'added'; item: MediaFile } | Refusal>
  describe(name: string, note: MediaNote): Promise<{ kind: 'ok' } | Refusal>
  remove(name: string): Promise<{ kind: 'ok' } | Refusal>
  size(name: string): Promise<Size | null>
  read(name: string): Promise<Uint8Array | Refusal>
}

const largestNote = 100_000

export function openMedia(room: Room): Media {
  const factsOf = mediaFacts(room)

  async function noteText(name: string): Promise<string | null> {
    const path = mediaPath(`${name}.yml`)
    const bytes = path === null ? null : await room.read(path, largestNote)
    // What cannot be read at this moment is not written over, nor shown as if nobody had said anything.
    if (isRefusal(bytes) && isDiskTrouble(bytes)) throw thrown(bytes)
    return bytes === null || isRefusal(bytes) ? null : new TextDecoder().decode(bytes)
  }

  async function itemOf(name: string): Promise<MediaFile | null> {
    const [facts, text, path] = [await factsOf(name), await noteText(name), mediaPath(name)]
    if (facts === null || path === null) return null
    const read = text === null ? noNote : parseRecord(text, noteSchema, name)
    const { alt, decorative, credit } = isRefusal(read) ? noNote : read
    return { name, path, ...facts, alt, decorative, credit }
  }

  async function writeNote(name: string, note: MediaNote): Promise<Refusal | null> {
    const path = mediaPath(`${name}.yml`)
    if (path === null) return noSuchFile
    const written = await room.write(path, noteAfter(await noteText(name), note))
    return isRefusal(written) ? written : null
  }

  return {
    async list() {
      const names = (await namesIn(room, 'media', 'file')).filter(name => !name.endsWith('.yml'))
      const items: (MediaFile | null)[] = []
      // One after the other: a folder of photos does not fit into memory at once.
      for (const name of names) items.push(await itemOf(name))
      return items.filter(item => item !== null)
    },
    async add(name, bytes, note) {
      const kind = fileKind(bytes)
      const no = refuseBytes(name, kind, bytes) ?? refuseUndescribed(kind, note)
      if (no !== null || kind === 'unknown' || kind === 'active-svg') return no ?? unknownKind(name)
      const taken = (await namesIn(room, 'media', 'file')).map(one => one.toLowerCase().replace(/\.yml$/, ''))
      const safe = safeMediaName(name, kind, new Set(taken))
      const path = mediaPath(safe)
      if (path === null) return noSuchFile
      // The note goes first: whatever happens in between, no picture stands without its alternative.
      const notWritten = await writeNote(safe, note)
      if (notWritten !== null) return notWritten
      const written = await room.write(path, bytes)
      if (isRefusal(written)) return written
      const item = await itemOf(safe)
      return item === null ? noSuchFile : { kind: 'added', item }
    },
    async describe(name, note) {
      const item = await itemOf(name)
      if (item === null) return noSuchFile
      const no = item.picture ? refuseUndescribed('png', note) : null
      return no ?? (await writeNote(name, note)) ?? { kind: 'ok' }
    },
    async remove(name) {
      const [path, note] = [mediaPath(name), mediaPath(`${name}.yml`)]
      if (path === null || note === null || (await factsOf(name)) === null) return noSuchFile
      for (const one of [path, note]) {
        const removed = await room.remove(one)
        if (isRefusal(removed)) return removed
      }
      return { kind: 'ok' }
    },
    size: async name => (await factsOf(name))?.size ?? null,
    async read(name) {
      const path = mediaPath(name)
      return path === null ? noSuchFile : room.read(path, largestMedia)
    },
  }
}

/** The former description with the new words in it; its comments and other keys stay. A broken one is written anew. */
function noteAfter(former: string | null, note: MediaNote): string {
  const read = former === null || former.trim() === '' ? null : readYaml(former, largestNote)
  if (former === null || read?.kind !== 'yaml') return writeRecord(note)
  const changes = Object.entries(note).map(([key, value]) => ({ key, value }))
  return editYaml(former, read, changes)
}

const noSuchFile = refuse(
  'no-such-file',
  'There is no picture or document of that name. Somebody may have removed it.',
  'Choose it from the list again.',
)

function refuseBytes(name: string, kind: ReturnType<typeof fileKind>, bytes: Uint8Array): Refusal | null {
  if (bytes.byteLength > largestMedia) {
    return refuse(
      'media-too-large',
      `“${name}” is larger than 20 MB, which is too much for families who read on a phone. It was not added.`,
      'Make it smaller (for a picture, half the width is often enough) and add it again.',
    )
  }
  if (kind === 'active-svg') {
    return refuse(
      'active-drawing',
      `“${name}” is a drawing with script, links or other files in it, which could harm the people who open it. It was not added.`,
      'Save it as a PNG picture, or as “plain SVG” in the drawing program, and add that.',
    )
  }
  if (kind === 'unknown') return unknownKind(name)
  const size = isPicture(kind) ? pictureSize(bytes) : null
  if (size !== null && kind !== 'svg' && isHuge(size)) {
    return refuse(
      'too-many-pixels',
      `“${name}” is ${size.width} by ${size.height} pixels, which is more than a phone can show. It was not added.`,
      'Make it smaller in a picture program (2,000 pixels are enough for any screen), and add that.',
    )
  }
  if (isPicture(kind) && size === null) {
    return refuse(
      'damaged-picture',
      `“${name}” is a damaged picture: it has no width and height. It was not added.`,
      'Open it in a picture program, save it again, and add that.',
    )
  }
  if (isPicture(kind) && !isWholePicture(kind, bytes)) {
    return refuse(
      'damaged-picture',
      `“${name}” was cut off: a part of the picture is missing. It was not added.`,
      'Get it again from where it came from, and add that.',
    )
  }
  return null
}

function unknownKind(name: string): Refusal {
  const claims = /\.(png|jpe?g|gif|webp|svg)$/i.test(name)
  return claims
    ? refuse(
        'not-a-picture',
        `“${name}” has the name of a picture, but it is not one. It was not added.`,
        'Open it in a picture program to see what it is, or choose another file.',
      )
    : refuse(
        'unknown-kind',
        `“${name}” is not a kind of file that families can open everywhere. It was not added.`,
        'Use a picture (PNG, JPEG, GIF, WebP or plain SVG), a PDF, or a Word or Excel file without macros.',
      )
}

function refuseUndescribed(kind: ReturnType<typeof fileKind>, note: MediaNote): Refusal | null {
  if (kind === 'unknown' || kind === 'active-svg' || !isPicture(kind)) return null
  if (note.decorative || note.alt.trim() !== '') return null
  return refuse(
    'no-alternative',
    'People who cannot see this picture need words for what it shows.',
    'Say in a few words what it shows, or mark it as decorative.',
  )
}
