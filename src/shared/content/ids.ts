import { z } from 'zod'

/** Names of things inside a workspace, made only by these parsers, so that a page id is never taken for a path. */

/** A ULID (26 characters of Crockford base 32): made once, never changed. */
export const pageIdSchema = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is not a page id')
  .brand<'PageId'>()
export type PageId = z.infer<typeof pageIdSchema>

/** SHA-256 of a page's bytes with LF line endings, as 64 hexadecimal digits. A review is bound to one of these. */
export const contentHashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'is not a content hash')
  .brand<'ContentHash'>()
export type ContentHash = z.infer<typeof contentHashSchema>

/**
 * A path inside the workspace that means one file on every system: relative, forward slashes, no empty, `.`, `..` or
 * `.git` part in any spelling, no name of a device, nothing that some file system cannot hold.
 */
export const workspacePathSchema = z
  .string()
  .max(240)
  .refine(isSafePath, 'is not a path inside the workspace')
  .brand<'WorkspacePath'>()
export type WorkspacePath = z.infer<typeof workspacePathSchema>

/** A calendar day, `2026-11-22`. */
export const isoDateSchema = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof isoDateSchema>

/** A moment, in UTC, `2026-11-22T10:42:00.000Z`. */
export const instantSchema = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof instantSchema>

/** Windows gives these to devices, whatever follows the first dot, and however many spaces stand before it. */
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9]|lpt[0-9]) *(\.|$)/
/** What no name on Windows can hold, and what a terminal or a log would act on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const forbidden = /[\\:<>"|?*\u0000-\u001f\u007f-\u009f]/
/** In bytes of UTF-8: more than this is no name on any disk that is in use. */
const longestPart = 255

function isSafePath(path: string): boolean {
  return path !== '' && path.isWellFormed() && !forbidden.test(path) && path.split('/').every(isSafeName)
}

function isSafeName(name: string): boolean {
  const folded = sameName(name).replace(/[. ]+$/, '')
  if (folded === '' || folded === '.git' || /^\.?git~\d$/.test(folded) || deviceName.test(folded)) return false
  return !/[. ]$/.test(name) && bytesIn(name) <= longestPart
}

/**
 * A name in the form in which two names are one on some disk: without regard to capital letters (Windows, macOS), to how
 * an accent is written (macOS), or to characters that are not seen (HFS+ leaves them out). It takes a few more for one
 * than any disk does, which only ever means more care.
 */
export function sameName(name: string): string {
  if (/^[a-z\d._-]*$/.test(name)) return name
  return name
    .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
}

function bytesIn(name: string): number {
  const sizeOf = (character: number) => (character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4)
  return [...name].reduce((sum, character) => sum + sizeOf(character.codePointAt(0) ?? 0), 0)
}
