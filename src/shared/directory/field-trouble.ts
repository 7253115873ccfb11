import type { IsoDate, ServiceFields } from '../content/index.ts'
import { districtOf } from './places.ts'
import { telephoneTrouble } from './telephone.ts'
import { isWebAddress } from './web-address.ts'

export type CheckedField = 'title' | 'postcode' | 'telephone' | 'email' | 'url' | 'maximum_age' | 'assured_date'

/** What is not right in a service’s details, each with what to do: the editor and a spreadsheet say the same of it. */
export function fieldTroubles(fields: ServiceFields, today: IsoDate): Partial<Record<CheckedField, string>> {
  const { title, postcode, telephone, email, url, minimum_age, maximum_age, assured_date } = fields
  const found: Partial<Record<CheckedField, string>> = {}
  if (title.trim() === '') found.title = 'It has no name. Write what people call it.'
  if (postcode.trim() !== '' && districtOf(postcode) === null) {
    found.postcode = `“${short(postcode)}” is no postcode. Write it as SS2 6ER, or its first half alone.`
  }
  const rings = telephone.trim() === '' ? null : telephoneTrouble(telephone)
  if (rings !== null) found.telephone = rings
  if (email.trim() !== '' && !/^[^\s@<>"'?&]+@[^\s@<>"'?&]+\.[^\s@<>"'?&]+$/.test(email.trim())) {
    found.email = `“${short(email)}” is no email address. Write one such as club@example.org.`
  }
  if (url.trim() !== '' && !isWebAddress(url)) {
    found.url = `“${short(url)}” is no web address. Write a whole one, such as https://example.org.`
  }
  if (minimum_age !== null && maximum_age !== null && maximum_age < minimum_age) {
    found.maximum_age = `It ends at ${maximum_age} and begins at ${minimum_age}. Change one of the two ages.`
  }
  if (assured_date !== null && assured_date > today) {
    found.assured_date = 'This day has not come yet. Choose the day on which somebody asked.'
  }
  return found
}

const short = (words: string) => words.slice(0, 40)
