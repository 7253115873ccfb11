import { parseDocument } from 'yaml'
import type { z } from 'zod'

/** Small YAML files of a workspace: read through a schema, written so that comments and unknown keys stay. */

export type YamlRead<T> = { kind: 'read'; value: T } | { kind: 'broken' }

/** Never throws and never runs anything: core schema only, and few aliases, so that a small file cannot grow large. */
export function readYaml<T>(text: string, schema: z.ZodType<T>): YamlRead<T> {
  const document = parse(text)
  if (document === null) return { kind: 'broken' }
  try {
    const read = schema.safeParse(document.toJS({ maxAliasCount: 20 }))
    return read.success ? { kind: 'read', value: read.data } : { kind: 'broken' }
  } catch {
    // Too many aliases: the library has no other way to say it.
    return { kind: 'broken' }
  }
}

/** The former file with these top-level keys set; a fresh one where there was none or it was broken. */
export function setYaml(former: string | null, values: Readonly<Record<string, unknown>>): string {
  const document = (former === null ? null : parse(former)) ?? parseDocument('{}\n')
  if (document.contents === null || !('items' in document.contents)) return setYaml(null, values)
  for (const [key, value] of Object.entries(values)) document.set(key, value)
  if ('flow' in document.contents) document.contents.flow = false
  return document.toString({ lineWidth: 0 })
}

function parse(text: string) {
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, uniqueKeys: true })
  return document.errors.length === 0 ? document : null
}
