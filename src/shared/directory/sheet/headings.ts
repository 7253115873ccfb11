import { type Column, columns } from './columns.ts'

/**
 * What lists of teams, clubs and councils call each column, in small letters; the likeliest first, for where a file has two
 * of them. A name that may mean two columns stands with both: who comes first in `columns` takes it.
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  Name: [
    'title',
    'service name',
    'name of service',
    'service',
    'group name',
    'group',
    'club',
    'organisation name',
    'organisation',
    'organization',
    'provider name',
    'provider',
  ],
  Summary: ['short description', 'in short', 'what it does', 'what it is', 'about'],
  Description: ['details', 'about', 'what it does', 'what happens', 'full description'],
  'Who runs it': ['organisation', 'organization', 'provider', 'run by', 'organisation name', 'provider name'],
  Telephone: ['phone', 'tel', 'tel no', 'telephone number', 'phone number', 'contact number', 'mobile'],
  Email: ['e-mail', 'email address', 'contact email'],
  Website: ['url', 'web', 'web address', 'web site', 'web page', 'link'],
  Address: ['venue', 'where', 'location', 'place'],
  Postcode: ['post code'],
  'From age': ['minimum age', 'min age', 'age from'],
  'To age': ['maximum age', 'max age', 'age to'],
  Needs: ['need', 'for'],
  Areas: ['area'],
  Categories: ['category', 'kind of help', 'type'],
  When: ['schedule', 'days and times', 'opening times', 'opening hours', 'days', 'day', 'times', 'time', 'hours'],
  Cost: ['price', 'fees', 'fee', 'charge', 'costs'],
  'Who can use it': ['eligibility', 'who can come', 'who it is for'],
  Referral: ['who can refer'],
  'How to get it': ['how to get in', 'how to apply', 'how to join', 'application process'],
  'Last assured': ['assured date', 'assured on', 'last checked', 'last updated'],
  'Assured by': ['checked by'],
}

/** Each column by the place of its heading. No heading is read as two columns. */
export function placesOf(top: readonly string[]): ReadonlyMap<Column, number> {
  const headings = top.map(plain)
  const own = new Set(columns.map(({ heading }) => plain(heading)))
  const taken = new Set<number>()
  return new Map(
    columns.flatMap((column): [Column, number][] => {
      const mine = plain(column.heading)
      const names = [mine, ...(synonyms[column.heading] ?? []).filter(name => !own.has(name))]
      const at = names
        .map(name => headings.findIndex((heading, place) => heading === name && !taken.has(place)))
        .find(place => place >= 0)
      if (at === undefined) return []
      taken.add(at)
      return [[column, at]]
    }),
  )
}

/** Words without what makes no difference between two names: capitals, spaces around, a mark at the end. */
export const plain = (words: string) =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[?:*.]+$/, '')
