import { z } from 'zod'
import { parseRecord, workspacePathSchema, writeRecord } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Redirect } from '../../shared/site/index.ts'
import { oneAtATime } from '../settings/index.ts'
import type { Room } from './room.ts'

/** `redirects.yml`: old addresses on the site, and where they lead (an address, `page:<id>` or `service:<id>`). */
export interface Redirects {
  list(): Promise<Redirect[] | Refusal>
  /** One address leads to one place: a later redirect takes the place of an earlier one from the same address. */
  add(from: string, to: string): Promise<{ kind: 'ok' } | Refusal>
}

const path = workspacePathSchema.parse('redirects.yml')
const schema = z.array(z.object({ from: z.string(), to: z.string() }))
const largest = 2_000_000

export function openRedirects(room: Room): Redirects {
  async function list(): Promise<Redirect[] | Refusal> {
    const bytes = await room.read(path, largest)
    if (isRefusal(bytes)) return bytes.code === 'missing' ? [] : bytes
    const text = new TextDecoder().decode(bytes)
    return text.trim() === '' ? [] : parseRecord(text, schema, 'the list of old addresses (redirects.yml)')
  }
  const inTurn = oneAtATime()

  async function addNow(from: string, to: string): Promise<{ kind: 'ok' } | Refusal> {
    const before = await list()
    // A list that cannot be read is never written over.
    if (isRefusal(before)) return before
    const written = await room.write(path, writeRecord([...before.filter(one => one.from !== from), { from, to }]))
    return isRefusal(written) ? written : { kind: 'ok' }
  }

  return {
    list,
    add: (from, to) => inTurn(() => addNow(from, to)),
  }
}
