import type { Property } from './property.ts'

/** Every page of the site says at its foot how to reach the team. */
export const feedbackRoute: Property = {
  id: 'feedback-route',
  answers: ['SE7-PT-01'],
  measure({ published, contact }) {
    if (published === 'never') return { status: 'no', why: 'Nothing is published yet.' }
    const ways = [contact.telephone, contact.email].filter(way => way.trim() !== '').length
    if (ways === 0)
      return { status: 'no', why: 'No page says how to reach the team: the settings have no telephone or email.' }
    return ways === 2
      ? { status: 'yes', why: 'Every page says how to reach the team, by telephone and by email.' }
      : { status: 'limited', why: 'Every page says how to reach the team, in one way only.' }
  },
}
