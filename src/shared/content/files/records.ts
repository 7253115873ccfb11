import { stringify } from 'yaml'
import type { z } from 'zod'
import { type Refusal, refuse } from '../../outcome.ts'
import { isSame } from '../same.ts'
import { type SiteConfig, siteConfigSchema } from '../site-config.ts'
import { editYaml, type FieldChange } from './edit-yaml.ts'
import { plainMapping, readPlainYaml } from './plain-yaml.ts'
import { plainOf, readYaml } from './yaml.ts'

/** The small YAML files of a workspace: review records, media descriptions, redirects, evaluations, signpost.yml. */

export const mostRecordLength = 2_000_000

/** A record that passes its schema, or a sentence why not. `what` is what a person calls it: “the list of redirects”. */
export function parseRecord<T>(text: string, schema: z.ZodType<T>, what = 'this file'): T | Refusal {
  const plain = readPlainYaml(text)
  const read = plain ? null : readYaml(text, mostRecordLength)
  if (read?.kind === 'broken') {
    return unreadable(what, `line ${read.line}: ${read.reason}`)
  }
  const parsed = schema.safeParse(plain ? plainMapping(plain) : read && plainOf(read.document))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length
    ? `“${issue.path.join(' → ')}” does not say what is needed`
    : 'it does not say what is needed'
  return unreadable(what, where, parsed.error.message)
}

function unreadable(what: string, why: string, detail?: string): Refusal {
  const name = what.charAt(0).toUpperCase() + what.slice(1)
  return refuse(
    'unreadable-record',
    `${name} could not be read (${why}). It has not been changed.`,
    'Put back an earlier version of it, or correct it in a text editor.',
    detail,
  )
}

/** A plain value as YAML: long lines stay whole, so that two versions compare line by line. */
export function writeRecord(value: unknown): string {
  return stringify(value, { lineWidth: 0 })
}

/** `signpost.yml` as what it says, or a sentence why not. */
export function parseSiteConfig(text: string): SiteConfig | Refusal {
  return parseRecord(text, siteConfigSchema, 'the settings of this workspace (signpost.yml)')
}

/**
 * `signpost.yml` with these settings. Only what differs is written; keys that Signpost does not know and comments stay, and so
 * does a list that could not be read, until somebody writes another.
 */
export function writeSiteConfig(previousText: string | null, config: SiteConfig): string {
  const read = readYaml(previousText ?? '', mostRecordLength)
  const before = read.kind === 'yaml' ? siteConfigSchema.safeParse(plainOf(read.document)) : null
  if (previousText === null || read.kind === 'broken' || !before?.success) return writeRecord(config)
  const changes = Object.entries(config).flatMap(([key, value]): FieldChange[] => {
    const former = before.data[key as keyof SiteConfig]
    return isSame(value, former) ? [] : [{ key, value: differing(former, value) }]
  })
  const edited = editYaml(previousText, read, changes)
  const after = parseSiteConfig(edited)
  return isSame(after, config) ? edited : writeRecord(config)
}

/** Of a mapping, the parts that are other than they were. */
function differing(former: unknown, value: unknown): unknown {
  if (!isMapping(former) || !isMapping(value)) return value
  const keys = [...new Set([...Object.keys(former), ...Object.keys(value)])]
  return Object.fromEntries(keys.flatMap(key => (isSame(former[key], value[key]) ? [] : [[key, value[key]]])))
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
