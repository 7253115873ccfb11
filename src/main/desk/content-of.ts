import type { Entry } from '../../shared/content/index.ts'
import { blobOid, type Oid } from '../git/index.ts'
import type { Workspace } from '../workspace/index.ts'

/** An entry is another object once its words are others. */
const known = new WeakMap<Entry, Oid>()

/** The history's name for the file of an entry as it lies on the desk; null where it is not there any more. */
export function contentOf(workspace: Workspace, entry: Entry): Oid | null {
  const before = known.get(entry)
  if (before !== undefined) return before
  const text = workspace.text(entry.fields.id)
  if (text === null || workspace.byId(entry.fields.id) !== entry) return null
  const oid = blobOid(Buffer.from(text))
  known.set(entry, oid)
  return oid
}
