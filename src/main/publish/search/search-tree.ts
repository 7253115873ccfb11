import type { FileBytes } from '../theme.ts'

/** Where the files of an index go, by their paths in the site, and what stood there before. */
export interface SearchTree {
  put(file: FileBytes): unknown
  /** Takes over the file of before, where it is there still. */
  keep(path: string): boolean
  /** The file of before is not wanted any more, unless it is kept or put again. */
  letGo(path: string): void
  /** Whether what is not let go stays without being kept. */
  staysByItself(): boolean
  /** A file that was put or kept, in its words. */
  text(path: string): string
  /** A file of the site before, exactly as that was built; null where it is not. */
  before(path: string): Uint8Array | null
}
