import { rewording, takingOut } from '../edit-text.ts'
import { fits, matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isMarked } from '../words/context.ts'
import { isListed } from '../words/english.ts'

const lines =
  /(?<![\p{L}\p{N}/:.])(?:[-–—=_*~#+<>^•·°|\\/][ ]?){5,}(?![\p{L}\p{N}/])|\.{6,}|(?<![\p{L}\p{N}])(?:~{3,}|={3,}|\*{3,}|\+{3,})(?![\p{L}\p{N}])|[─-╿▀-▟]{2,}|(?:[~*-]=|=[~*-]){2,}/gu
/** Signs that a drawing has two of, or a face one of. */
const mayDraw = /[-–—=_*~#+<>^•·°|\\/.][ ]?[-–—=_*~#+<>^•·°|\\/.]|[─-╿▀-▟]|[:;=¯^]|<3|xd/i
/** A word whose letters are set apart; the alphabet and marks at school have their letters in a row. */
const apart = /(?<![\p{L}\p{N}'’]|(?<![\p{L}\p{N}])\p{L} )\p{L}(?: \p{L}){4,}(?![\p{L}\p{N}]| \p{L}(?:\P{L}|$))/gu
/** A word of four such letters, where it is one. */
const shortApart =
  /(?<![\p{L}\p{N}'’]|(?<![\p{L}\p{N}])\p{Lu} )\p{Lu}(?: \p{Lu}){3}(?![\p{L}\p{N}]| \p{L}(?:\P{L}|$))/gu
/** Where there is not even this, no word is set apart. */
const mayBeApart = /(?<!\p{L})\p{L} \p{L} \p{L} \p{L}(?!\p{L})/u
const taught = /\b(?:alphabet|grades?|letters|phonics|sounds|spell|spelled|spelling|spells|spelt)\b/i
const arrows = /(?:^|\s)(?:<?[-=]{1,3}>{1,2}|<{1,2}[-=]{1,3}|>>>+|<<<+|~>)(?=\s|$)/g
const faces = /(?:^|\s)(?:[:;=][-'’^o]?[)(DPp*|\\/]|[:;]-?\]|<3|\^_\^|\(>_<\)|¯\\?_\(ツ\)_\/¯|[xX]D)(?=[\s.,!?]|$)/g

/** Pictures and lines that are made of characters. WCAG 2.2 SC 1.1.1; technique H86, failure F72. */
export const drawnCharacters = rule({
  id: 'drawn-characters',
  severity: 'warning',
  wcag: ['1.1.1'],
  why: 'A screen reader reads each character by its name: “hyphen hyphen hyphen greater than”.',
  on: {
    text: block =>
      block.node.type === 'codeBlock'
        ? null
        : [
            ...(mayDraw.test(block.text) ? [lines, arrows, faces].flatMap(pattern => found(block, pattern)) : []),
            ...lettersApart(block),
          ],
    nodes: {
      codeBlock: ({ content = [] }, path) =>
        isDrawing(content.map(({ text }) => text).join('')) && {
          message: 'This is a picture that is drawn with characters. Use a picture, and say in words what it shows.',
          place: { path },
        },
    },
  },
  examples: {
    fail: [
      '\\*\\*\\*\\*\\*\\*\\* Closed \\*\\*\\*\\*\\*\\*\\*',
      '\\~\\~\\~ Summer fun \\~\\~\\~',
      'Ask \\-\\-> wait \\-\\-> hear',
      'Come and play :-)',
      'W E L C O M E to the club',
      'C l o s e d on Monday',
      'You are W E L C O M E here.',
      'The fair is F R E E for carers.',
      '+++ New times +++',
      'Name \\_\\_\\_\\_\\_\\_\\_\\_',
      '```\n /\\_/\\\n( o.o )\n > ^ <\n```',
    ],
    pass: [
      'Monday – Friday, 9am - 5pm - and later.',
      'See https://example.org/a------b for more.',
      'Home > Travel > Bus',
      'Type `-->` or `:-)` at the end.',
      'The letters are s a t p i n. Ages 5+ and 11+.',
      'Sing A B C D E F G. Grades A B C D E count. The first sounds are S A T P I N. Plan A B or C.',
      'Groups A D F R meet on Monday. To spell it, she wrote F R E E. Vitamins A C D E help.',
      'Ages 5+ (or 16-19): ring us (free).',
      '- one\n- two\n\n---\n\nMore.',
      '```\nconst a = [1, 2];\nif (a) { b(); }\n```',
      'Ask for form A/B/C; or D (see 8).',
    ],
  },
})

/** Several lines with more signs than letters, none of which is a program's. */
function isDrawing(text: string): boolean {
  const rows = text.split('\n').filter(row => row.trim() !== '')
  const signs = text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return rows.length > 1 && signs > 8 && signs > letters * 2 && !/[{};]\s*$/m.test(text)
}

function lettersApart(block: TextBlock): Finding[] {
  const { text, path } = block
  if (!fits(text, mayBeApart)) return []
  const short = matchesIn(text, shortApart).filter(([written]) => isListed(written.replaceAll(' ', '').toLowerCase()))
  return [...matchesIn(text, apart), ...short].flatMap(({ 0: written, index: start }): Finding[] => {
    const letters = written.replaceAll(' ', '').toLowerCase()
    // The alphabet in its order, or the sounds that children learn first.
    if (letters === [...letters].toSorted().join('') || taught.test(text)) return []
    const end = start + written.length
    const word = `${written.charAt(0)}${letters.slice(1)}`
    const message = `“${written}” is read letter by letter. Write it as a word.`
    return [{ message, place: { path, start, end }, fix: rewording(`Write “${word}”`, block, start, end, word) }]
  })
}

/** A line or a border; underscores and dots may be a place to fill in. */
const border = /^(?:[-–—=*~#^•·─-╿▀-▟] ?)+$/

function found(block: TextBlock, pattern: RegExp): Finding[] {
  const { text, path } = block
  return matchesIn(text, pattern).flatMap((match): Finding[] => {
    const drawn = match[0].trim()
    const start = match.index + match[0].indexOf(drawn)
    const end = start + drawn.length
    if (isMarked(block, { start, end }, ['code'])) return []
    const short = drawn.length > 12 ? `${drawn.slice(0, 12)}…` : drawn
    const message = `“${short}” is drawn with characters. Say it in words, or leave it out.`
    const fix = border.test(drawn) ? takingOut('Take it out', block, start, end) : null
    return [{ message, place: { path, start, end }, ...(fix ? { fix } : {}) }]
  })
}
