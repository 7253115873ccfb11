import type { Block, Inline, ListItem, Paragraph } from '../content/index.ts'
import type { Finding } from './rule.ts'

/** What people type where a list should be: a dash, a dot, a tick, a number, and a space. */
const mark =
  /^(?:[-–—*•·▪‣◦●○■□►➢→✓✔✅⁃‐−∙◆◇❖★☆☐☑✦✳⚫\uf0a7\uf0b7\uf0d8\uf0fc]\ufe0f?\s+|--\s+|[§Øü~+]\s+(?=\p{L})|[-–—*•·](?=\p{L})|o\s+(?=\p{Ll})|[>›»⇒➔➜]\s+(?=\p{L})|(?:Step|STEP) \d{1,2}[:.)–-]?\s+|(?:Choice|Option|Point|Reason|Rule|Tip) (?:\d{1,2}|[A-H])(?:[:.)]| [–-])\s+|\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4}|[IVX]{1,4})[.)]\s+|\d{1,2}(?:st|nd|rd|th)?(?::| [–-])\s+(?=\p{L})|\d{1,2}\s+(?=\p{Lu}\p{Ll})|\p{Extended_Pictographic}\ufe0f?\s+(?=\p{L})|[([]?\d{1,2}[/\]}]\s+(?=\p{L})|\d{1,2}\.(?=\p{Lu}\p{L})|[a-h]\/\s+(?=\p{L})|(?:Step |STEP )?(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX)[.):]\s+|(?:First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth(?:ly)?|Fifth(?:ly)?|Finally|Lastly)(?::| [–-])\s+|(?:Step|STEP) (?:one|two|three|four|five|six)[:.)–-]?\s+)/u

/** One line of a paragraph, or all of it where it has only one. */
interface Line {
  /** The paragraph's place among the blocks, and the line's in it. */
  at: number
  line: number
  content: Inline[]
  text: string
  /** The picture that stands before its words, where one does. */
  picture: string | null
}

/** Every run of two or more lines that start like items; `path` is that of what holds the blocks. */
export function typedListsIn(blocks: readonly Block[], path: readonly number[]): Finding[] {
  const findings: Finding[] = []
  const lines = blocks.flatMap((block, at) => (block.type === 'paragraph' ? linesOf(block, at) : [null]))
  let run: Line[] = []
  for (const line of [...lines, null]) {
    const before = run.at(-1)
    // One picture again and again is the dot of a list.
    if (before?.picture != null && before.picture !== line?.picture) {
      if (isList(run)) findings.push(findingOf(run, blocks, path))
      run = []
    }
    if (line && (mark.test(line.text) || line.picture !== null)) {
      run.push(line)
      continue
    }
    if (isList(run)) findings.push(findingOf(run, blocks, path))
    run = []
  }
  return findings
}

/** What could as well be somebody’s name or a span of ages is a list where it counts on: “A.”, “B.”; “1:”, “2:”. */
const counted = /^\(?(?:([A-H])|([IVX]{1,4}))[.)]\s+|^(\d{1,2})(?:(?:st|nd|rd|th)?(?::| [–-]))?\s+/
/** A number alone is that of a house or of a year group as often. */
const bare = /^\d{1,2}\s/
const isStreet = /\b(?:Avenue|Close|Court|Crescent|Drive|Gardens|Hill|Lane|Place|Road|Square|Street|Terrace|Way)\b/
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const pictograph = /^\p{Extended_Pictographic}/u
const maybeName = /^[A-H]\.\s+(?!(?:A|An|At|By|If|In|It|On|The|This|To|Use|We|You|Your)\b)\p{Lu}/u

function isList(run: readonly Line[]): boolean {
  if (run.length < 2) return false
  // One sign again and again is a dot; signs that differ are pictures of what stands beside them.
  const [dots, ...more] = new Set(run.map(({ text }) => pictograph.exec(text)?.[0]))
  if (more.length > 0) return false
  if (dots !== undefined) return true
  const signs = run.map(({ text }) => counted.exec(text))
  if (signs.every(sign => sign === null)) return true
  const countsOn = signs.every((sign, index) => {
    const [, letter, numeral, number] = sign ?? []
    return letter === 'ABCDEFGH'[index] || numeral === roman[index] || Number(number) === index + 1
  })
  if (countsOn && run.every(({ text }) => bare.test(text)))
    return run.length > 2 && run.every(({ text }) => !isStreet.test(text))
  return countsOn && (run.length > 2 || !run.every(({ text }) => maybeName.test(text)))
}

function linesOf(paragraph: Paragraph, at: number): Line[] {
  const lines: Inline[][] = [[]]
  for (const inline of paragraph.content ?? []) {
    if (inline.type === 'hardBreak') lines.push([])
    else {
      const [first, ...more] = apart(inline, lines.at(-1)?.[0] ?? inline)
      lines.at(-1)?.push(first)
      lines.push(...more.map(each => [each]))
    }
  }
  return lines.map((content, line) => {
    const [first, second] = content
    const text = first?.type === 'text' ? first.text : ''
    const isDot = first?.type === 'image' && second?.type === 'text' && second.text.trim() !== ''
    return { at, line, content, text, picture: isDot ? first.attrs.src : null }
  })
}

const sign = /^([•·▪‣◦●○■□►➢→✓✔✅]\ufe0f?)\s/u
const letterOrNumber = /^\(?(?:\d{1,2}|[a-h])[.)]\s/

/** “Bring: - a drink - a towel”: what comes after the colon starts with a sign, and is not the only one. */
const afterColon = /^(.*?:)\s+([-–—*•·])\s(.+)$/su

/** “Bring: 1. a drink 2. a towel 3. a hat”: three or more, so that it is no reference. */
const afterColonInNumbers = /^(.*?:)\s+(\(?1[.)]\s.+)$/su

/** Lines that Markdown and HTML join, because nobody broke them: each of them starts with the sign of the first. */
function apart(inline: Inline, first: Inline): [Inline, ...Inline[]] {
  if (inline.type !== 'text' || first.type !== 'text') return [inline]
  const [, told = '', dash = '', rest = ''] = (inline === first && afterColon.exec(inline.text)) || []
  const items = dash === '' ? [] : rest.split(` ${dash} `)
  if (items.length > 1) {
    return [{ ...inline, text: told }, ...items.map(text => ({ ...inline, text: `${dash} ${text}` }))]
  }
  const dashed = inline === first ? (dashes.exec(inline.text)?.[1] ?? '') : ''
  const [opening = '', ...others] = dashed === '' ? [] : inline.text.split(` ${dashed} `)
  if (others.length > 1) {
    return [{ ...inline, text: opening }, ...others.map(text => ({ ...inline, text: `${dashed} ${text}` }))]
  }
  const [, lead = '', steps = ''] = (inline === first && afterColonInNumbers.exec(inline.text)) || []
  const numbered = steps === '' ? [] : inSequence(steps, letterOrNumber.exec(steps)?.[0].trim() ?? '')
  // “1. ask, 2. wait and 3. answer” is a sentence.
  const isSentence = numbered.slice(0, -1).every(text => /(?:,|;| and| or)$/.test(text.trim()))
  if (numbered.length > 2 && !isSentence)
    return [{ ...inline, text: lead }, ...numbered.map(text => ({ ...inline, text }))]
  const starts =
    sign.exec(first.text)?.[1] ?? (inline === first ? letterOrNumber.exec(first.text)?.[0].trim() : undefined)
  if (starts === undefined) return [inline]
  const [start, ...more] = sign.test(first.text) ? inline.text.split(` ${starts} `) : inSequence(inline.text, starts)
  const before = sign.test(first.text) ? `${starts} ` : ''
  const texts = more.map(text => ({ ...inline, text: before + text }))
  return [{ ...inline, text: start ?? '' }, ...texts].filter(({ text }) => text !== '') as [Inline, ...Inline[]]
}

/** Lines that start with a dash: three of them, so that they are no aside between two. */
const dashes = /^([-–—]) (?=\p{L})/u

/** `a) one b) two` in its parts. */
function inSequence(text: string, starts: string): string[] {
  const next = starts.replace(/\d+|[a-h]/, said =>
    /\d/.test(said) ? String(Number(said) + 1) : String.fromCharCode(said.charCodeAt(0) + 1),
  )
  const at = text.indexOf(` ${next} `)
  return at < 0 ? [text] : [text.slice(0, at), ...inSequence(text.slice(at + 1), next)]
}

const isSaid =
  /^(?:STEP|[Ss]tep|Choice|Option|Point|Reason|Rule|Tip)\b|^\(?[A-HIVX]+[.)]|^\d{1,2}(?:st|nd|rd|th)\b|^\p{Lu}\p{L}+/u

function findingOf(run: readonly Line[], blocks: readonly Block[], path: readonly number[]): Finding {
  const [first, last] = [run[0], run.at(-1)]
  const [from, to] = [first?.at ?? 0, last?.at ?? 0]
  const isNumbered = run.every(({ text }) => /^\(?\d/.test(text))
  const before = paragraphOf(blocks[from], from, line => line < (first?.line ?? 0))
  const after = paragraphOf(blocks[to], to, line => line > (last?.line ?? 0))
  // “Step” is a word, and other words may lead back to “B” or “2nd”: no fix takes them away.
  if (run.some(({ text }) => isSaid.test(text))) {
    return { message: 'These lines are a list typed by hand.', place: { path: [...path, from] } }
  }
  // Later blocks go first, so that the paths of the earlier ones still hold.
  const removed = Array.from({ length: to - from }, (_, offset) => ({ path: [...path, to - offset], nodes: [] }))
  return {
    message: 'These lines are a list typed by hand.',
    place: { path: [...path, from] },
    fix: {
      label: isNumbered ? 'Make it a numbered list' : 'Make it a list',
      edits: [...removed, { path: [...path, from], nodes: [...before, listOf(run, isNumbered), ...after] }],
    },
  }
}

function listOf(run: readonly Line[], isNumbered: boolean): Block {
  const content = run.map(
    ({ content: line }): ListItem => ({ type: 'listItem', content: [{ type: 'paragraph', content: unmarked(line) }] }),
  )
  if (!isNumbered) return { type: 'bulletList', content }
  const start = Number(/\d+/.exec(run[0]?.text ?? '')?.[0] ?? 1)
  return { type: 'orderedList', attrs: { start }, content }
}

/** The lines of a paragraph that are no items stay a paragraph of their own. */
function paragraphOf(block: Block | undefined, at: number, isKept: (line: number) => boolean): Paragraph[] {
  const lines = block?.type === 'paragraph' ? linesOf(block, at).filter(({ line }) => isKept(line)) : []
  const content = lines.flatMap(({ content: line }, index): Inline[] =>
    index === 0 ? line : [{ type: 'hardBreak' }, ...line],
  )
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}

function unmarked([first, ...rest]: readonly Inline[]): Inline[] {
  if (first?.type === 'image') return unmarked(rest)
  if (first?.type !== 'text') return first ? [first, ...rest] : rest
  const text = first.text.replace(mark, '')
  return text === '' ? rest : [{ ...first, text }, ...rest]
}
