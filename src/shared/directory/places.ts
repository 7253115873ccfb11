import table from '../../../resources/directory/postcode-districts.json' with { type: 'json' }

/** Where a postcode district is, roughly. The table says itself where it comes from, and how rough it is. */
export const districts: ReadonlyMap<string, readonly [latitude: number, longitude: number]> = new Map(
  Object.entries(table.districts).map(([name, [latitude = 0, longitude = 0]]) => [name, [latitude, longitude]]),
)

/** A whole postcode, or its first half alone, as the post writes them; the second half is never used for anything. */
const postcode = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})?$/

/** `ss2 6er` stands in SS2; null for words that are no postcode. */
export function districtOf(words: string): string | null {
  return postcode.exec(words.replace(/\s/g, '').toUpperCase())?.[1] ?? null
}

export function isWholePostcode(words: string): boolean {
  return postcode.exec(words.replace(/\s/g, '').toUpperCase())?.[2] !== undefined
}
