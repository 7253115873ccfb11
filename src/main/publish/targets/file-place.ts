/**
 * A place that takes files one by one, as a folder and a web host do. Paths are relative with forward slashes. What the
 * place cannot do is thrown in its own way, and said in words by its target.
 */
export interface FilePlace {
  /** How many files it is given at a time: a network's way there and back is waited for once for all of these. */
  atOnce: number
  /** Null where there is no such folder. */
  entries(folder: string): Promise<readonly PlaceEntry[] | null>
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  /** False where the folder that it is to lie in is not there. */
  write(path: string, bytes: Uint8Array): Promise<boolean>
  /** Puts a file in the place of another, or where there is none, in one step; false where either's folder is not there. */
  replace(from: string, to: string): Promise<boolean>
  /** Makes the folder and those that it is in; one that is there already will do. */
  makeFolder(path: string): Promise<void>
  /** A file that is gone already will do. */
  remove(path: string): Promise<void>
  /** False where something is in it. */
  removeIfEmpty(folder: string): Promise<boolean>
}

export interface PlaceEntry {
  name: string
  isFolder: boolean
  bytes: number
}

/** How long each file under a folder is, by its path; of a folder that is not there, nothing. */
export async function lengthsIn(place: FilePlace, folders: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  await several(place, [...folders], async folder => {
    for (const { name, isFolder, bytes } of (await place.entries(folder)) ?? []) {
      if (!isFolder) found.set(folder === '' ? name : `${folder}/${name}`, bytes)
    }
  })
  return found
}

/** Does the same with each, as many at once as the place takes. Those that were begun are waited for before one's failure is told. */
export async function several<T>(
  { atOnce }: Pick<FilePlace, 'atOnce'>,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0
  let failed = false
  async function worker(): Promise<void> {
    for (let item = items[next++]; item !== undefined && !failed; item = items[next++]) {
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, worker)
  for (const result of await Promise.allSettled(workers)) if (result.status === 'rejected') throw result.reason
}
