import type { Property } from './property.ts'

const last = 25

/** At every age from birth to 25 there are services, without a break at 16 or at 18. */
export const birthTo25: Property = {
  id: 'birth-to-25',
  answers: ['SE7-EF-02', 'ST-QU-02'],
  measure({ services }) {
    const ages = Array.from({ length: last + 1 }, (_, age) => age)
    const without = ages.filter(age => !services.some(each => (each.from ?? 0) <= age && age <= (each.to ?? 99)))
    const [first] = without
    if (first === undefined) return { status: 'yes', why: 'There is a live service for every age from birth to 25.' }
    return {
      status: without.length > ages.length / 2 ? 'no' : 'limited',
      why: `There is no live service for the age of ${without.length === 1 ? first : `${first} and ${without.length - 1} others`}.`,
    }
  },
}
