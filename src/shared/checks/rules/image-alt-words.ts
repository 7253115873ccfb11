import type { Figure } from '../../content/index.ts'
import { type Finding, rule } from '../rule.ts'

const fileName =
  /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic)$|^(?:img|dsc|pxl|image|picture|photo|screenshot|logo|untitled)[\s_-]*\d*$/i
const opening =
  /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon|logo image|screenshot) (?:of|showing|shows)\b/i

/** An alternative that tells nothing: a file name, a placeholder, “image of…”. WCAG 2.2 SC 1.1.1, failure F30. */
export const imageAltWords = rule({
  id: 'image-alt-words',
  severity: 'warning',
  wcag: ['1.1.1'],
  why: 'A screen reader already says that it is a picture; the words are for what the picture tells.',
  on: {
    nodes: {
      figure: ({ attrs }, path) => !attrs.decorative && (judge(attrs.alt, path) ?? repeats(attrs, path)),
      image: ({ attrs }, path) => judge(attrs.alt, path),
    },
  },
  examples: {
    fail: [
      '::figure{src="media/bus.png" alt="IMG_2041.jpg"}',
      '::figure{src="media/bus.png" alt="Image of a bus"}',
      '::figure{src="media/bus.png" alt="photo"}',
      '::figure{src="media/bus.png" alt="The bus (1).png"}',
      '::figure{src="media/bus.png" alt="The bus" caption="The bus."}',
    ],
    pass: [
      '::figure{src="media/bus.png" alt="A wheelchair ramp leads into a school bus"}',
      '::figure{src="media/bus.png" alt="Picture cards on a timetable"}',
    ],
  },
})

/** A screen reader says both, one after the other. */
function repeats({ alt, caption }: Figure['attrs'], path: number[]): Finding | null {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  if (plain(alt) === '' || plain(alt) !== plain(caption)) return null
  return { message: 'The text alternative says the same as the caption. Say what the picture shows.', place: { path } }
}

function judge(alt: string, path: number[]): Finding | null {
  const words = alt.trim()
  if (words === '') return null
  if (fileName.test(words))
    return {
      message: `“${words}” is the name of a file, not what the picture tells.`,
      place: { path },
      severity: 'error',
    }
  if (!/[\p{L}\p{N}]/u.test(words))
    return { message: `“${words}” does not tell what the picture shows.`, place: { path }, severity: 'error' }
  if (opening.test(words)) return { message: `“${words}” can start with what the picture shows.`, place: { path } }
  if (words.length > 200)
    return {
      message: 'This text alternative is long. Put the details in the text beside the picture.',
      place: { path },
    }
  return null
}
