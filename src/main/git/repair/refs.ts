import { dirname, join } from 'node:path'
import { codeOf, patiently, replaceFile, severalAtOnce } from '../../files/index.ts'
import type { Oid, Repository } from '../repository.ts'
import { setAside } from './set-aside.ts'

/** The repository's names as they can be read: what is no name for anything is in `broken`. */
export interface Names {
  sound: Map<string, Oid>
  broken: string[]
}

const tempOf = ({ gitdir }: Repository) => join(gitdir, 'signpost-tmp')

/** Every name, or only those under `folders`: a long-used workspace keeps thousands of former versions. */
export async function readNames(repository: Repository, folders: readonly string[] = ['refs']): Promise<Names> {
  const names: Names = { sound: await packedNames(repository), broken: [] }
  const paths = (await Promise.all(folders.map(folder => pathsUnder(repository, folder)))).flat()
  await severalAtOnce(paths, async ref => {
    const text = await textOf(repository, join(repository.gitdir, ref))
    const oid = /^([0-9a-f]{40})\s*$/.exec(text ?? '')?.[1]
    if (oid !== undefined) names.sound.set(ref, oid)
    else if (!/^ref: refs\/\S+\s*$/.test(text ?? '')) names.broken.push(ref)
  })
  return names
}

async function pathsUnder({ disk, gitdir }: Repository, folder: string): Promise<string[]> {
  let entries: { name: string; isDirectory(): boolean }[]
  try {
    entries = await disk.readdir(join(gitdir, folder), { withFileTypes: true })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    if (codeOf(error) === 'ENOTDIR') return [folder]
    throw error
  }
  const found: string[] = []
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await pathsUnder({ disk, gitdir } as Repository, path)))
    else if (!entry.name.endsWith('.lock')) found.push(path)
  }
  return found
}

async function textOf({ disk }: Repository, path: string): Promise<string | null> {
  try {
    return await patiently(disk, () => disk.readFile(path, 'utf8'))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}

const packedLine = /^([0-9a-f]{40}) (refs\/\S+)$/

async function packedNames(repository: Repository): Promise<Map<string, Oid>> {
  const text = (await textOf(repository, join(repository.gitdir, 'packed-refs'))) ?? ''
  // Without its end, a last line may be the beginning of a longer name.
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return new Map(lines.flatMap(line => pairOf(packedLine.exec(line))))
}

function pairOf(match: RegExpExecArray | null): [string, Oid][] {
  const [, oid, ref] = match ?? []
  return oid !== undefined && ref !== undefined ? [[ref, oid]] : []
}

const packedRest = /^(#.*|\^[0-9a-f]{40}|)$/

/** False where another git's one file of many names holds a line that is none. */
export async function isPackedSound(repository: Repository): Promise<boolean> {
  const text = (await textOf(repository, join(repository.gitdir, 'packed-refs'))) ?? ''
  if (text !== '' && !text.endsWith('\n')) return false
  return text.split('\n').every(line => packedLine.test(line) || packedRest.test(line))
}

/** Writes that file again with the lines that can be read. */
export async function mendPacked(repository: Repository): Promise<void> {
  if (await isPackedSound(repository)) return
  const kept = await packedNames(repository)
  await setAside(repository, join(repository.gitdir, 'packed-refs'))
  await writePacked(repository, kept)
}

async function writePacked(repository: Repository, names: ReadonlyMap<string, Oid>): Promise<void> {
  const path = join(repository.gitdir, 'packed-refs')
  const lines = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ref, oid]) => `${oid} ${ref}\n`)
  await replaceFile(repository.disk, tempOf(repository), path, `# pack-refs with: sorted \n${lines.join('')}`)
}

/** Takes a name away wherever it stands. */
export async function dropName(repository: Repository, ref: string): Promise<void> {
  await setAside(repository, join(repository.gitdir, ref))
  const packed = await packedNames(repository)
  if (packed.delete(ref)) await writePacked(repository, packed)
}

/** The name's own file, whatever stood in its way before. */
export async function writeName(repository: Repository, ref: string, oid: Oid): Promise<void> {
  const path = join(repository.gitdir, ref)
  for (let folder = dirname(path); folder !== repository.gitdir; folder = dirname(folder)) {
    const text = await textOf(repository, folder).catch(() => null)
    if (text !== null) await setAside(repository, folder)
  }
  await replaceFile(repository.disk, tempOf(repository), path, `${oid}\n`)
}
