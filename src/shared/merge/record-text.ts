import { plainOf, type ReadYaml, readYaml } from '../content/index.ts'
import { type Fields, isFields, valueSchema } from './values.ts'

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
