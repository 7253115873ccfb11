import { wordsIn } from '../../content/index.ts'
import { said, shownStyleOf } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A text with even edges on both sides, or with none. WCAG 2.2 SC 1.4.8. */
export const alignment = rule({
  id: 'alignment',
  severity: 'warning',
  wcag: ['1.4.8'],
  why: 'Uneven gaps between words, or lines that start somewhere else each time, make reading hard for people with dyslexia.',
  on: {
    elements: {
      '*': seen => {
        const message = fault(seen)
        return message !== null && { message, place: seen.place }
      },
    },
  },
  examples: {
    fail: ['One.\n\n<p align="justify">Words.</p>', '<center>\n\nWords.\n\n</center>'],
    pass: ['Words.'],
    html: {
      fail: [
        '<p style="text-align: justify">Words.</p>',
        '<center>Words.</center>',
        `<p align="right">${'Ask us for help with travel. '.repeat(5)}</p>`,
        `<p style="text-align: center">${'Ask us for help with travel. '.repeat(5)}</p>`,
      ],
      pass: [
        '<p style="text-align: left">Words.</p>',
        '<p style="text-align: center">Ask us.</p>',
        '<p style="text-align: right">Page 2 of 3</p>',
        `<p dir="rtl" style="text-align: right">${'يمكنك أن تطلب المساعدة لطفلك. '.repeat(6)}</p>`,
        '<table><tr><th>Cost</th></tr><tr><td align="right">£1</td></tr></table>',
      ],
    },
  },
})

/** So many words in the middle of the page are more than a caption or a greeting. */
const muchInTheMiddle = 20

function fault({ element, tag }: MarkupElement): string | null {
  const align = shownStyleOf(element).get('text-align') ?? (said(element, 'align') ?? '').toLowerCase()
  if (align === 'justify') return 'This text is justified: its edges are even and the gaps in it are not.'
  if (tag === 'center') return 'This is put in the middle of the page by hand.'
  const isText = align === 'center' && !/^(?:table|t[dhr]|tbody|thead|img|caption)$/.test(tag)
  const isLong = wordsIn(wordsOf(element)).length >= muchInTheMiddle
  const isLeftToRight =
    said(element, 'dir') !== 'rtl' && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(wordsOf(element))
  if (align === 'right' && isLong && isLeftToRight && /^(?:p|div|li|section)$/.test(tag))
    return 'This long text is set to the right.'
  return isText && wordsIn(wordsOf(element)).length >= muchInTheMiddle ? 'This long text is centred.' : null
}
