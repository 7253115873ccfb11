import type { Entry } from '../content/index.ts'
import { addressOf } from './addresses.ts'
import { apart } from './apart.ts'
import { addressKey, entriesByTitle, type SiteIndex } from './site-index.ts'

/**
 * What of a site cannot say anything else than before, known from its things being the same ones and without putting into
 * words what they say: an entry is another object once anything of it is other. Whatever is not known here may be other.
 */
export interface Unchanged {
  /** All keys under which anything can be other; null where it can under any. */
  keys: ReadonlySet<string> | null
  /** Of all names that end in this key: `fields 01J…` ends in the page's id. */
  sameUnder(key: string): boolean
  /** Of one of them that is no matter of a key alone. */
  sameName(kind: string, key: string): boolean
}

/** The kinds of names of which one key says whether they are the same. */
export const kindsByKey: ReadonlySet<string> = new Set([
  'place',
  'fields',
  'words',
  'trouble',
  'reviewed',
  'original',
  'translations',
  'address',
  'media',
  'checks',
  'late',
])

export function unchanged(before: SiteIndex, now: SiteIndex): Unchanged {
  const isSameDay = before.input.stamp.at.slice(0, 10) === now.input.stamp.at.slice(0, 10)
  const keys = isSameDay ? otherKeys(before, now) : null
  const sameOriginal = (entry: Entry | undefined) =>
    entry?.kind !== 'page' || before.originalOf(entry)?.fields.id === now.originalOf(entry)?.fields.id
  const sections = (site: SiteIndex, key: string) => site.sections.find(({ slug }) => slug === key)?.pages

  return {
    keys,
    sameUnder(key) {
      if (keys === null) return false
      if (!keys.has(key)) return true
      const entry = now.byId.get(key)
      return (
        before.byId.get(key) === entry &&
        before.byAddress.get(key)?.fields.id === now.byAddress.get(key)?.fields.id &&
        before.input.late.has(key) === now.input.late.has(key) &&
        isSameList(before.input.checks.get(key), now.input.checks.get(key)) &&
        isSameList(before.translations.get(key), now.translations.get(key)) &&
        isSameFact(before.input.media.get(key), now.input.media.get(key)) &&
        sameOriginal(entry)
      )
    },
    sameName(kind, key) {
      if (kind === 'section') return isSameList(sections(before, key), sections(now, key))
      if (kind === 'config') return isSameThing(before.input.config, now.input.config, key)
      if (kind === 'input') return isSameThing(before.input, now.input, key)
      if (kind === 'index') return isSameThing(before, now, key)
      return false
    },
  }
}

/** What of a page is other, is other because of something that came or went: under all other keys everything stands as it did. */
function otherKeys(before: SiteIndex, now: SiteIndex): Set<string> {
  const keys = new Set<string>()
  for (const entry of apart(entriesByTitle(before), entriesByTitle(now)).flat()) {
    const { id } = entry.fields
    keys.add(id).add(addressKey(addressOf(entry)))
    // Which page these say in another language may be other with it.
    for (const { translations } of [before, now])
      for (const { fields } of translations.get(id) ?? []) keys.add(fields.id)
  }
  for (const [one, other] of [
    [before.input.late, now.input.late] as const,
    [now.input.late, before.input.late] as const,
  ]) {
    for (const id of one) if (!other.has(id)) keys.add(id)
  }
  addOthers(keys, before.input.checks, now.input.checks, isSameList)
  addOthers(keys, before.translations, now.translations, isSameList)
  addOthers(keys, before.input.media, now.input.media, isSameFact)
  return keys
}

function addOthers<T>(
  keys: Set<string>,
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  isSame: (one: T | undefined, other: T | undefined) => boolean,
): void {
  if (before === now) return
  for (const [key, value] of now) if (!isSame(before.get(key), value)) keys.add(key)
  for (const key of before.keys()) if (!now.has(key)) keys.add(key)
}

/**
 * Whether both have the same parts under the same names, titles and addresses, so that only what is in a part can be other.
 * What is in doubt is not the same.
 */
export function hasSameParts(before: SiteIndex, now: SiteIndex): boolean {
  const [entries, others] = [entriesByTitle(before), entriesByTitle(now)]
  return (
    before.input.config === now.input.config &&
    before.input.cards === now.input.cards &&
    entries.length === others.length &&
    entries.every((entry, at) => isSamePlace(entry, others[at])) &&
    before.sections.length === now.sections.length &&
    before.sections.every(({ slug }, at) => slug === now.sections[at]?.slug)
  )
}

function isSamePlace(one: Entry, other: Entry | undefined): boolean {
  if (one === other) return true
  return (
    one.path === other?.path &&
    one.fields.id === other.fields.id &&
    one.fields.title === other.fields.title &&
    addressOf(one) === addressOf(other)
  )
}

/** Of two lists of the same things. */
function isSameList(one: readonly unknown[] | undefined, other: readonly unknown[] | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.length === other.length && one.every((each, at) => each === other[at] || isSameEntry(each, other[at]))
}

/** Where entries are listed, their ids are what is said of them. */
function isSameEntry(one: unknown, other: unknown): boolean {
  const [id, otherId] = [idOf(one), idOf(other)]
  return id !== null && id === otherId
}

function idOf(value: unknown): string | null {
  const isEntry = typeof value === 'object' && value !== null && 'fields' in value && 'slug' in value && 'path' in value
  return isEntry ? (value as Entry).fields.id : null
}

function isSameFact(one: object | undefined, other: object | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function isSameThing<T extends object>(before: T, now: T, key: string): boolean {
  const [one, other] = [before[key as keyof T], now[key as keyof T]] as unknown[]
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) return isSameList(one, other)
  return one instanceof Map && other instanceof Map && isSameMap(one, other)
}

function isSameMap(one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): boolean {
  if (one.size !== other.size) return false
  const others = other.entries()
  for (const [key, value] of one) {
    const [otherKey, otherValue] = others.next().value ?? []
    if (key !== otherKey || !(value === otherValue || isSameEntry(value, otherValue))) return false
  }
  return true
}
