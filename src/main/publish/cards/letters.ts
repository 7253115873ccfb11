import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** The letters of the site's typeface as they are drawn, in three sizes (resources/site/make-letters.ts). */
export interface Letters {
  /** Which typeface, and which version of it. */
  font: string
  /** For a title, for one with many words, and for what stands around it. */
  sizes: readonly [LetterSize, LetterSize, LetterSize]
  /** Two points a byte, from 0 to 15: how much of a point the letter covers. */
  shades: Uint8Array
}

const placedSchema = z.tuple([z.number(), z.int(), z.int(), z.int(), z.int(), z.int()])
const sizeSchema = z.object({
  px: z.int(),
  /** How far on the next letter stands, then where it begins beside the pen, its width and rows, and where its points are. */
  letters: z.record(z.string(), placedSchema),
  /** How much closer two letters stand than each by itself. */
  kerning: z.record(z.string(), z.number()),
})
export type LetterSize = z.infer<typeof sizeSchema>

const headSchema = z.object({ font: z.string(), sizes: z.tuple([sizeSchema, sizeSchema, sizeSchema]) })

export async function readLetters(theme: string): Promise<Letters> {
  const bytes = gunzipSync(await readFile(join(theme, 'vendor', 'letters.bin')))
  const end = bytes.indexOf('\n')
  return { ...headSchema.parse(JSON.parse(bytes.toString('utf8', 0, end))), shades: bytes.subarray(end + 1) }
}

export function widthOf({ letters, kerning }: LetterSize, words: string): number {
  let width = 0
  let before = ''
  for (const letter of words) {
    width += (letters[letter]?.[0] ?? 0) + (kerning[before + letter] ?? 0)
    before = letter
  }
  return width
}

/** Words in lines of at most this width. What does not fit into so many lines ends with three dots, and `fits` says so. */
export function linesOf(
  size: LetterSize,
  words: string,
  widest: number,
  most: number,
): { lines: string[]; fits: boolean } {
  const lines: string[] = []
  for (const word of words.split(/\s+/).filter(each => each !== '')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(size, longer) <= widest) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const fits = lines.length <= most && lines.every(line => widthOf(size, line) <= widest)
  const kept = lines.slice(0, most)
  if (lines.length > most) kept.push(`${kept.pop() ?? ''}…`)
  return { lines: kept.map(line => cut(size, line, widest)), fits }
}

function cut(size: LetterSize, line: string, widest: number): string {
  let kept = line
  while (kept.length > 1 && widthOf(size, kept) > widest) kept = `${kept.replace(/…$/, '').slice(0, -1)}…`
  return kept
}
