import type { Point, Position } from 'unist'

export interface Line {
  text: string
  /** From 1. */
  number: number
  /** Where it starts in the whole text, in UTF-16 units. */
  offset: number
}

export function linesOf(text: string): Line[] {
  let offset = 0
  return text.split('\n').map((line, index) => {
    const at = offset
    offset += line.length + 1
    return { text: line, number: index + 1, offset: at }
  })
}

function point({ number, offset }: Line, column: number): Point {
  return { line: number, column: column + 1, offset: offset + column }
}

/** From one character of a line to before another, counted from 0. */
export function span(line: Line, start: number, end: number): Position {
  return { start: point(line, start), end: point(line, end) }
}

/** From the start of one line to the end of another. */
export function spanOf(first: Line, last: Line): Position {
  return { start: point(first, 0), end: point(last, last.text.length) }
}
