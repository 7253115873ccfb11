import { type Block, type Node, textOf } from '../../content/index.ts'
import { plainly } from '../markup/words.ts'
import { isNamedAsDecoration } from '../pictures.ts'
import { type CheckedPage, type Finding, type Fix, type Picture, rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

const fileName =
  /^[\da-f]{8}(?:-?[\da-f]{4,}){2,}$|\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic|avif)(?:\s*[-–,(]?\s*\d[\d.,]*\s*(?:[kmg]b|bytes)\)?)?$|^(?:img|dscn?|dscf|pxl|image|picture|pic|photo|screenshot|screen shot|whatsapp image|banner|untitled(?: design)?)[\s_-]*\(?\d(?:[\d\s_.-]|at)*(?:\(\d+\)|\))?$|^[\p{L}\d]+(?:_[\p{L}\d]+)+$|^[\p{L}\d]+(?:-[\p{L}\d]+)*-(?:\d+x\d+|final|v\d+|copy|cropped|resized)[\d_-]*$/iu
/** Words that stand there until somebody says what the picture tells, alone or one beside another. */
const placeholder =
  /^(?:an? |the |this |your |my |insert |add |enter |put |some )?(?:(?:alt(?:ernative)?|image|img|picture|pic|photo|photograph|graphic|icon|illustration|logo|chart|graph|map|diagram|infographic|poster|banner|thumbnail|figure|placeholder|decorative|divider|separator|border|text|alt ?text|caption|description|describe|untitled|screenshot|spacer|header|hero|blank|null|undefined|none|n\/?a|tbc|tbd|todo|to do|xxx*|test|missing|here|goes|the|of|for|this|your|with|go|a|will be added|to be added|\d+)[\s:.,!…_-]*)+$/i
/** “Blue dividing line”, where the file's name says that it is one as well; or “decorative…” of such a thing. */
const ornament =
  /\b(?:background|blob|border|curve|divider|dividing line|flourish|line|pattern|separator|shape|squiggle|stripe|swirl|swoosh|wave)s?$/i
const opening =
  /^(?:an? |the |this is an? )?(?:(?:black and white|colour|close-?up|stock|digital) )?(?:image|picture|photo|photograph|graphic|illustration|logo image|screenshot|pic|drawing) (?:of(?! health\b)|showing|shows|that shows|depicting|which shows)\b/i
/** What to do with it, or whose it is: nothing of what it shows. */
const aside =
  /^(?:please )?(?:click|press(?! to (?:open|see|view)\b)|tap|hover)(?: here| on)?(?: (?:the|this))?(?: (?:image|map|photo|picture))? (?:for|to) (?:a (?:bigger|full|larger)|download|enlarge|expand|open|see|view|zoom)\b|^(?:©|\(c\) |copyright\b(?! (?:at|for|guide|in|is|law|notice|of|office|on|poster|rules?|sign|symbol)\b)|(?:image|photo|picture)? ?(?:courtesy of|credit:|by:)|(?:adobe ?stock|alamy|dreamstime|getty|istock|pexels|pixabay|shutterstock|unsplash)\b)/i
/** Longer than this, it is a text and not what is said in passing. */
const most = 250

/** An alternative that tells nothing: a file name, a placeholder, “image of…”. WCAG 2.2 SC 1.1.1, failure F30. */
export const imageAltWords = rule({
  id: 'image-alt-words',
  severity: 'warning',
  wcag: ['1.1.1'],
  why: 'A screen reader already says that it is a picture; the words are for what the picture tells.',
  on: {
    picture: picture => {
      const words = picture.isDecorative ? '' : (picture.alt ?? '').trim()
      return words !== '' && (judge(words, picture) ?? repeats(words, picture))
    },
    page: repeatedBeneath,
  },
  examples: {
    fail: [
      '::figure{src="media/bus.png" alt="IMG_2041.jpg"}',
      '::figure{src="media/bus.png" alt="Image of a bus"}',
      '::figure{src="media/bus.png" alt="photo"}',
      '::figure{src="media/bus.png" alt="Tap to enlarge"}',
      '::figure{src="media/bus.png" alt="© Gull Photos 2025"}',
      '::figure{src="media/bus.png" alt="The bus (1).png"}',
      '::figure{src="media/bus.png" alt="bus.jpg - 1.4MB"}',
      '::figure{src="media/bus.png" alt="The bus" caption="The bus."}',
      '::figure{src="media/bus.png" alt="Add alt text here"}',
      'The bus has a ramp. Ask the driver.\n\n::figure{src="media/bus.png" alt="The bus has a ramp"}',
      '![A bus stops at the school gate](media/bus.png)\n\nA bus stops at the school gate. Ask the driver for the ramp.',
      '::figure{src="media/bus.png" alt="school_bus_ramp"}',
      '[![Travel to school](media/bus.png) Travel to school](https://example.org/travel)',
    ],
    pass: [
      '::figure{src="media/bus.png" alt="A wheelchair ramp leads into a school bus"}',
      '::figure{src="media/bus.png" alt="Press the bell to stop the bus"}',
      '::figure{src="media/bus.png" alt="Picture cards on a timetable"}',
      '::figure{src="media/bus.png" alt="A child holds up a picture of a bus"}',
      '::figure{src="media/bus.png" alt="Southend-on-Sea City Council"}',
      '::figure{src="media/bus.png" alt="Screenshot of the form: box 4 asks for the number of the bus"}',
      '::figure{src="media/bus.png" alt="The bus stops by the ramp" caption="The new bus"}',
      '::figure{src="media/bus.png" alt="The bus has a ramp at the side"}\n\nThe bus has a ramp. Ask the driver.',
      '![Gull House](media/bus.png)\n\nGull House. It has a lift.',
    ],
    html: {
      fail: [
        '<p><img src="a.jpg" alt="graphic"></p>',
        '<p><img src="9f0c3a52e1d84b7c" alt="9f0c3a52e1d84b7c"></p>',
        '<p><img src="a.jpg" alt="Graphic showing the six steps"></p>',
        '<p><img src="hall.jpg" alt="Gull House garden"> Gull House garden</p>',
        '<p>Lunch in the Gull House garden</p><p><img src="hall.jpg" alt="Lunch in the Gull House garden"></p>',
        '<p><img src="a.png" alt="Decorative divider"></p>',
        '<p><a href="/fair"><img src="/m/banner-final2.png" alt="banner-final2"></a> Come.</p>',
        '<p><img src="m/summer-fair.png" alt="summer-fair"></p>',
        '<p><img src="divider-blue.png" alt="blue dividing line"></p>',
      ],
      pass: [
        '::figure{src="media/bus.png" alt="Press to open door button on a bus"}',
        '::figure{src="media/bus.png" alt="Copyright notice in the library"}',
        '<p><img src="m/Leigh-on-Sea.jpg" alt="Leigh-on-Sea"> <img src="e-scooter.jpg" alt="e-scooter"></p>',
        '<p><img src="a.jpg" alt="Picture of health: children run on the beach"></p>',
        '<p><img src="a.jpg" alt="Icon of an ear"></p>',
        '<p><img src="a.jpg" alt="Photographers at the prize day"></p>',
        '<p><img src="bus.jpg" alt=""></p>',
        '<p><a href="/find"><svg role="img" aria-label="Find a club"><circle r="4"/></svg></a></p>',
        '<p>Gull House</p><p><img src="hall.jpg" alt="Gull House has a ramp at the front"></p>',
        '<p><img src="tiles.jpg" alt="Decorative tiles made by pupils"></p>',
        '<p><img src="bus-line.png" alt="Stops of the bus from the pier to the hospital"></p>',
      ],
    },
  },
})

function judge(words: string, picture: Picture): Finding | null {
  const { place } = picture
  if (fileName.test(words) || isNameOf(words, picture))
    return { message: `“${words}” is the name of a file, not what the picture tells.`, place, severity: 'error' }
  if (placeholder.test(words) || !/[\p{L}\p{N}]/u.test(words))
    return { message: `“${words}” does not tell what the picture shows.`, place, severity: 'error' }
  if (aside.test(words)) return { message: `“${words}” does not tell what the picture shows.`, place }
  if (ornament.test(words) && (/^(?:an? )?decorative\b/i.test(words) || isNamedAsDecoration(picture)))
    return { message: `“${words}” tells of something that is there for the eye alone. Leave it empty.`, place }
  if (opening.test(words) && !/^(?:an? )?screenshot of [^:]+: \S/i.test(words)) {
    const fix = withoutOpening(words, picture)
    return { message: `“${words}” can start with what the picture shows.`, place, ...(fix ? { fix } : {}) }
  }
  if (words.length > most)
    return { message: 'This text alternative is long. Put the details in the text beside the picture.', place }
  return null
}

/** “summer-fair2” of summer-fair2.png; Leigh-on-Sea and an e-scooter are written so in truth. */
function isNameOf(words: string, { src }: Picture): boolean {
  const name = src.replace(/[?#].*$/, '').replace(/^.*[\\/]|\.[a-z\d]{2,5}$/gi, '')
  return words === name && (/_|-.*\d/.test(words) || /^\p{Ll}{4,}(?:-\p{L}{4,})+$/u.test(words))
}

/** A screen reader says both, one after the other. */
function repeats(words: string, { caption, beside, near, link, place }: Picture): Finding | null {
  const alt = plainly(words)
  const other = [caption, link?.words ?? '', beside, near.before, near.after].find(
    each => alt !== '' && plainly(each) === alt,
  )
  if (other === undefined) return null
  const what = other === caption ? 'caption' : 'words beside it'
  return { message: `The text alternative says the same as the ${what}. Say what the picture shows.`, place }
}

/**
 * The same of a picture between two paragraphs, which is a block by itself. A web page's own HTML has told of it already
 * where the whole paragraph says the same.
 */
function repeatedBeneath({ doc }: CheckedPage): Finding[] {
  return doc.content.flatMap((block, at): Finding[] => {
    const alt = plainly(aloneIn(block))
    // A name by itself may be all that there is to say.
    if (alt.split(' ').length < 4) return []
    const isSaid = [doc.content[at - 1], doc.content[at + 1]].some(
      beside => beside?.type === 'paragraph' && sayIn(beside).includes(alt),
    )
    const message = 'The text alternative says the same as the words beside it. Say what the picture shows.'
    return isSaid ? [{ message, place: { path: block.type === 'figure' ? [at] : [at, 0] } }] : []
  })
}

/** What a picture that is a block by itself is said to show. */
function aloneIn(block: Block): string {
  if (block.type === 'figure') return block.attrs.decorative ? '' : block.attrs.alt
  const [only, ...more] = block.type === 'paragraph' ? (block.content ?? []) : []
  return only?.type === 'image' && more.length === 0 ? only.attrs.alt : ''
}

/** The sentences of a paragraph, each by itself. */
function sayIn(paragraph: Block): string[] {
  const text = textOf(paragraph)
  return sentencesOf(text).map(({ start, end }) => plainly(text.slice(start, end)))
}

/** What comes after “Image of”, where it is the rest of the words and tells something. */
function withoutOpening(words: string, { node, place }: Picture): Fix | null {
  const rest = words.replace(opening, '').trim()
  const alt = rest.charAt(0).toUpperCase() + rest.slice(1)
  if (node === undefined || placeholder.test(rest) || !/\p{L}{2}/u.test(rest)) return null
  return {
    label: `Write “${alt}”`,
    edits: [{ path: place.path, nodes: [{ ...node, attrs: { ...node.attrs, alt } } as Node] }],
  }
}
