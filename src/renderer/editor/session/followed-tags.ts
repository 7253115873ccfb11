import { type Doc, type HeadingOutline, headingsOf, isSame, type Tag } from '../../../shared/content/index.ts'
import { type EntryFields, withTags } from './entry-fields.ts'

/**
 * A tag names a heading by its address on the page, which is made of its words. When the words change, the tags on it
 * follow, so that a better heading costs no answer on the checklist. The same fields where nothing has to follow.
 */
export function withFollowedTags(entry: EntryFields, before: Doc, now: Doc): EntryFields {
  const tags = entry.fields.checklist
  if (before === now || tags.every(({ heading }) => heading === null)) return entry
  const renamed = renamedHeadings(headingsOf(before), headingsOf(now))
  const followed = tags.map(tag => followedTag(tag, renamed))
  return isSame(followed, tags) ? entry : withTags(entry, withoutRepeats(followed))
}

function followedTag(tag: Tag, renamed: ReadonlyMap<string, string>): Tag {
  const heading = tag.heading === null ? undefined : renamed.get(tag.heading)
  return heading === undefined ? tag : { ...tag, heading }
}

/**
 * From the former address of a heading to its present one. Headings above and below that kept their words are the same
 * ones (their address may have another number behind it); a single one between them with other words was renamed. Of
 * several nobody can say which became which.
 */
export function renamedHeadings(
  before: readonly HeadingOutline[],
  now: readonly HeadingOutline[],
): ReadonlyMap<string, string> {
  const shorter = Math.min(before.length, now.length)
  const above = countSame(shorter, at => before[at]?.text === now[at]?.text)
  const below = countSame(shorter - above, at => before.at(-1 - at)?.text === now.at(-1 - at)?.text)
  const pairs: [HeadingOutline | undefined, HeadingOutline | undefined][] = []
  for (let at = 0; at < above; at += 1) pairs.push([before[at], now[at]])
  for (let at = 0; at < below; at += 1) pairs.push([before.at(-1 - at), now.at(-1 - at)])
  const isRenamed = before.length === now.length && before.length - above - below === 1
  if (isRenamed) pairs.push([before[above], now[above]])
  return new Map(pairs.flatMap(([from, to]) => (from && to && from.slug !== to.slug ? [[from.slug, to.slug]] : [])))
}

/** How many are the same, counted from one end until the first that is not. */
function countSame(most: number, isSameAt: (at: number) => boolean): number {
  let count = 0
  while (count < most && isSameAt(count)) count += 1
  return count
}

function withoutRepeats(tags: readonly Tag[]): Tag[] {
  return tags.filter((tag, index) => tags.findIndex(other => isSame(other, tag)) === index)
}
