import { rewording } from '../edit-text.ts'
import { type Finding, rule } from '../rule.ts'
import { americanIn } from '../words/american.ts'
import { isOthers, isPartOfAddress, isPartOfName, startsSentence } from '../words/context.ts'
import { tokensOf } from '../words/tokens.ts'

/** American spelling. Names keep theirs: Center Parcs, the World Health Organization. */
export const americanSpelling = rule({
  id: 'american-spelling',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: use UK English spelling',
  why: 'Readers in Britain stumble over it, and screen readers may change their voice.',
  on: {
    text: block =>
      americanIn(block.text).flatMap(({ at, known: british }): Finding[] => {
        const { start = 0, end = 0 } = tokensOf(block.text)[at] ?? {}
        if (isPartOfAddress(block.text, { start, end })) return []
        const written = block.text.slice(start, end)
        const isName =
          /^\p{Lu}/u.test(written) && (!startsSentence(block.text, start) || isPartOfName(block.text, { start, end }))
        if (isName || isOthers(block, { start, end })) return []
        const words = /^\p{Lu}/u.test(written) ? british.charAt(0).toUpperCase() + british.slice(1) : british
        const place = { path: block.path, start, end }
        const message = `“${written}” is American spelling: in Britain it is “${words}”.`
        return [{ message, place, fix: rewording(`Write “${words}”`, block, start, end, words) }]
      }),
  },
  examples: {
    fail: [
      'We organize trips.',
      'Ask at the center.',
      'Behavior is communication. Color the picture.',
      'See the pediatrician.',
    ],
    pass: [
      'We organise trips to Center Parcs.',
      'The World Health Organization advises it. Center Parcs has a discount.',
      'Write to color@example.org. The size of the prize was a surprise.',
      'Her letter said “behavior”.',
    ],
  },
})
