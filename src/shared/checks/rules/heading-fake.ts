import { type Block, type Heading, type Inline, type Paragraph, textOf, wordsIn } from '../../content/index.ts'
import { wordsOf as wordsOfElement } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'
import { isShortForm } from '../short-forms.ts'
import { isListed } from '../words/english.ts'

/** The end of a sentence, a quotation, or what is in bold because it matters: a number, a price, a time, an address. */
const isNoHeading =
  /[.!,;]$|^[“"‘'].*[”"’']$|\d{5}|\d{3} ?\d{3}|@|£|\d ?[ap]m\b|\d:\d\d|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bwww\./i

/** A bold line that poses as a heading. WCAG 2.2 SC 1.3.1, failure F2. Fixed as a level 3 heading under a level 2 one. */
export const headingFake = rule({
  id: 'heading-fake',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'It looks like a heading, but nobody can jump to it, and it is not in the page’s contents.',
  on: {
    page: ({ doc, markup }) => {
      const { findings } = fakesIn(doc.content, [], 2)
      // A term that is explained is bold by itself, and says what it is.
      const terms = findings.length === 0 ? [] : (markup?.elements.filter(({ tag }) => tag === 'dt') ?? [])
      if (terms.length === 0) return findings
      const said = new Set(terms.map(({ element }) => wordsOfElement(element)))
      return findings.filter(({ place: { path } }) => !said.has(textOf(doc.content[path[0] ?? 0] ?? doc).trim()))
    },
  },
  examples: {
    fail: [
      '**If the school is too far away**\n\nYour child can stay.',
      '## Moving\n\n**Who to tell**\n\n- the school',
      'WHAT TO BRING\n\nA drink.',
      '**What to bring**\\\nBring a drink, a towel and a coat.',
      '**Eligibility**\\\nYour child must be under the age of 18.',
      '**How to contact us**\n\n[01632 960001](tel:01632960001)',
      ':::details[More]\n**What to bring**\n\nA drink.\n:::',
    ],
    pass: [
      '**Moving because of work?** Ask for help.\n\nMore.',
      '**You must apply by 31 January.**\n\nMore.',
      '## Moving\n\nTell us.',
      'Words.\n\n**Last line**',
      'Words.\n\n&nbsp;\n\nMore.',
      '**Portage team**\n\n[01632 960001](tel:01632960001)',
      '**Gull House**\\\n1 High Street\\\nSouthend-on-Sea',
      '**Zara**\\\nI help with forms and with letters to schools.',
      '**Monday to Friday**\\\n9am to 5pm',
      'LEIGH-ON-SEA\n\nThe library is by the station.',
      'SENDIASS CAMHS\n\nBoth help.',
      '**Ring 01632 960001**\n\nFrom 9am.',
      '**Civic Centre, SS2 6ER**\n\nThe door is at the side.',
      '**“They listened.”**\n\nA parent said so.',
      ':::callout{kind=important}\n**If it cannot wait**\n\nRing 999.\n:::',
    ],
    html: {
      fail: ['<p><b>What to bring</b></p><p>A drink.</p>'],
      pass: [
        '<dl><dt><b>Tribunal</b></dt><dd>The judges who hear an appeal.</dd><dt><strong>Mediation</strong></dt><dd>A talk with somebody who takes no side.</dd></dl>',
      ],
    },
  },
})

type Level = Heading['attrs']['level']

/** What is hidden and shown is a part of the page with headings of its own; a box with a bold first line is one thing. */
function fakesIn(blocks: readonly Block[], above: number[], from: Level): { findings: Finding[]; level: Level } {
  const findings: Finding[] = []
  let level = from
  let under: Level | null = null
  // Where the heading above skips a level itself, no level is surely right.
  let isSkipped = false
  let last = 1
  blocks.forEach((block, index) => {
    const path = [...above, index]
    if (block.type === 'heading' && textOf(block).trim() !== '') {
      level = block.attrs.level >= 2 ? 3 : 2
      under = block.attrs.level
      isSkipped = under > last + 1
      last = Math.min(under, last + 1)
      return
    }
    // Right under a heading it is a part of that one, which would stand alone otherwise.
    const isUnsure = isSkipped && under !== null
    const own = under !== null && under >= level ? deeper(under) : level
    if (block.type !== 'paragraph' || (block.content ?? []).length > 0) under = null
    if (block.type === 'details') {
      const [, ...rest] = block.content
      const inside = fakesIn(rest, path, level)
      // The first child is the words to press, so everything below stands one further on.
      findings.push(...inside.findings.map(finding => shifted(finding, path.length)))
    }
    const leading = block.type === 'paragraph' ? boldFirstLine(block) : null
    if (leading) {
      const { fix, ...finding } = ofFirstLine(leading, path, own)
      findings.push(isUnsure ? finding : { ...finding, ...(fix ? { fix } : {}) })
    }
    if (block.type !== 'paragraph' || leading || !isFake(block, blocks[index + 1])) return
    const text = wordsOf(block)
    const heading: Heading = { type: 'heading', attrs: { level: own }, content: (block.content ?? []).map(withoutBold) }
    findings.push({
      message: `“${text}” is a line that works as a heading.`,
      place: { path },
      ...(isUnsure ? {} : { fix: { label: 'Make it a heading', edits: [{ path, nodes: [heading] }] } }),
    })
  })
  return { findings, level }
}

function shifted({ place, fix, ...rest }: Finding, depth: number): Finding {
  const shift = (path: number[]) => path.map((at, index) => (index === depth ? at + 1 : at))
  const edits = fix?.edits.map(edit => ({ ...edit, path: shift(edit.path) })) ?? []
  return { ...rest, place: { path: shift(place.path) }, ...(fix ? { fix: { ...fix, edits } } : {}) }
}

function deeper(level: Level): Level {
  return Math.min(level + 1, 6) as Level
}

/** A bold line that introduces nothing (a picture, a rule, another bold line) is emphasis, not a heading. */
function isFake(block: Paragraph, next: Block | undefined): boolean {
  const text = wordsOf(block)
  if (
    text === '' ||
    !(isBoldLine(block) || isShoutedLine(block)) ||
    text.split(/\s+/).length > 12 ||
    isNoHeading.test(text)
  )
    return false
  if (!next || next.type === 'heading' || next.type === 'figure' || next.type === 'horizontalRule') return false
  if (next.type !== 'paragraph') return true
  return !(isBoldLine(next) || isShoutedLine(next)) && !(isContact(next) && !asksForContact.test(text))
}

/** “Portage team” over a number to ring is the first line of an address; “How to contact us” is a heading. */
const asksForContact = /\b(?:call|contact|details|email|how|phone|reach|ring|talk|touch|where|who|write)\b/i

function isContact({ content = [] }: Paragraph): boolean {
  const said = content.filter(inline => inline.type !== 'text' || inline.text.trim() !== '')
  const isWay = (inline: Inline) =>
    inline.type === 'text' &&
    inline.marks?.some(mark => mark.type === 'link' && /^(?:tel|mailto|sms):/i.test(mark.attrs.href))
  return said.length > 0 && said.every(isWay)
}

interface FirstLine {
  line: Inline[]
  rest: Inline[]
}

/** A bold line at the top of its own paragraph, with sentences under it: an address or a time is none. */
function boldFirstLine({ content = [] }: Paragraph): FirstLine | null {
  const at = content.findIndex(({ type }) => type === 'hardBreak')
  if (at <= 0) return null
  const [line, rest] = [content.slice(0, at), content.slice(at + 1)]
  const [words, text] = [wordsOf({ type: 'paragraph', content: line }), wordsOf({ type: 'paragraph', content: rest })]
  const isHeading = isBoldLine({ type: 'paragraph', content: line }) && !isNoHeading.test(words)
  const isText = wordsIn(text).length >= 6 && /[.!?]$/.test(text) && !rest.some(({ type }) => type === 'hardBreak')
  // One word is a person's name as often as a heading: “Zara”, and what she does.
  const isName = wordsIn(words).length < 2 && !isListed(words.toLowerCase().replace(/\W+$/u, ''))
  return isHeading && !isName && wordsIn(words).length <= 10 && isText ? { line, rest } : null
}

function ofFirstLine({ line, rest }: FirstLine, path: number[], level: Level): Finding {
  const heading: Heading = { type: 'heading', attrs: { level }, content: line.map(withoutBold) }
  const text = wordsOf({ type: 'paragraph', content: line })
  return {
    message: `“${text}” is a line that works as a heading.`,
    place: { path, start: 0, end: text.length },
    fix: { label: 'Make it a heading', edits: [{ path, nodes: [heading, { type: 'paragraph', content: rest }] }] },
  }
}

function wordsOf(paragraph: Paragraph): string {
  return (paragraph.content ?? [])
    .map(inline => (inline.type === 'text' ? inline.text : ''))
    .join('')
    .trim()
}

function isBoldLine(paragraph: Paragraph): boolean {
  const content = paragraph.content ?? []
  return (
    content.length > 0 &&
    content.every(
      inline =>
        inline.type === 'text' && (inline.text.trim() === '' || inline.marks?.some(mark => mark.type === 'bold')),
    ) &&
    content.every(inline => inline.type !== 'text' || !inline.marks?.some(mark => mark.type === 'link'))
  )
}

/** A line of capitals alone: not a short form, and not a town with its postcode. */
function isShoutedLine(paragraph: Paragraph): boolean {
  const text = wordsOf(paragraph)
  if (text !== text.toUpperCase()) return false
  const words = wordsIn(text).filter(word => !isShortForm(word))
  const isPlain = (paragraph.content ?? []).every(inline => inline.type === 'text' && !inline.marks?.length)
  return isPlain && words.filter(word => /\p{Lu}{4}/u.test(word)).length >= 2
}

function withoutBold(inline: Inline): Inline {
  if (inline.type !== 'text' || !inline.marks) return inline
  const { marks, ...text } = inline
  const others = marks.filter(mark => mark.type !== 'bold')
  return others.length > 0 ? { ...text, marks: others } : text
}
