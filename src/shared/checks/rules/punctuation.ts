import { textOf } from '../../content/index.ts'
import { inlinesOf, rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isMarked, isOthers } from '../words/context.ts'

/** A mark twice, or two that exclude each other. Three dots are one mark, and “../” is a path. */
const doubled =
  /(?<![.\p{N}/\\])\.\.(?![./\\])|,{2,}|;{2,}|(?<![:\p{N}]):{2}(?!:)|!{2,}|\?{2}(?!\?)|,\.(?!\p{N})|\.,(?<!\b(?:etc|e\.g|i\.e|ltd|co|inc|no|st|dr|mr|mrs|[ap]\.m|\p{Lu})\.,)|[;:],|,[;:]|(?<=\p{L}) (?:[,;](?=[ \p{L}])|[.!?](?= \p{Lu}|$))/giu

/** A full stop or a comma with a word right after it; “Node.js” and “Booking.Com” are names, so only words that begin what is said are. */
const joined = /(?<=\p{Ll}{2}|[\])\d])(?:[.?!](?=\p{Lu})|,(?=\p{Ll}))/gu
/** “1.Ring us” is the first of a list that somebody typed. */
const listNumber = /(?:^|\n)[ \t(]*\d[\d.]*$/
const beginning =
  /^(?:a|all|an|and|any|are|as|ask|at|because|bring|but|by|call|can|children|come|do|each|email|every|everyone|families|for|from|he|her|his|how|if|in|is|it|its|many|most|my|no|not|on|once|one|or|our|parents|please|pupils|ring|schools|see|she|so|some|staff|tell|that|the|their|then|there|these|they|this|those|to|we|what|when|where|which|while|who|with|you|your)(?:['’](?:ll|re|s|ve))?[ \u00a0]+(?=[\p{Ll}\d£])/iu
/** Brackets that stand alone: “a)” or “2)” before an entry, and a face. */
const marker = /(?:^|[\s(])(?:\d{1,3}|\p{L}|[ivx]{1,4})$/iu
const face = /(?:^|\s)[:;=][-'’^]?$/

/** Punctuation that was typed twice, or left out. */
export const punctuation = rule({
  id: 'punctuation',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: no exclamation marks; proofreading',
  why: 'It looks careless, and some screen readers say every mark.',
  on: {
    text: block =>
      block.elsewhere === 'website' || block.elsewhere === 'email'
        ? null
        : [...tooMany(block), ...(isWhole(block) ? [...withoutSpace(block), ...openBrackets(block)] : [])],
  },
  examples: {
    fail: [
      'Ask the school,, then us.',
      'Come along!!',
      'Ring us..',
      'Is it free?? Yes.',
      'Bring a drink,.',
      'Bring a drink , a hat and a towel .',
      'Bring a drink ,and a hat.',
      'Ring us.We answer on weekdays.',
      'Is it free?You can ask.',
      'Bring a drink,a hat and a coat.',
      'Bring a drink (not a fizzy one and a snack.',
      'Ring us (or write)). Or come in).',
      '[Travel form (PDF, 2 KB](media/form.pdf)',
      'The judge said that \\[the child needs help.',
      'Lunch is at 12.Bring a drink. We finish at 3,then go home.',
    ],
    pass: [
      'She wrote: “I love it!!” They shouted “What??”',
      'It is for juniors (ages 5 to 8), seniors (see step 18) and others (as on page 8: see there).',
      'Choose a) paint or b) clay (or both).\\\n1) Ring. (2) Wait. :-) We look at (i) and (ii).',
      'Type `(` or write “(sic”, or use signs (as in `)*` and `)`). See Booking.Com or www.Mind.The.Gap.org.uk. Use Node.Js,and.so.on.',
      'Ring us.\\\nWe answer (on most days).',
      '1.Ring us first.\\\n2.Write to us. See 2.A and 3.B, or \\[the map\\]. Use `a[0` and `b]`.',
      'Wait... then ring. Open 9.30am, or 10 a.m., and so on.',
      'Write “,” and go on. The file is in ../forms. Use `a::b`.',
      'Yahoo! helps. It costs 1,000. Is it free? Yes!',
      'Ask Smith & Co., the firm. In 1990... and 2.5.',
    ],
  },
})

function tooMany(block: TextBlock): Finding[] {
  return matchesIn(block.text, doubled).flatMap((match): Finding[] => {
    const start = match.index
    const end = start + match[0].length
    if (isOthers(block, { start, end })) return []
    const one = match[0].trim().charAt(0)
    const isSpaced = match[0].startsWith(' ')
    const isClose = isSpaced && /^\p{L}/u.test(block.text.slice(end))
    return [
      {
        message: isSpaced ? `No space stands before “${one}”.` : `“${match[0]}” is one mark too many.`,
        place: { path: block.path, start, end },
        fix: rewording(`Write “${one}”`, block, start, end, isClose ? `${one} ` : one),
      },
    ]
  })
}

/** All that a reader sees of it is in its text: no picture and nothing that was kept as it was stands in between. */
function isWhole({ node, spot, elsewhere }: TextBlock): boolean {
  if (spot !== undefined || node.type === 'codeBlock') return false
  return elsewhere !== undefined || inlinesOf(node).every(inline => textOf(inline) !== '')
}

function withoutSpace(block: TextBlock): Finding[] {
  return matchesIn(block.text, joined).flatMap(({ 0: mark, index: start }): Finding[] => {
    const end = start + mark.length
    const [before = ''] = /\S*$/.exec(block.text.slice(0, start)) ?? []
    const [after] = /^\S*/.exec(block.text.slice(end)) ?? ['']
    // “2.A” is a part of something too.
    const isListed =
      listNumber.test(block.text.slice(Math.max(0, start - 20), start)) || (/\d$/.test(before) && after === 'A')
    const isName = isListed || /[@/\\_.]/.test(before) || /[@/\\_]|\.\p{L}/u.test(after)
    if (isName || !beginning.test(block.text.slice(end))) return []
    if (isOthers(block, { start, end })) return []
    const place = { path: block.path, start, end }
    const fix = rewording(`Write “${mark} ${after}”`, block, start, end, `${mark} `)
    return [{ message: `A space is missing after “${mark}”, before “${after}”.`, place, fix }]
  })
}

/** Of one text: the first of them tell what is wrong with the others. */
const mostBrackets = 3

/** A bracket that nothing closes, or that nothing opened. */
function openBrackets(block: TextBlock): Finding[] {
  const { text, path } = block
  const open = text.includes('(') || text.includes(')') ? unmatched(block, '(', /[()]/g) : []
  const square = text.includes('[') || text.includes(']') ? unmatched(block, '[', /[[\]]/g) : []
  return [...open, ...square].flatMap(({ start, isOpen }): Finding[] => {
    const at = { start, end: start + 1 }
    if (isOthers(block, at)) return []
    const message = isOpen ? 'This bracket is never closed.' : 'This bracket was never opened.'
    return [{ message, place: { path, ...at } }]
  })
}

function unmatched(block: TextBlock, opening: string, pattern: RegExp): { start: number; isOpen: boolean }[] {
  const { text } = block
  const open: number[] = []
  const loose: number[] = []
  const isCode = (start: number) => isMarked(block, { start, end: start + 1 }, ['code'])
  const hasCode = inlinesOf(block.node).some(
    inline => 'marks' in inline && inline.marks?.some(({ type }) => type === 'code'),
  )
  for (const { 0: bracket, index } of matchesIn(text, pattern)) {
    const before = text.slice(Math.max(0, index - 6), index)
    if (face.test(before) || (hasCode && isCode(index))) continue
    if (bracket === opening) open.push(index)
    else if (open.length > 0) open.pop()
    else if (!marker.test(before)) loose.push(index)
  }
  return [
    ...open.slice(0, mostBrackets).map(start => ({ start, isOpen: true })),
    ...loose.slice(0, mostBrackets).map(start => ({ start, isOpen: false })),
  ]
}
