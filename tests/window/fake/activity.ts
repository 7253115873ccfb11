import type { implement } from '@orpc/server'
import type { Act, contract } from '../../../src/shared/contract/index.ts'
import { refuse } from '../../../src/shared/outcome.ts'
import { idOf } from './pages.ts'
import { danny, minutesAgo, priya } from './team.ts'

const acts: Act[] = [
  {
    act: 'a3',
    kind: 'page',
    by: priya,
    at: minutesAgo(5),
    sentence: 'Priya changed two paragraphs in “School refusal”',
    about: [{ id: idOf(1), title: 'School refusal' }],
    more: 0,
    undo: { kind: 'can' },
  },
  {
    act: 'a2',
    kind: 'review',
    by: danny,
    at: minutesAgo(90),
    sentence: 'Danny approved “Early help”',
    about: [{ id: idOf(7), title: 'Early help' }],
    more: 0,
    undo: { kind: 'undone', by: 'a4' },
  },
  {
    act: 'p2',
    kind: 'publish',
    by: danny,
    at: minutesAgo(4200),
    sentence: 'Published Early help',
    about: [{ id: null, title: 'Early help' }],
    more: 2,
    undo: { kind: 'publish' },
  },
  {
    act: 'a1',
    kind: 'several',
    by: priya,
    at: minutesAgo(90_000),
    sentence: 'Priya Nair started this workspace',
    about: [],
    more: 0,
    undo: { kind: 'never', sentence: 'This is how the workspace began.' },
  },
]

type Implementer = ReturnType<typeof implement<typeof contract>>

/** What was done, with one act of each sort. */
export function fakeActivity(os: Implementer, empty: boolean) {
  return {
    list: os.activity.list.handler(({ input }) => ({
      acts: empty ? [] : acts.filter(({ by }) => input.by === null || by.email === input.by),
      more: false,
      people: [danny, priya],
    })),
    newest: os.activity.newest.handler(() => null),
    undo: os.activity.undo.handler(() =>
      refuse('changed-since', 'Sam changed the same words after this.', 'Undo the newer change first.'),
    ),
  }
}
