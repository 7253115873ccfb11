/** Where the front matter of a file stands and where its body starts. Offsets are in UTF-16 units of the whole text. */
export interface SplitText {
  /** What stands between the two lines of dashes, or null where there are none. */
  yaml: string | null
  yamlOffset: number
  body: string
  bodyOffset: number
  /** The line, from 1, on which the body starts. */
  bodyLine: number
  /** The front matter starts and does not end. */
  unclosed: boolean
}

const opening = /^\ufeff?---[\t ]*(?:\r?\n|$)/
const closing = /^---[\t ]*(?:\r?\n|$)/gm

export function splitText(text: string): SplitText {
  const start = opening.exec(text)?.[0].length
  const whole: SplitText = { yaml: null, yamlOffset: 0, body: text, bodyOffset: 0, bodyLine: 1, unclosed: false }
  if (start === undefined) return whole
  closing.lastIndex = start
  const end = closing.exec(text)
  if (!end) return { ...whole, unclosed: true }
  const bodyOffset = end.index + end[0].length
  return {
    yaml: text.slice(start, end.index),
    yamlOffset: start,
    body: text.slice(bodyOffset),
    bodyOffset,
    bodyLine: text.slice(0, bodyOffset).split('\n').length,
    unclosed: false,
  }
}
