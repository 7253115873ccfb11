import { isMap, isScalar, isSeq } from 'yaml'
import { z } from 'zod'
import type { FieldTrouble } from '../page.ts'
import type { PlainField, PlainValue } from './plain-yaml.ts'
import { keyOf, plainOf, type ReadYaml } from './yaml.ts'

/**
 * Front matter as fields, one by one: a field that does not fit is its default and is reported; the rest of the page is
 * read as if it were not there. In a list the entries that do fit stay.
 */
export interface ReadFields {
  /** Only what the file says and what fits; the schema adds the defaults. */
  values: Record<string, unknown>
  trouble: FieldTrouble[]
}

export function readFields(read: ReadYaml, shape: Record<string, z.ZodType>, firstLine: number): ReadFields {
  const { contents } = read.document
  const values: Record<string, unknown> = {}
  const trouble: FieldTrouble[] = []
  if (contents !== null && !isMap(contents)) {
    const sentence = 'The details at the top of this page are not a list of names and values.'
    return {
      values,
      trouble: contents && !isEmptyScalar(contents) ? [{ field: 'file', sentence, line: firstLine }] : [],
    }
  }
  for (const { key, value } of contents?.items ?? []) {
    const field = keyOf(key)
    const schema = schemaOf(shape, field)
    if (!schema || value === null) continue
    const given = asWritten(value, read, schema)
    const line = read.lineOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0)
    take({ values, trouble }, { field, schema, given, line: firstLine + line - 1 })
  }
  return { values, trouble }
}

/** The same of front matter that was read the short way. */
export function readPlainFields(
  fields: readonly PlainField[],
  shape: Record<string, z.ZodType>,
  firstLine: number,
): ReadFields {
  const read: ReadFields = { values: {}, trouble: [] }
  for (const { name, value, line } of fields) {
    const schema = schemaOf(shape, name)
    if (schema) take(read, { field: name, schema, given: plainAsWritten(value, schema), line: firstLine + line - 1 })
  }
  return read
}

const schemaOf = (shape: Record<string, z.ZodType>, field: string) =>
  Object.hasOwn(shape, field) ? shape[field] : undefined

function take(
  { values, trouble }: ReadFields,
  { field, schema, given, line }: { field: string; schema: z.ZodType; given: unknown; line: number },
): void {
  if (given === null) return
  const fitted = given === undefined ? { ok: false, value: undefined } : fit(schema, given)
  if (fitted.value !== undefined) values[field] = fitted.value
  if (!fitted.ok) trouble.push({ field, sentence: sentenceFor(field, given), line })
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === '')
}

/** `telephone: 01632 960123` is words even where YAML sees a number: a text field is read as it is written. */
function asWritten(node: unknown, read: ReadYaml, schema: z.ZodType): unknown {
  if (isScalar(node)) {
    const isWord = typeof node.value === 'number' || typeof node.value === 'boolean'
    return isWord && node.source !== undefined && schema.safeParse('').success && !schema.safeParse(node.value).success
      ? node.source
      : node.value
  }
  if (!isSeq(node)) return plainOf(read.document, node)
  const inner = bare(schema)
  const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : null
  return node.items.map(item =>
    element && isScalar(item) && item.source !== undefined && !element.safeParse(item.value).success
      ? item.source
      : plainOf(read.document, item),
  )
}

function plainAsWritten(value: PlainValue, schema: z.ZodType): unknown {
  if (typeof value === 'number') {
    return schema.safeParse('').success && !schema.safeParse(value).success ? String(value) : value
  }
  const inner = bare(schema)
  if (!Array.isArray(value) || !(inner instanceof z.ZodArray)) return value
  const element = inner.element as z.ZodType
  return value.map(item => (typeof item === 'number' && !element.safeParse(item).success ? String(item) : item))
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema
}

function fit(schema: z.ZodType, given: unknown): { ok: boolean; value: unknown } {
  const whole = schema.safeParse(given)
  if (whole.success) return { ok: true, value: whole.data }
  const inner = bare(schema)
  if (inner instanceof z.ZodArray) {
    const element = inner.element as z.ZodType
    // One thing where a list is meant: `audience: parents`.
    const list = Array.isArray(given) ? given : [given]
    const good = list.flatMap(item => {
      const read = element.safeParse(item)
      return read.success ? [read.data] : []
    })
    return { ok: good.length === list.length, value: good }
  }
  if (inner instanceof z.ZodObject && typeof given === 'object' && given !== null) {
    const parts = Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, part]) => {
      const read = part.safeParse((given as Record<string, unknown>)[key])
      return read.success ? [[key, read.data]] : []
    })
    const read = schema.safeParse(Object.fromEntries(parts))
    return { ok: false, value: read.success ? read.data : undefined }
  }
  return { ok: false, value: undefined }
}

function sentenceFor(field: string, given: unknown): string {
  const words = typeof given === 'object' || given === undefined ? '' : ` “${String(given).slice(0, 60)}”`
  return `“${field}” says something that Signpost cannot use${words}. It stays in the file as it is until you set it.`
}
