import { writeRecord } from '../content/index.ts'
import { writeFields } from './field-text.ts'
import { type RecordText, readRecord } from './record-text.ts'
import { type FieldClash, type Fields, mergeFields } from './values.ts'

export interface MergedRecord {
  text: string
  clashes: FieldClash[]
}

/** Three-way merge of a YAML mapping. `before` is null where both made it. Null when one of them cannot be read. */
export function mergeRecords(before: string | null, mine: string, theirs: string): MergedRecord | null {
  if (mine === theirs || before === theirs) return { text: mine, clashes: [] }
  if (before === mine) return { text: theirs, clashes: [] }
  const [was, here, there] = [before ?? '', mine, theirs].map(readRecord)
  if (!here || !there || here.bare !== there.bare) return null
  const clashes: FieldClash[] = []
  const fields = mergeFields(was?.fields ?? {}, here.fields, there.fields, clashes)
  return { text: writeMerged(was?.bare === false ? was : null, here, there, fields), clashes }
}

/** The merged fields as text. A list is written anew, and so is what cannot be put together from the two texts. */
function writeMerged(was: RecordText | null, mine: RecordText, theirs: RecordText, fields: Fields): string {
  if (mine.bare) return writeRecord(fields.list)
  return writeFields(was, mine, theirs, fields) ?? writeRecord(fields)
}
