import { describe, expect, it } from 'vitest'
import {
  behindChange,
  type LinePast,
  lineAgain,
  lineBack,
  lineTyped,
  noPast,
  stretchPause,
} from '../../src/renderer/editor/page/line-past.ts'

/** Types letter by letter, each so many milliseconds after the one before it. */
function type(line: string, past: LinePast, words: string, start: number, each = 100) {
  return [...words].reduce(
    (now, letter, index) => ({
      line: now.line + letter,
      past: lineTyped(now.past, now.line, start + index * each),
    }),
    { line, past },
  )
}

describe('taking back what was typed in the title', () => {
  it('takes back a stretch of typing at once, and not what was typed before a pause', () => {
    const first = type('Travel', noPast, ' to school', 0)
    const second = type(first.line, first.past, ' for all', 900 + stretchPause)
    const back = lineBack(second.past, second.line)
    expect(back?.line).toBe('Travel to school')
    const more = back && lineBack(back.past, back.line)
    expect(more?.line).toBe('Travel')
    expect(more && lineBack(more.past, more.line)).toBeNull()
  })

  it('does it again, until something else is typed', () => {
    const { line, past } = type('Travel', noPast, ' to school', 0)
    const back = lineBack(past, line)
    if (back === null) throw new Error('There was nothing to take back.')
    expect(lineAgain(back.past, back.line)?.line).toBe('Travel to school')
    const other = type(back.line, back.past, ' now', 10)
    expect(lineAgain(other.past, other.line)).toBeNull()
    expect(lineBack(other.past, other.line)?.line).toBe('Travel')
  })

  it.each([
    ['Travel to school', 'Travel', 6],
    ['Travel', 'Travel to school', 16],
    ['Get travel help', 'Get help', 4],
    ['', '', 0],
  ])('puts the cursor behind what differs: “%s” to “%s”', (from, to, at) => {
    expect(behindChange(from, to)).toBe(at)
  })
})
