import list from '../../../../resources/words/plain.json' with { type: 'json' }
import { rule } from '../rule.ts'
import { sentenceAt } from '../words/context.ts'
import { type Hit, phraseFinder } from '../words/phrases.ts'
import { findingOf, lookAtWording, saidIn } from '../words/wording.ts'

const find = phraseFinder(list)
const milder: ReadonlySet<string> = new Set(list.milder)

/** An official word or phrase that has a shorter everyday form. Plain English; WCAG 2.2 SC 3.1.5 (AAA). */
export const plainWords = rule({
  id: 'plain-words',
  severity: 'notice',
  wcag: ['3.1.5'],
  source: 'Plain English: everyday words; GOV.UK style: words to avoid',
  why: 'Everyday words are read faster and by more people.',
  on: lookAtWording(block => {
    const hits = saidIn(block, find)
    const sentences = hits.map(hit => sentenceAt(block.text, hit))
    // One of the milder words is how people write; beside another in its sentence, it is how offices do.
    const isTold = ({ phrase }: Hit, at: number) =>
      !phrase.find.some(said => milder.has(said)) ||
      sentences.some((other, index) => index !== at && other === sentences[at])
    return hits
      .filter(isTold)
      .map(hit => findingOf(block, hit, (written, instead) => `${written} is longer than it needs to be: ${instead}.`))
  }),
  examples: {
    fail: [
      'Prior to the meeting, read the plan.',
      'We will commence in order to help.',
      'Utilising the form is easy.',
      'We work with stakeholders going forward.',
      'We tackle bullying, and decide whether or not to write.',
      'The service was purchased in lieu of respite.',
      'Additional assistance is available.',
      'Upon arrival, the majority of families wait.',
    ],
    pass: [
      'The bus terminates at Victoria. We help people to be self-sufficient.',
      'Before the meeting, read the plan.',
      'We will start, to help.',
      'An adult stays with them at all times. Additional places may come up.',
      'Ring a number of your choice.',
      '> Prior to the meeting, they commenced.',
      '| Do not write | Write |\n| - | - |\n| commence | start |\n| prior to | before |',
      '## Words to avoid\n\n- utilise\n- going forward',
      'We do not say utilise or commence. Avoid the word holistic.',
      'The letter said “prior to the assessment”.',
      'The Commence Drama Group meets on Monday.',
      'Fostering a child, and an acquired brain injury.',
      'Once upon a time there was a rugby tackle. Players learn to run and tackle on soft mats.',
      'You can apply whether or not your child has a diagnosis. The shop sells robust toys.',
    ],
  },
})
