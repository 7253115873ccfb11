import { textOf } from '../../content/index.ts'
import { rule } from '../rule.ts'
import { typedListsIn } from '../typed-lists.ts'

const dotted = /^[•·▪‣◦●○■□►➢–—\uf0a7\uf0b7]\s*(?=\p{L})/u

/** A list typed by hand with dashes, dots or numbers. WCAG 2.2 SC 1.3.1. */
export const listTyped = rule({
  id: 'list-typed',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'A real list says how many things are in it and lets people skip from one to the next; typed dashes do not.',
  on: {
    page: ({ doc }) => typedListsIn(doc.content, []),
    nodes: {
      callout: ({ content }, path) => typedListsIn(content, path),
      details: ({ content: [, ...blocks] }, path) =>
        // The words to press are the first child: an empty paragraph keeps their place.
        typedListsIn([{ type: 'paragraph' }, ...blocks], path),
      // A dot that was pasted into a list that has one.
      bulletList: ({ content }, path) =>
        content.length > 1 &&
        content.every(({ content: [first] }) => dotted.test(first ? textOf(first) : '')) && {
          message: 'Each of these items has a dot typed before it, and the list has its own.',
          place: { path },
        },
      listItem: ({ content }, path) => typedListsIn(content, path),
      // A cell holds words alone, so its list has to be made by hand.
      tableCell: ({ content = [] }, path) =>
        typedListsIn([{ type: 'paragraph', content }], path).map(({ message }) => ({ message, place: { path } })),
      contact: ({ content = [] }, path) => typedListsIn(content, path),
    },
  },
  examples: {
    fail: [
      '• one thing\n\n• another',
      '- • one thing\n- • another',
      'Do this:\n\n1/ Ask your school.\n\n2/ Wait for a letter.',
      '1 Ask us.\n\n2 Wait for a letter.\n\n3 Come to a talk.',
      'Bring:\n\n👉 a coat\n\n👉 a hat',
      'One) Ask us.\n\nTwo) Wait.',
      'Step one: ask us.\n\nStep two: wait.',
      'Firstly – ask us.\n\nSecondly – wait.',
      '1.Ask us.\n\n2.Wait.',
      'A. a letter\n\nB. a film\n\nC. a drawing',
      '(A) a letter\n\n(B) a film',
      'I. Ask.\n\nII. Wait.',
      '1: Ask us.\n\n2: Wait for a letter.',
      '1st – ring us\n\n2nd – wait',
      '§ a drink\n\n§ a towel',
      'Option A: a letter\n\nOption B: a film',
      '![tick](media/tick.png) Parking\n\n![tick](media/tick.png) A lift',
      '1\\) first\n\n2\\) second',
      '– one\n\n– two',
      '–one\n\n–two',
      '– a drink\n– a towel\n– a hat',
      '→ a drink\n→ a towel',
      'o one\n\no two',
      'Step 1: Ring us.\\\nStep 2: Come in.',
      '» one\\\n» two',
      'i\\) one\n\nii\\) two',
      '• one\n• **two**\n• three',
      'a) one\nb) two',
      'Bring with you:\n\\- a drink\n\\- a towel\n\\- a hat',
      'Bring these: 1. a drink 2. a towel 3. a hat',
      'Bring:\\\n• a drink\\\n• a towel',
      ':::details[What to bring]\n✓ a drink\n\n✓ a towel\n:::',
    ],
    pass: [
      'A. Khan, chair\n\nB. Patel, clerk',
      'A. Khan leads the club.\n\nB. Patel runs the bar.',
      '1/2 a cup of milk\n\n2/3 of a cup of oats',
      '1 Mill Lane\n\n2 Park Road\n\n3 High Street',
      '8 Children came.\n\n9 Helpers came.',
      '🚌 The bus stops here.\n\n🚗 Cars park there.',
      'One of us rings you.\n\nTwo of us visit.\n\nFirst, we read your form.\n\nThen we talk.',
      'Q. Is it free?\n\nA. Yes, for all.',
      '5 - 7 year olds meet on Monday.\n\n8 - 11 year olds meet on Friday.',
      'D. Jones runs the club.\n\nC. Smith runs the café.',
      'Option A is a letter.\n\nOption B is a film.',
      '- one thing\n- another',
      '– an aside, and nothing more',
      '– a mother – or a father',
      '![A bus](media/bus.png) The bus stops here.\n\n![A car](media/car.png) Park here.',
      'Press ![the bell](media/bell.png) and wait.\n\n![A bus](media/bus.png) The bus stops here.\n\n- one\n- two',
      'Gull House • Short breaks by the sea',
      'Open: 9am - 5pm - and later on Fridays.',
      'Our promise: - we listen.',
      'See the law: 1. the Act. Rule 2. is short.',
      'There are three stages: 1. ask, 2. wait and 3. answer.',
      'One.\n\nTwo.',
      'Step 1 takes a week.\n\nThen comes step 2.',
      'Gull House\\\n1 High Street\\\nSouthend-on-Sea',
    ],
  },
})
