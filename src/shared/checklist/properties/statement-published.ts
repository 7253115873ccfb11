import type { Property } from './property.ts'

/** The accessibility statement says who to ask for another format (Public Sector Bodies Accessibility Regulations 2018, reg 8). */
export const statementPublished: Property = {
  id: 'statement-published',
  answers: ['ST-PB-02'],
  measure({ published, built }) {
    if (published === 'never') return { status: 'no', why: 'Nothing is published yet.' }
    const isThere = built === null || built.has('accessibility/index.html')
    return isThere
      ? { status: 'yes', why: 'Every page leads to the accessibility statement.' }
      : { status: 'no', why: 'The built site has no accessibility statement.' }
  },
}
