import { expect, test } from 'vitest'
import { withSystemColours } from '../../src/renderer/editor/preview/forced-colours.ts'

test.each([
  ['1px solid CanvasText', '1px solid #ffffff'],
  ['windowText', '#ffffff'],
  ['Canvas', '#000000'],
  ['2px solid transparent', '2px solid transparent'],
])('“%s” is drawn as “%s”', (written, drawn) => {
  expect(withSystemColours(written)).toBe(drawn)
})
