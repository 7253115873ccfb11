import { idOf } from './pages.ts'
import { minutesAgo } from './team.ts'

/** Pages that wait for a review: one plain, one urgent, one that Priya wrote herself. */
export function waitingFor() {
  return [
    {
      id: idOf(1),
      title: 'When school feels too hard',
      section: 'education',
      askedBy: 'Danny Webb',
      askedByMe: false,
      askedAt: minutesAgo(1400),
      comments: 2,
      mayNotDecide: null,
      urgent: false,
    },
    {
      id: idOf(11),
      title: 'Getting help in a crisis',
      section: 'health',
      askedBy: 'Sam Oduya',
      askedByMe: false,
      askedAt: minutesAgo(2000),
      comments: 0,
      mayNotDecide: null,
      urgent: true,
    },
    {
      id: idOf(7),
      title: 'Early help',
      section: 'social-care',
      askedBy: 'Priya Nair',
      askedByMe: false,
      askedAt: minutesAgo(5000),
      comments: 1,
      mayNotDecide: 'You changed this page last, so a colleague decides.',
      urgent: false,
    },
  ]
}
