import list from '../../../../resources/words/idioms.json' with { type: 'json' }
import { rule } from '../rule.ts'
import { phraseFinder } from '../words/phrases.ts'
import { findingOf, lookAtWording, saidIn } from '../words/wording.ts'

const find = phraseFinder(list)

/** A saying that does not mean what its words say. WCAG 2.2 SC 3.1.3 (AAA). */
export const idioms = rule({
  id: 'idioms',
  severity: 'notice',
  wcag: ['3.1.3'],
  why: 'Many autistic people, and people who are learning English, read such words for what they say.',
  on: lookAtWording(block =>
    saidIn(block, find).map(hit => findingOf(block, hit, (written, instead) => `${written} is a saying: ${instead}.`)),
  ),
  examples: {
    fail: [
      'Schools try many things, but at the end of the day you know your child best.',
      'Finding a school can be a rollercoaster. It can feel like a minefield.',
      'Our door is always open, so drop us a line. Take it one step at a time.',
      'We want to get everyone on the same page.',
      'No child should fall through the net.',
      'At the end of the day, it is your choice.',
      'It is a game-changer.',
      'It can be a bumpy ride, and nothing is set in stone.',
      'We keep you in the loop. The form is a piece of cake.',
    ],
    pass: [
      'At the end of the day, parents wait by the gate, and at the end of the day you take the note home.',
      'They read on the same page of the book. Keep an eye on your child near the water. Bring your own cup of tea.',
      'Stay at the deep end if you can swim. The rollercoaster at the pier is open.',
      'Collect your child at the end of the day, by the red tape on the floor.',
      'The Over the Moon club meets on Monday.',
      '## Over the moon\n\nThe Over the Moon club meets on Monday.',
      'She told us: “It felt like an uphill battle.”',
      'The bar is raised by one centimetre.',
      '## Idioms and what they mean\n\nA game-changer is something new that changes a lot.',
      'Tick all the boxes that apply, and do not write outside the box. Turn the corner by the library.',
      'Test the water with your elbow. Sit in the loop area, and bring a piece of cake.',
    ],
  },
})
