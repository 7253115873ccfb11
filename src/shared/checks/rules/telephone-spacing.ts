import { rewording } from '../edit-text.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { canBeRung, isGrouped, type NumberSaid, numbersIn, spaced } from '../telephone.ts'
import { isOthers } from '../words/context.ts'

/** A telephone number without spaces, with hyphens, or broken where nobody breaks it. */
export const telephoneSpacing = rule({
  id: 'telephone-spacing',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: telephone numbers have spaces between the area, the exchange and the rest',
  why: 'People read a number in groups and keep one in mind while they type it; a long row of digits is mistyped.',
  on: {
    text: block =>
      // Contact details are shown by the site in its own way.
      block.elsewhere === undefined
        ? numbersIn(block.text)
            .filter(number => canBeRung(number.digits) && !isGrouped(number.written) && !isOthers(block, number))
            .map(number => findingOf(block, number))
        : null,
  },
  examples: {
    fail: [
      'Tel: 01632960001',
      'Ring 016 3296 0001 after nine.',
      'Call 0300-123-45-67 or 0800-123-4567.',
      'Ring (01632)960001.',
      'Ring 0207 946 0001.',
      'Text 07 700 900 001.',
    ],
    pass: [
      'Ring 01632 960001, 01632 960 001 or (01632) 960001.',
      'Ring 020 7946 0001, 0300 123 4567, 0808 800 22 22 or 0800 1111.',
      'Text 07700 900001, 07700 900 001 or 0770 090 0001.',
      'From abroad ring +44 1632 960001 or +44 (0)20 7946 0001.',
      'Quote 01632960001 in your letter.',
    ],
  },
})

function findingOf(block: TextBlock, { start, end, written, digits }: NumberSaid): Finding {
  const place = { path: block.path, start, end }
  const right = spaced(digits)
  if (right === null) return { message: `“${written}” is hard to read. Put spaces between its parts.`, place }
  const message = `“${written}” is hard to read and to type. Write “${right}”.`
  return { message, place, fix: rewording(`Write “${right}”`, block, start, end, right) }
}
