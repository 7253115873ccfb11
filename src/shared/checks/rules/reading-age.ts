import { rememberedOfText } from '../remembered.ts'
import type { CheckedPage, TextBlock } from '../rule.ts'
import { type Finding, rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { isOthers } from '../words/context.ts'

interface Measure {
  letters: number
  words: number
  sentences: number
}

/** Few sentences say little, so they have to be harder before anything is said. */
const limits: readonly { words: number; grade: number }[] = [
  { words: 60, grade: 16 },
  { words: 25, grade: 20 },
]

/**
 * A section that asks for years of college. The Automated Readability Index (letters in a word, words in a sentence) needs
 * no guess at syllables, which goes wrong with names and terms; names count as short words, because readers know theirs.
 */
export const readingAge = rule({
  id: 'reading-age',
  severity: 'notice',
  wcag: ['3.1.5'],
  why: 'Half of all adults in England read at the level of primary school, and everybody is slower on a hard day.',
  on: { page: page => sectionsOf(page).flatMap(findingOf) },
  examples: {
    fail: [
      'Multidisciplinary assessment incorporates comprehensive consideration of developmental functioning. Practitioners subsequently formulate individualised intervention programmes. Parental participation strengthens implementation of recommendations. Continuous evaluation ensures appropriate modification of therapeutic objectives.',
    ],
    pass: [
      'You can ask for a place at any time of the year. We read what you send us. Then we talk to the school, and to the people who know your child well. We write to you, and tell you why.',
      'Education, health and care needs assessments are for children with special educational needs.',
      '- occupational therapy\n- physiotherapy\n- speech and language therapy\n- educational psychology',
      'Southend-on-Sea Special Educational Needs and Disabilities Information, Advice and Support Service is free. Ask it for help with school. It can come to meetings with you, and it keeps what you say to itself.',
    ],
  },
})

/** The sentences between two headings. Lists, tables and what somebody else said are measured by other means. */
function sectionsOf({ texts }: CheckedPage): TextBlock[][] {
  const sections: TextBlock[][] = [[]]
  for (const block of texts) {
    if (block.node.type === 'heading') sections.push([])
    else if (block.node.type === 'paragraph' && !isOthers(block, { start: 0, end: 0 })) sections.at(-1)?.push(block)
  }
  return sections
}

const measured: (text: string) => Measure = rememberedOfText(text => {
  const sentences = sentencesOf(text).filter(
    ({ start, end, words }) => words.length > 2 && /[.?!][”’"')]*$/.test(text.slice(start, end).trim()),
  )
  const words = sentences.flatMap(each =>
    each.words.map((word, at) => (at > 0 && /^\p{Lu}/u.test(word) ? 5 : word.length)),
  )
  return { sentences: sentences.length, words: words.length, letters: words.reduce((sum, length) => sum + length, 0) }
})

function findingOf(section: readonly TextBlock[]): Finding[] {
  const [first] = section
  const parts = section.map(({ text }) => measured(text))
  const sum = (of: keyof Measure) => parts.reduce((total, part) => total + part[of], 0)
  const words = sum('words')
  const grade = words === 0 ? 0 : (4.71 * sum('letters')) / words + (0.5 * words) / sum('sentences') - 21.43
  const limit = limits.find(each => words >= each.words)
  // One sentence that is too long is another problem.
  if (first === undefined || limit === undefined || grade < limit.grade || sum('sentences') < 3) return []
  return [
    {
      message: `From here to the next heading, words and sentences are those of a book for students (grade ${Math.round(grade)}). Can they be shorter?`,
      place: { path: first.path },
    },
  ]
}
