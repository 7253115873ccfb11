import { plainOf, type ReadYaml, readYaml } from '../content/index.ts'
import { type Fields, isFields, type Value, valueSchema } from './values.ts'

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
  const plain = plainOf(read.document) ?? {}
  // What is read stays as it is: the schema leaves out a field that is called as no field of an object can be.
  const value = valueSchema.safeParse(plain).success ? (plain as Value) : undefined
  if (Array.isArray(value)) return { text, read, fields: { list: value }, bare: true }
  return isFields(value) ? { text, read, fields: value, bare: false } : null
}
