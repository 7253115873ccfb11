import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, flushFolder, lstatOrNull, makeFolder, patiently, replaceFile } from '../files/index.ts'
import { type GrowingPack, growPack } from './growing-pack.ts'
import { readStored } from './objects.ts'
import { listBytes } from './pack-list.ts'
import type { Oid, Repository } from './repository.ts'

/**
 * What is on its way from the shared copy. It grows beside the history, where nothing can stand on it, and becomes part of
 * it when it is whole. After a cut or a kill it is still there, and what it was for.
 */
export interface Coming {
  pack: GrowingPack
  /** The versions for which it was begun; empty for none yet. */
  tips: readonly Oid[]
}

const noteSchema = z.object({ tips: z.array(z.string().regex(/^[0-9a-f]{40}$/)) })

const folderOf = ({ gitdir }: Repository) => join(gitdir, 'signpost', 'coming')
const noteOf = (repository: Repository) => join(folderOf(repository), 'wanted.json')
const packOf = (repository: Repository) => join(folderOf(repository), 'pack')
const tempOf = ({ gitdir }: Repository) => join(gitdir, 'signpost-tmp')

/** Whether something was begun and not finished. */
export async function hasComing(repository: Repository): Promise<boolean> {
  return (await lstatOrNull(repository.disk, noteOf(repository))) !== null
}

/** How much of it is here. */
export async function bytesComing(repository: Repository): Promise<number> {
  return (await lstatOrNull(repository.disk, packOf(repository)))?.size ?? 0
}

export async function openComing(repository: Repository): Promise<Coming> {
  const { disk } = repository
  // A workspace from elsewhere may have a link here: what it leads to is never written to.
  if ((await lstatOrNull(disk, folderOf(repository)))?.isDirectory() !== true) await discardComing(repository)
  await makeFolder(disk, folderOf(repository))
  const tips = await readTips(repository)
  // Without a word of what it is for, nobody knows what is missing.
  const isOfUse = tips.length > 0 && (await lstatOrNull(disk, packOf(repository)))?.isFile() === true
  if (!isOfUse) await patiently(disk, () => disk.rm(packOf(repository), { recursive: true, force: true }))
  const pack = await growPack(disk, packOf(repository), oid => readStored(repository, oid))
  return { pack, tips }
}

async function readTips(repository: Repository): Promise<readonly Oid[]> {
  let text: string
  try {
    text = await patiently(repository.disk, () => repository.disk.readFile(noteOf(repository), 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
  try {
    return noteSchema.parse(JSON.parse(text)).tips
  } catch {
    return []
  }
}

/** Says what is going to come, before any of it does. */
export async function noteTips(repository: Repository, tips: readonly Oid[]): Promise<void> {
  await replaceFile(repository.disk, tempOf(repository), noteOf(repository), JSON.stringify({ tips }))
}

/** Makes what has come part of the history: first the pack and then its list, as a list without a pack is a fault. */
export async function takeIn(repository: Repository, { pack }: Coming): Promise<void> {
  const { disk, gitdir } = repository
  const sum = await pack.finish()
  const packs = join(gitdir, 'objects', 'pack')
  const base = join(packs, `pack-${sum.toString('hex')}`)
  await makeFolder(disk, packs)
  await patiently(disk, () => disk.rename(packOf(repository), `${base}.pack`))
  await flushFolder(disk, packs)
  await replaceFile(disk, tempOf(repository), `${base}.idx`, listBytes(pack.things(), sum))
  await discardComing(repository)
}

export async function discardComing(repository: Repository): Promise<void> {
  await patiently(repository.disk, () => repository.disk.rm(folderOf(repository), { recursive: true, force: true }))
}
