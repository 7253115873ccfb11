import { rule } from '../rule.ts'
import { canBeRung, numbersIn } from '../telephone.ts'
import { isOthers } from '../words/context.ts'

/** A telephone number that nobody can have: a digit too many or too few, or a beginning that is not given out. */
export const telephoneWrong = rule({
  id: 'telephone-wrong',
  severity: 'warning',
  wcag: [],
  source: 'Ofcom: The National Telephone Numbering Plan',
  why: 'Whoever rings it hears that the number does not exist, and does not know whom to ask instead.',
  on: {
    text: block =>
      numbersIn(block.text)
        .filter(number => !canBeRung(number.digits) && !isOthers(block, number))
        .map(({ start, end, written, digits }) => ({
          message: isLength(digits)
            ? `“${written}” has ${digits.length} digits, and a number here has 11. Is one missing, or one too many?`
            : `No telephone number begins as “${written}” does.`,
          place: { path: block.path, start, end },
        })),
  },
  examples: {
    fail: [
      'Ring 01632 96000.',
      'Call us on 01632 9600011.',
      'Text 0770 90012 to join.',
      'Telephone: 04412 555777.',
      'Ring +44 1632 96000.',
      'Have your client number ready, and ring 01632 96000.',
    ],
    pass: [
      'Your client number has eight digits, for example 00003141. Your library card number looks like this: 00412345.',
      'The pupil number is at the top of the letter: 01234567. Your ticket code is 0770 9001.',
      'The ISBN is 978 0 11 999337 0.',
      'Ring 01632 960001, 020 7946 0001, 0300 123 4567 or 07700 900001.',
      'Ring Childline on 0800 1111, or 0800 890 567. Ring 999 or 111.',
      'Quote reference 01632960. The charity number is 01234567, and the sort code 01-02-03.',
      'Ring +44 (0)1632 960001 from abroad.',
      'From 01 09 2026 to 02-03-2027, at £01.50.',
    ],
  },
})

function isLength(digits: string): boolean {
  return /^0[1-3789]/.test(digits) && digits.length !== 11
}
