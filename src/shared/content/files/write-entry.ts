import type { z } from 'zod'
import { type PageFields, pageFieldsSchema, type ServiceFields, serviceFieldsSchema } from '../fields.ts'
import { normaliseDoc, parseBody, serialiseBody } from '../markdown/parse.ts'
import type { Doc } from '../model.ts'
import { isSame } from '../same.ts'
import { editYaml, type FieldChange } from './edit-yaml.ts'
import { mostFrontMatterLength, readDetails, whyUnreadable } from './entry.ts'
import { splitText } from './front-matter.ts'
import { readYaml } from './yaml.ts'

export type EntryToWrite =
  | { kind: 'page'; fields: PageFields; doc: Doc }
  | { kind: 'service'; fields: ServiceFields; doc: Doc }

/**
 * The file of an entry, after an edit. Only what differs from the previous text is written: fields that are the same, keys
 * that Signpost does not know, comments, order and layout stay, and so does every byte of a body whose document is the
 * same. A text that is no page at all (see `whyUnreadable`) is given back as it is: nothing may be written over it.
 */
export function writeEntry(previousText: string | null, next: EntryToWrite): string {
  const previous = previousText ?? ''
  if (whyUnreadable(previous)) return previous
  const split = splitText(previous)
  const shape: Record<string, z.ZodType> = next.kind === 'page' ? pageFieldsSchema.shape : serviceFieldsSchema.shape
  const yaml = writeDetails(split.yaml ?? '', next.fields, shape)
  const start = previous.slice(0, split.yamlOffset) || '---\n'
  const end = previous.slice(split.yamlOffset + (split.yaml?.length ?? 0), split.bodyOffset) || '---\n'
  const text = start + ended(yaml) + end + writeBody(split.body, next.doc)
  // Line ends of Windows are not worth two kinds of them in one file: what is written has the workspace's own.
  return text === previous ? previous : text.replaceAll('\r\n', '\n')
}

function ended(yaml: string): string {
  return yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`
}

function writeBody(before: string, doc: Doc): string {
  if (isSame(normaliseDoc(doc), parseBody(before).doc)) return before
  const body = serialiseBody(doc)
  return body === '' ? '' : `\n${body}`
}

function writeDetails(yaml: string, fields: PageFields | ServiceFields, shape: Record<string, z.ZodType>): string {
  const read = readYaml(yaml, mostFrontMatterLength)
  const { values, trouble } = readDetails(yaml, shape)
  // What cannot be read is kept to the letter, as comments under the fields that replace it.
  if (read.kind === 'broken' || trouble.some(({ field }) => field === 'file')) {
    return `${fresh(fields, shape)}${keptAsComments(yaml)}`
  }
  const changes = Object.keys(shape).flatMap((key): FieldChange[] => {
    const value = fields[key as keyof typeof fields]
    const before = values[key] ?? defaultOf(shape[key])
    if (isSame(value, before)) return []
    const isDefault = isSame(value, defaultOf(shape[key])) && key !== 'review'
    return [{ key, value: isDefault ? undefined : written(key, value) }]
  })
  const edited = editYaml(yaml, read, changes)
  return changes.length === 0 || says(edited, fields, shape) ? edited : `${fresh(fields, shape)}${keptAsComments(yaml)}`
}

/** Whether a text really says these fields: a layout too strange to edit in place is noticed here, before it is saved. */
function says(yaml: string, fields: PageFields | ServiceFields, shape: Record<string, z.ZodType>): boolean {
  const { values, trouble } = readDetails(yaml, shape)
  if (trouble.some(({ field }) => field === 'file')) return false
  return Object.keys(shape).every(key =>
    isSame(fields[key as keyof typeof fields], values[key] ?? defaultOf(shape[key])),
  )
}

function fresh(fields: PageFields | ServiceFields, shape: Record<string, z.ZodType>): string {
  const changes = Object.keys(shape).flatMap((key): FieldChange[] => {
    const value = fields[key as keyof typeof fields]
    return isSame(value, defaultOf(shape[key])) ? [] : [{ key, value: written(key, value) }]
  })
  const empty = readYaml('', mostFrontMatterLength)
  return empty.kind === 'yaml' ? editYaml('', empty, changes) : ''
}

function keptAsComments(yaml: string): string {
  const lines = yaml
    .trimEnd()
    .split(/\r?\n/)
    .map(line => `# ${line}`.trimEnd())
  return `# Kept as it was, because it could not be read:\n${lines.join('\n')}\n`
}

function defaultOf(schema: z.ZodType | undefined): unknown {
  const read = schema?.safeParse(undefined)
  return read?.success ? read.data : undefined
}

/** As people write it: a tag of a whole page is its requirement's id alone, and a date that is not set is taken out. */
function written(key: string, value: unknown): unknown {
  if (key === 'checklist' && Array.isArray(value)) {
    return value.map(tag => (tag.heading === null ? tag.requirement : tag))
  }
  if (key !== 'review' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, date]) => [name, date ?? undefined]))
}
