import {
  drawerOf,
  drawerText,
  isSame,
  type Manifest,
  manifestOf,
  manyDrawers,
  type SiteFileRecord,
} from './manifest.ts'

/**
 * The files of a tree that was built by this program and of the one that grows from it, so that what did not change is neither
 * looked at nor written down again: what one changed page costs here hardly grows with the number of pages.
 */
export interface FileList {
  /** Of the tree as it is now, with what was put into it since. */
  get(path: string): SiteFileRecord | undefined
  /** As the tree before had it. */
  before(path: string): SiteFileRecord | undefined
  /** The file is wanted again. */
  want(path: string): void
  set(path: string, record: SiteFileRecord): void
  entries(): Iterable<[path: string, record: SiteFileRecord]>
  size(): number
  /** From here on every file is wanted that was there, but those that are let go. */
  wantAll(): void
  /** The file is not wanted any more, unless somebody wants it again. */
  letGo(path: string): void
  /** After `wantAll`: every file has to be wanted by itself after all. */
  wantEach(): void
  /** Takes out what nobody wanted since the last time, and answers its paths. */
  sweep(): string[]
  /** From here on what is there now is what was there before, and all of it has to be wanted again. */
  settle(): void
  text(details: Omit<Manifest, 'files'>): string
}

interface Listed {
  record: SiteFileRecord
  round: number
}

interface Drawer {
  paths: Set<string>
  /** Null where it has to be written anew. */
  text: string | null
}

export function fileList(): FileList {
  const files = new Map<string, Listed>()
  const replaced = new Map<string, SiteFileRecord | undefined>()
  const drawers = Array.from({ length: manyDrawers }, (): Drawer => ({ paths: new Set(), text: null }))
  let round = 0
  /** Those that were let go, where all others are wanted. */
  let gone: Set<string> | null = null

  /** The drawer of a path in which something will be other. */
  function opened(path: string): Drawer {
    if (!replaced.has(path)) replaced.set(path, files.get(path)?.record)
    const drawer = drawers[drawerOf(path)]
    if (drawer === undefined) throw new Error('there is a drawer for every path')
    drawer.text = null
    return drawer
  }

  function textIn(drawer: Drawer): string {
    drawer.text ??= drawerText(
      [...drawer.paths].flatMap(path => {
        const listed = files.get(path)
        return listed === undefined ? [] : [[path, listed.record] as const]
      }),
    )
    return drawer.text
  }

  return {
    get: path => files.get(path)?.record,
    before: path => (replaced.has(path) ? replaced.get(path) : files.get(path)?.record),
    want(path) {
      const listed = files.get(path)
      if (listed !== undefined) listed.round = round
    },
    set(path, record) {
      if (!isSame(files.get(path)?.record, record)) opened(path).paths.add(path)
      files.set(path, { record, round })
    },
    *entries() {
      for (const [path, { record }] of files) yield [path, record]
    },
    size: () => files.size,
    wantAll() {
      gone = new Set()
    },
    letGo: path => void gone?.add(path),
    wantEach() {
      gone = null
    },
    sweep() {
      const swept: string[] = []
      for (const path of gone ?? files.keys()) {
        const listed = files.get(path)
        if (listed === undefined || listed.round === round) continue
        opened(path).paths.delete(path)
        files.delete(path)
        swept.push(path)
      }
      return swept
    },
    settle() {
      gone = null
      replaced.clear()
      round += 1
    },
    text: details => manifestOf(details, drawers.map(textIn)),
  }
}
