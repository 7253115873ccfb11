import type { Entry, WorkspacePath } from '../../shared/content/index.ts'
import { workspacePathSchema } from '../../shared/content/index.ts'
import type { WhyLeft } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { addressOf, type Redirect } from '../../shared/site/index.ts'
import type { Oid } from '../git/index.ts'
import { oldAddressesPath, withOldAddresses } from './old-addresses.ts'
import type { Session } from './session.ts'

/** Where pages stand after an act that moves many of them to one section; each keeps the last part of its address. */
export interface Moves {
  /** Where this one goes, or stays; why it cannot. */
  placeOf(entry: Entry): WorkspacePath | WhyLeft
  /** Takes the place, so that no other one comes there in the same act. */
  take(entry: Entry, place: WorkspacePath): void
  /** What becomes of the list of old addresses, of which each leads to the page; null where none moved. */
  oldAddresses(): Promise<string | Refusal | null>
}

/** `files` are those of the version that is changed. */
export function movesTo(
  { workspace, history }: Session,
  files: ReadonlyMap<string, Oid>,
  section: string | undefined,
): Moves {
  const taken = new Set<string>()
  const added: Redirect[] = []
  return {
    placeOf(entry) {
      if (section === undefined || (entry.kind === 'page' && entry.section === section)) return entry.path
      if (entry.kind === 'service') return 'a-service'
      const place = workspacePathSchema.safeParse(`pages/${section}/${entry.slug}.md`).data
      const isFree = place !== undefined && !files.has(place) && !workspace.isTaken(place)
      // Two addresses that differ in their capitals are one on most computers.
      return isFree && !taken.has(place.toLowerCase()) ? place : 'address-taken'
    },
    take(entry, place) {
      if (place === entry.path) return
      taken.add(place.toLowerCase())
      added.push({ from: addressOf(entry), to: `page:${entry.fields.id}` })
    },
    async oldAddresses() {
      if (added.length === 0) return null
      const blob = files.get(oldAddressesPath)
      const bytes = blob === undefined ? new Uint8Array() : await history.content(blob)
      return withOldAddresses(new TextDecoder().decode(bytes ?? undefined), added)
    },
  }
}
