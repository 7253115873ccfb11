import { hashOf } from '../manifest.ts'
import { closed } from './bundle.ts'
import type { NewFile, WordFile } from './word-files.ts'

/** A file with words as it stands in a site: its name, and its bytes. */
export interface WordFileBytes {
  file: WordFile
  bytes: Uint8Array
}

export function newWordFile(language: string, { from, to, bytes }: NewFile): WordFileBytes {
  return { file: { from, to, name: nameInBundle(language, bytes) }, bytes: closed(bytes) }
}

/** By what is in it, so that a browser that kept an old one never takes it for this. */
export function nameInBundle(language: string, bytes: Uint8Array): string {
  return `${language}_${hashOf(bytes).slice(0, 16)}`
}
