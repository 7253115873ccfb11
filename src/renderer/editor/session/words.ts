import { type Doc, isSame, normaliseDoc } from '../../../shared/content/index.ts'
import type { EntryFields } from './entry-fields.ts'

/** A page's words and fields, as they stand in one moment. */
export interface Words {
  doc: Doc
  entry: EntryFields
}

/** Whether two states of a page say the same: an empty paragraph that waits for its first word is no difference. */
export function sameWords(a: Words, b: Words): boolean {
  return isSame(a.entry, b.entry) && isSame(normaliseDoc(a.doc), normaliseDoc(b.doc))
}

/** Field by field: what was changed here stays, everything else is as it is there. */
export function withTheirs(base: EntryFields, mine: EntryFields, theirs: EntryFields): EntryFields {
  if (mine.kind === 'page' && theirs.kind === 'page' && base.kind === 'page') {
    return { kind: 'page', fields: mergeFields(base.fields, mine.fields, theirs.fields) }
  }
  if (mine.kind === 'service' && theirs.kind === 'service' && base.kind === 'service') {
    return { kind: 'service', fields: mergeFields(base.fields, mine.fields, theirs.fields) }
  }
  return mine
}

function mergeFields<F extends object>(base: F, mine: F, theirs: F): F {
  const merged = { ...theirs }
  for (const key of keysOf(mine)) {
    if (!isSame(mine[key], base[key])) merged[key] = mine[key]
  }
  return merged
}

function keysOf<F extends object>(fields: F): (keyof F)[] {
  return Object.keys(fields) as (keyof F)[]
}
