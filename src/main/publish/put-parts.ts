import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { TextFile, Unit } from '../../shared/site/index.ts'
import type { MadeFile, Parts } from './made-parts.ts'
import { hashOf } from './manifest.ts'
import { pictureBytes } from './picture-bytes.ts'
import { type Searched, searchedIn } from './search/index.ts'
import type { TreeWriter } from './tree-writer.ts'

export type ReadMedia = (name: string) => Promise<Uint8Array | Refusal>

/** The name of the content of a file of the workspace, by its path. */
export type NameOf = (path: string) => string | undefined

/** A file of a part that is in the new tree. */
export interface PutFile {
  path: string
  shows: readonly string[]
  searched: (Searched & { made: string | null }) | null
}

/** Puts a part into the new tree: the files that it had, or new ones where anything that it follows from is another. */
export function putPart(unit: Unit, parts: Parts, tree: TreeWriter): PutFile[] {
  const { files, holds } = parts.recall(unit)
  return holds && tree.takeOver(files) ? files.map(file => keptFile(file, tree)) : makePart(unit, parts, tree)
}

function keptFile({ path, shows, search }: MadeFile, tree: TreeWriter): PutFile {
  return { path, shows, searched: search && { ...search, html: htmlOf(path, tree), made: null } }
}

export function makePart(unit: Unit, parts: Parts, tree: TreeWriter): PutFile[] {
  const { files: made, remember } = parts.make(unit)
  const put = made.map(file => putFile(file, tree))
  remember(put.map(({ record }) => record))
  return put
}

function putFile({ path, content, searchAs, shows = [] }: TextFile, tree: TreeWriter): PutFile & { record: MadeFile } {
  const { record } = tree.put({ path, bytes: content })
  const made = { path, ...record, shows: [...shows], search: null }
  if (searchAs === undefined) return { path, shows, searched: null, record: made }
  const html = searchedIn(content)
  const search = { address: searchAs, hash: hashOf(html) }
  return { path, shows, searched: { ...search, html: htmlOf(path, tree), made: html }, record: { ...made, search } }
}

const htmlOf = (path: string, tree: TreeWriter) => () => searchedIn(tree.textOf(path))

/** Pictures and documents are read only where the site has not the same one already. */
export async function putMedia(
  { path, media }: { path: string; media: string },
  parts: Parts,
  tree: TreeWriter,
  { nameOf, readMedia }: { nameOf?: NameOf; readMedia: ReadMedia },
): Promise<Refusal | null> {
  const content = nameOf?.(`media/${media}`)
  const known = content === undefined ? null : parts.recallMedia(media, content)
  if (known !== null && tree.takeOver([known])) return null
  const bytes = await readMedia(media)
  if (isRefusal(bytes)) return bytes
  const { record } = tree.put({ path, bytes: pictureBytes(bytes) })
  if (content !== undefined) parts.rememberMedia(media, content, { path, ...record, shows: [], search: null })
  return null
}
