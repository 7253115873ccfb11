import { easeOfText, gradeOf, isMeasured, togetherAsOne } from '../reading-ease.ts'
import type { CheckedPage, TextBlock } from '../rule.ts'
import { type Finding, rule } from '../rule.ts'

/** All of a page, where no part of it stands out: it is to be read by more people than any of its parts. */
const ofPage = { words: 150, grade: 14 }

/** Few sentences say little, so they have to be harder before anything is said. */
const limits: readonly { words: number; grade: number }[] = [
  { words: 60, grade: 16 },
  { words: 25, grade: 20 },
  { words: 12, grade: 27 },
]

/** A section that asks for years of college. */
export const readingAge = rule({
  id: 'reading-age',
  severity: 'notice',
  wcag: ['3.1.5'],
  why: 'Half of all adults in England read at the level of primary school, and everybody is slower on a hard day.',
  on: {
    page: page => {
      const sections = sectionsOf(page)
      const hard = sections.flatMap(findingOf)
      return hard.length > 0 ? hard : ofWholePage(sections.flat())
    },
  },
  examples: {
    fail: [
      'Interdisciplinary practitioners undertake comprehensive evaluations. Differentiated interventions subsequently facilitate measurable developmental progression.',
      `${'## Assessment\n\nPractitioners undertake multidisciplinary consultation. Recommendations accompany individualised programmes. '.repeat(18)}`,
      'Multidisciplinary assessment incorporates comprehensive consideration of developmental functioning. Practitioners subsequently formulate individualised intervention programmes. Parental participation strengthens implementation of recommendations. Continuous evaluation ensures appropriate modification of therapeutic objectives.',
    ],
    pass: [
      'Occupational therapists help with handwriting. Physiotherapists help with walking, balance and strength.',
      'Ask your educational psychologist. Assessments are free. Appointments are on weekdays.',
      `${'## Help\n\nThe team will talk with your school and write to you in six weeks. It tells you who can help. '.repeat(12)}`,
      'You can ask for a place at any time of the year. We read what you send us. Then we talk to the school, and to the people who know your child well. We write to you, and tell you why.',
      'Education, health and care needs assessments are for children with special educational needs.',
      '- occupational therapy\n- physiotherapy\n- speech and language therapy\n- educational psychology',
      'Southend-on-Sea Special Educational Needs and Disabilities Information, Advice and Support Service is free. Ask it for help with school. It can come to meetings with you, and it keeps what you say to itself.',
    ],
  },
})

/** What is measured between two headings. */
function sectionsOf({ texts }: CheckedPage): TextBlock[][] {
  const sections: TextBlock[][] = [[]]
  for (const block of texts) {
    if (block.node.type === 'heading') sections.push([])
    else if (isMeasured(block)) sections.at(-1)?.push(block)
  }
  return sections
}

function ofWholePage(blocks: readonly TextBlock[]): Finding[] {
  const ease = togetherAsOne(blocks.map(({ text }) => easeOfText(text)))
  const grade = gradeOf(ease)
  if (ease.words < ofPage.words || grade < ofPage.grade) return []
  const message = `Taken together, this page reads like a book for students (grade ${Math.round(grade)}). Can its words and sentences be shorter?`
  return [{ message, place: { path: blocks[0]?.path ?? [] } }]
}

function findingOf(section: readonly TextBlock[]): Finding[] {
  const [first] = section
  const ease = togetherAsOne(section.map(({ text }) => easeOfText(text)))
  const { words, sentences } = ease
  const grade = gradeOf(ease)
  const limit = limits.find(each => words >= each.words)
  // One sentence that is too long is another problem.
  const least = words < 25 ? 2 : 3
  if (first === undefined || limit === undefined || grade < limit.grade || sentences < least) return []
  return [
    {
      message: `From here to the next heading, words and sentences are those of a book for students (grade ${Math.round(grade)}). Can they be shorter?`,
      place: { path: first.path },
    },
  ]
}
