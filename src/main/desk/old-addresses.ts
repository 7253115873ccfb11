import { z } from 'zod'
import { parseRecord, workspacePathSchema, writeRecord } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Redirect } from '../../shared/site/index.ts'

/** The list of old addresses as a version has it, for acts that change it together with pages. */

export const oldAddressesPath = workspacePathSchema.parse('redirects.yml')
const schema = z.array(z.object({ from: z.string(), to: z.string() }))

/** The list with these in it: one address leads to one place. One that cannot be read is never written over. */
export function withOldAddresses(text: string, added: readonly Redirect[]): string | Refusal {
  const former = text.trim() === '' ? [] : parseRecord(text, schema, 'the list of old addresses (redirects.yml)')
  if (isRefusal(former)) return former
  const from = new Set(added.map(one => one.from))
  return writeRecord([...former.filter(one => !from.has(one.from)), ...added])
}
