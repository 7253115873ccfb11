import type { FileKind } from './file-kind.ts'

/**
 * A name that is safe in an address, on every file system and beside the names already there: small letters, digits and
 * hyphens, with the ending of what the file really is. `taken` are the names in use, in small letters.
 */
export function safeMediaName(name: string, kind: FileKind, taken: ReadonlySet<string>): string {
  const stem = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  const base =
    stem === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(stem) ? `file${stem === '' ? '' : `-${stem}`}` : stem
  for (let number = 1; ; number += 1) {
    const candidate = `${base}${number === 1 ? '' : `-${number}`}.${kind}`
    if (!taken.has(candidate)) return candidate
  }
}
