import type { Entry } from '../../content/index.ts'
import type { SeenOfEntry } from './seen-of-entry.ts'
import type { WholeSite } from './site-rule.ts'

export interface Contact {
  entry: Entry
  contact: SeenOfEntry['contacts'][number]
}

/** The contact details of the site, by whom they are of: an organisation is the same where its name is. */
export function contactsByName({ entries, seen }: WholeSite): Contact[][] {
  const all = entries.flatMap(entry => seen(entry).contacts.map((contact): Contact => ({ entry, contact })))
  const byName = Map.groupBy(all, ({ contact }) => nameOf(contact.name))
  return [...byName].flatMap(([name, same]) => (name !== '' && same.length > 1 ? [same] : []))
}

/** “The SEND team” and “SEND Team” are one; a place in brackets or after a comma tells two apart. */
function nameOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}',()]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
}
