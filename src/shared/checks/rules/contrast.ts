import { said, shownStyleOf } from '../markup/attributes.ts'
import { contrastOf, opacityOf, shownAs } from '../markup/colours.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { rule } from '../rule.ts'

/** Words that hardly stand out from what is behind them. WCAG 2.2 SC 1.4.3. */
export const contrast = rule({
  id: 'contrast',
  severity: 'warning',
  wcag: ['1.4.3'],
  why: 'People with low vision, and anybody outdoors with a phone, cannot read words that are nearly as light as the page.',
  on: {
    elements: {
      '*': seen => {
        if (!setsColour(seen) || !hasOwnWords(seen)) return null
        const shown = shownAs([...seen.around.toReversed(), seen.element])
        const { ratio, least } = shown ? contrastOf(shown) : { ratio: 21, least: 0 }
        return (
          ratio < least && {
            message: `These words stand out by ${ratio.toFixed(1)} to 1, and ${least} to 1 is the least that can be read.`,
            place: seen.place,
          }
        )
      },
    },
  },
  examples: {
    fail: ['Some <font color="yellow">yellow</font> words.'],
    pass: ['Some words.'],
    html: {
      fail: [
        '<p style="color: #999">Words.</p>',
        '<p style="color: rgba(0, 0, 0, 0.4)">Words.</p>',
        '<p style="color: #333; opacity: 0.3">Words.</p>',
        '<p style="opacity: 40%">Words.</p>',
        '<div style="opacity: 0.4"><p style="color: #333">Words.</p></div>',
        '<p style="background-color: #ffcc00; color: #fff">Words.</p>',
        '<div style="background: #1d70b8"><p>Words.</p><p style="color: #003078">Words.</p></div>',
      ],
      pass: [
        '<p style="color: #1d70b8">Words.</p>',
        '<p style="color: #949494; font-size: 24px">Words.</p>',
        '<div style="background: #00703c; color: white">Words.</div>',
        '<p style="opacity: 0.8">Words.</p><p style="opacity: 0">Words that a script shows.</p>',
        '<div style="background: #003078; opacity: 0.9"><p style="color: #fff">Words.</p></div>',
        '<p style="background-image: url(dark.jpg); color: #fff">Words.</p>',
        '<p style="color: rgba(0, 0, 0, 0.7)">Words.</p>',
        '<button disabled style="color: #999">Words.</button>',
      ],
    },
  },
})

/** It, or what it stands in, says a colour; and it is not switched off. */
function setsColour({ element, around }: MarkupElement): boolean {
  const all = [element, ...around]
  if (all.some(each => said(each, 'disabled') !== null || said(each, 'ariaDisabled') === 'true')) return false
  // What nobody sees yet is shown by a script.
  if (all.some(each => opacityOf(each) === 0)) return false
  return all.some(each => {
    const style = shownStyleOf(each)
    return (
      style.has('color') ||
      opacityOf(each) < 1 ||
      style.has('background-color') ||
      style.has('background') ||
      said(each, 'bgColor') !== null ||
      said(each, 'color') !== null
    )
  })
}

/** The colour of a link is the site's. */
function hasOwnWords({ element, around }: MarkupElement): boolean {
  const isLink = element.tagName === 'a' || around.some(({ tagName }) => tagName === 'a')
  if (isLink && ![element, ...around.slice(0, 2)].some(each => shownStyleOf(each).has('color'))) return false
  return element.children.some(child => child.type === 'text' && /[\p{L}\p{N}]/u.test(child.value))
}
