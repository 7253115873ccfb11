import type { Property } from './property.ts'

/** SEND Regulations 2014, reg 57: the offer is on the council's website. */
export const onTheWeb: Property = {
  id: 'on-the-web',
  answers: ['ST-PB-01'],
  measure: ({ published }) =>
    published === 'seen'
      ? { status: 'yes', why: 'The site was read back from the web.' }
      : published === 'sent'
        ? { status: 'limited', why: 'The site was published, and was not read back from the web since.' }
        : { status: 'no', why: 'Nothing is published yet.' },
}
