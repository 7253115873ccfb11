import { type Refusal, refuse } from '../../shared/outcome.ts'
import { unpackedSize } from './unpacked-size.ts'

/** A Word file is a zip; this much is the most that its parts may hold, in bytes: more would fill the memory. */
const mostUnpacked = 200_000_000
/** In bytes, for each of its parts that is read: a book of a thousand pages has a tenth of it. */
const mostMarkup = 30_000_000

/** A style named Title is the page's title, marked so that it can be told from the headings. */
const styles = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"]

/**
 * A Word document (.docx) as HTML: words, headings, lists, tables, links, and pictures with their text alternatives but
 * without their bytes. Refuses with `not-word` or `too-big`.
 */
export async function wordToHtml(bytes: Uint8Array): Promise<string | Refusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whyNot = unfit(buffer)
  if (whyNot) return whyNot
  // Loaded when somebody has a Word file: every start would wait for it otherwise.
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: styles, convertImage: mammoth.images.imgElement(async () => ({ src: 'media/picture' })) },
    )
    return withTitleAbove(value)
  } catch (error) {
    // The library's only way to say that a file is damaged.
    return damaged(error instanceof Error ? error.message : undefined)
  }
}

/** Under a Title, Word's own headings start at its level 1; on a page they start one below. */
function withTitleAbove(html: string): string {
  const title = '<h1 class="title">'
  const tops = html.split(/<h1[ >]/).length - 1
  if (tops < 2) return html
  const lower = (part: string) =>
    part.replace(/<(\/?)h([1-5])>/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}>`)
  if (!html.startsWith(title)) return lower(html)
  const end = html.indexOf('</h1>') + '</h1>'.length
  return html.slice(0, end) + lower(html.slice(end))
}

function unfit(buffer: Buffer): Refusal | null {
  // The oldest kind of Word file, which is also what a file with a password is wrapped in.
  if (buffer.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    return refuse(
      'not-word',
      'It is an older Word file, or one with a password.',
      'Open it in Word, save it as a .docx file without a password, and try again.',
    )
  }
  const unpacked = unpackedSize(buffer, mostUnpacked, mostMarkup)
  if (unpacked === 'too-big') {
    return refuse('too-big', 'It holds more than Signpost reads.', 'Make the document smaller, or split it.')
  }
  return unpacked === 'broken' || !buffer.includes('word/') ? damaged() : null
}

function damaged(detail?: string): Refusal {
  return refuse(
    'not-word',
    'It is not a Word document, or it is damaged.',
    'Open it in Word, save it again as a .docx file, and try again.',
    detail,
  )
}
