import { roleOf, said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { rule } from '../rule.ts'

const controls = new Set([
  'a',
  'button',
  'input',
  'select',
  'textarea',
  'summary',
  'label',
  'area',
  'option',
  'body',
  'form',
  'video',
  'audio',
])
const handlers = ['onClick', 'onMouseDown', 'onMouseOver', 'onDblClick']

/** Something to click that no keyboard reaches. WCAG 2.2 SC 2.1.1, failures F54 and F59; 2.4.3 for an order set by hand. */
export const controlFake = rule({
  id: 'control-fake',
  severity: 'warning',
  wcag: ['2.1.1', '2.4.3'],
  why: 'Whoever uses a keyboard or a switch cannot get to it, or gets to everything in an order that nobody sees.',
  on: {
    elements: {
      '*': seen => {
        if (Number(said(seen.element, 'tabIndex')) > 0)
          return { message: 'The order of the keyboard is changed here by hand.', place: seen.place }
        return (
          isClickable(seen) && {
            message: 'This can be clicked, and cannot be reached by keyboard. Make it a link or a button.',
            place: seen.place,
          }
        )
      },
    },
  },
  examples: {
    fail: ['One.\n\n<div onclick="show()">Show the times</div>'],
    pass: ['[Travel](https://example.org/travel)'],
    html: {
      fail: ['<p><span onclick="go()">Apply</span></p>', '<p><a href="/a" tabindex="3">Travel</a></p>'],
      pass: [
        '<p><button onclick="go()">Apply</button></p>',
        '<div role="button" tabindex="0" onclick="go()" onkeydown="go()">Apply</div>',
        '<div tabindex="-1">Apply</div>',
      ],
    },
  },
})

function isClickable({ element, tag }: MarkupElement): boolean {
  if (controls.has(tag) || !handlers.some(name => said(element, name) !== null)) return false
  return !(roleOf(element) !== '' && said(element, 'tabIndex') !== null)
}
