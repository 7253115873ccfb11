import { editYaml, isSame, plainOf, type ReadYaml, readYaml, writeRecord } from '../content/index.ts'
import { type FieldClash, type Fields, isFields, mergeFields, valueSchema } from './values.ts'

/** YAML as somebody wrote it, with what it says. A list is kept as the one field `list` of a mapping that is not there. */
export interface RecordText {
  text: string
  read: ReadYaml
  fields: Fields
  bare: boolean
}

const mostLength = 2_000_000

/** Null for YAML that is broken, or that is neither a mapping nor a list. */
export function readRecord(text: string): RecordText | null {
  const read = readYaml(text, mostLength)
  if (read.kind === 'broken') return null
  const value = valueSchema.safeParse(plainOf(read.document) ?? {}).data
  if (Array.isArray(value)) return { text, read, fields: { list: value }, bare: true }
  return isFields(value) ? { text, read, fields: value, bare: false } : null
}

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
  return { text: writeMerged(here, there, fields), clashes }
}

/**
 * The merged fields in the words, comments and order of one of the two texts. Which one follows from the texts alone, so
 * that it does not matter who comes first.
 */
function writeMerged(mine: RecordText, theirs: RecordText, fields: Fields): string {
  if (mine.bare) return writeRecord(fields.list)
  const ground = mine.text < theirs.text ? mine : theirs
  const names = new Set([...Object.keys(ground.fields), ...Object.keys(fields)])
  const changes = [...names].flatMap(key =>
    isSame(ground.fields[key], fields[key]) ? [] : [{ key, value: fields[key] }],
  )
  const edited = editYaml(ground.text, ground.read, changes)
  return isSame(readRecord(edited)?.fields, fields) ? edited : writeRecord(fields)
}
