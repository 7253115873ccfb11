import { daysBetween } from '../../review/dates.ts'
import type { Property } from './property.ts'

const year = 366

/** SEND Regulations 2014, reg 56: comments and what the council did about them, at least once a year. */
export const commentsAnswered: Property = {
  id: 'comments-answered',
  answers: ['SE7-PT-02'],
  measure({ answers, today }) {
    const lately = answers.filter(day => daysBetween(day, today) <= year).length
    if (lately > 0) return { status: 'yes', why: `${lately} answers under “You said, we did” within the last year.` }
    return answers.length > 0
      ? { status: 'limited', why: 'The newest answer under “You said, we did” is more than a year old.' }
      : { status: 'no', why: 'Nothing stands under “You said, we did”.' }
  },
}
