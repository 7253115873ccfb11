import type { Entry, SiteConfig } from '../../shared/content/index.ts'
import { mediaNamesOf } from '../../shared/site/index.ts'
import type { History, Oid } from '../git/index.ts'
import { couldShowMedia } from '../workspace/index.ts'
import type { Decided } from './planned.ts'

/** The files of one version of the workspace: path to the name of its content, and the way to its bytes. */
export interface SiteFiles {
  names: ReadonlyMap<string, Oid>
  read(path: string): Promise<Uint8Array>
}

/**
 * `ref` is `desk`, `live` or one version's name. A version that does not exist has no files. All of it is as it stands now,
 * whatever version takes its place while it is read.
 */
export async function filesOf(history: Pick<History, 'filesAt' | 'content'>, ref: string): Promise<SiteFiles> {
  const names = await history.filesAt(ref)
  return {
    names,
    read: async path => {
      const oid = names.get(path)
      const bytes = oid === undefined ? null : await history.content(oid)
      if (bytes === null) throw new Error(`${ref} has no ${path}`)
      return bytes
    },
  }
}

/**
 * What goes live with the pages although no page's review covers it: the site's frame, and the answers to families, whose
 * exact words somebody agreed to when they were put there.
 */
const goesAlong = /^(signpost\.yml|redirects\.yml|\.gitattributes|(?:checklists|answers)\/[^/]+\.yml)$/

/** Files of the media folder that stand on every page: the council's logo. */
export function mediaOfSite({ site }: SiteConfig): string[] {
  const [, name] = /^media\/([^/]+)$/.exec(site.logo) ?? []
  return name === undefined ? [] : [name]
}

/**
 * Exactly what the live version will hold: each page from the desk or from the live version as decided, the site's own
 * settings from the desk, and of the media only what those pages use, from the desk where it is still there and fit for the
 * site. `media` are files that no page shows and the site itself does. `checks` are the files that say when somebody last found a page true: no word of it changes with them.
 */
export function plannedFiles(
  after: Decided['after'],
  checks: ReadonlyMap<string, SiteFiles>,
  desk: SiteFiles,
  live: SiteFiles,
  { media = [], isUnfit = () => false }: { media?: readonly string[]; isUnfit?: (name: string) => boolean } = {},
): SiteFiles {
  const from = new Map(checks)
  for (const path of desk.names.keys()) if (goesAlong.test(path)) from.set(path, desk)
  for (const { entry, from: side } of after) from.set(entry.path, side === 'desk' ? desk : live)
  for (const name of new Set([...media, ...after.flatMap(({ entry }) => mediaIn(entry))])) {
    const path = `media/${name}`
    const side = (isUnfit(name) ? [live, desk] : [desk, live]).find(one => one.names.has(path))
    if (side === undefined) continue
    for (const each of [path, `${path}.yml`]) if (side.names.has(each)) from.set(each, side)
  }
  return joined(from)
}

/** An entry is another object once its words are others. */
const known = new WeakMap<Entry, readonly string[]>()

/** The files of the media folder that an entry shows. The words of one that cannot show any in them are not read for it. */
export function mediaIn(entry: Entry): readonly string[] {
  const names = known.get(entry) ?? mediaNamesOf(couldShowMedia(entry) ? entry : withoutWords(entry))
  known.set(entry, names)
  return names
}

function withoutWords({ kind, fields }: Entry): Parameters<typeof mediaNamesOf>[0] {
  const doc = { type: 'doc' as const, content: [] }
  return kind === 'page' ? { kind, fields, doc } : { kind, fields, doc }
}

function joined(from: ReadonlyMap<string, SiteFiles>): SiteFiles {
  const names = new Map([...from].flatMap(([path, side]) => nameIn(side, path)))
  return {
    names,
    read: async path => {
      const side = from.get(path)
      if (side === undefined) throw new Error(`the planned site has no ${path}`)
      return await side.read(path)
    },
  }
}

/** The name of what stands there in that version; none where it has no such file. */
export function nameIn(side: SiteFiles, path: string): [string, Oid][] {
  const oid = side.names.get(path)
  return oid === undefined ? [] : [[path, oid]]
}
