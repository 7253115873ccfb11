import {
  aboutBetween,
  checkSite,
  type Judged,
  judge,
  type SeenOfEntry,
  type SiteProblem,
  seenOfEntry,
  seenOfEntrySchema,
  type WholeSite,
  weigh,
} from '../../shared/checks/index.ts'
import { areSame, type Entry, isSame } from '../../shared/content/index.ts'
import type { Workspace } from '../workspace/index.ts'
import type { Session, World } from './session.ts'

/** Changes with what is seen of a page, so that nothing is taken for known that an earlier program worked out. */
const seenName = (version: string) => `seen ${version} 1`

/** A page is another object once its words are others, and what is seen of it follows from its words. */
const seenNow = new WeakMap<Entry, SeenOfEntry>()
/** What was found last: what people say beside the pages changes nothing of it. */
const foundLast = new WeakMap<Workspace, Pick<WholeSite, 'config' | 'entries'> & { found: readonly SiteProblem[] }>()

function foundIn(workspace: Workspace, site: WholeSite): readonly SiteProblem[] {
  const last = foundLast.get(workspace)
  const isLast = last !== undefined && isSame(last.config, site.config) && areSame(last.entries, site.entries)
  const found = isLast ? last.found : checkSite(site)
  foundLast.set(workspace, { config: site.config, entries: site.entries, found })
  return found
}

/**
 * What the rules between the pages find, as the team weighs it, with what somebody said is none there apart. What is about
 * a section is nobody's page, so nobody can say that of it.
 */
export async function betweenPages(
  { workspace, knowing, checking }: Pick<Session, 'workspace' | 'knowing' | 'checking'>,
  site: WholeSite,
): Promise<Judged<SiteProblem>> {
  const said = Map.groupBy(await knowing.records(), record => record.page)
  const each = [...Map.groupBy(foundIn(workspace, site), ({ about }) => about)].map(
    ([about, found]): Judged<SiteProblem> => {
      if (!('fields' in about)) return { problems: weigh(found, checking.terms([]).policy), dismissed: [] }
      return judge(found, about, checking.terms(said.get(about.fields.id) ?? []), aboutBetween)
    },
  )
  return { problems: each.flatMap(({ problems }) => problems), dismissed: each.flatMap(({ dismissed }) => dismissed) }
}

/** Read a little at a time: whoever is typing goes first. */
export async function wholeSite({ workspace, world }: Session): Promise<WholeSite> {
  const entries = workspace.entries()
  const known = new Map<Entry, SeenOfEntry>()
  for (const entry of entries) {
    const { seen, fresh } = seeing({ workspace, world }, entry)
    if (seen !== null) known.set(entry, seen)
    if (fresh) await new Promise(resolve => setImmediate(resolve))
  }
  return {
    config: workspace.config(),
    entries,
    byId: new Map(entries.map(entry => [entry.fields.id, entry])),
    seen: entry => known.get(entry) ?? seenOfEntry(entry),
  }
}

/** Remembers what the rules between the pages have to know of one that was read for something else too: so it is read once. */
export function seeEntry(session: Seeing, entry: Entry, seen: SeenOfEntry): void {
  seeing(session, entry, () => seen)
}

type Seeing = Pick<Session, 'workspace'> & { world: Pick<World, 'version'> }

function seeing({ workspace, world }: Seeing, entry: Entry, see = () => seenOfEntry(entry)) {
  const known = seenNow.get(entry)
  if (known !== undefined) return { seen: known, fresh: false }
  let fresh = false
  const seen = workspace.derive(entry.fields.id, seenName(world.version), seenOfEntrySchema, own => {
    fresh = true
    // Its words may have become others since it was read, and it is another object then.
    return own === entry ? see() : seenOfEntry(own)
  })
  if (seen !== null && workspace.byId(entry.fields.id) === entry) seenNow.set(entry, seen)
  return { seen, fresh }
}
