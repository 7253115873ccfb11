import type { Audience } from '../../shared/content/index.ts'

/** Whom pages are for, as it is offered wherever somebody chooses. */
export const audienceWords: Readonly<Record<Audience, string>> = {
  parents: 'Parents and carers',
  'young-people': 'Young people',
  professionals: 'Professionals',
}
