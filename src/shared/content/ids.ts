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

/** A path inside the workspace: relative, forward slashes, no empty, `.`, `..` or `.git` part, no backslash or NUL. */
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

const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

function isSafePath(path: string): boolean {
  if (path === '' || /[\\:\0]/.test(path)) return false
  return path.split('/').every(part => {
    // The Unicode forms and ignorable characters that some file systems fold into “.git” are folded here first.
    const folded = part
      .normalize('NFKC')
      .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
      .toLowerCase()
      .replace(/[. ]+$/, '')
    return folded !== '' && folded !== '.git' && folded !== 'git~1' && !deviceName.test(folded) && !/[. ]$/.test(part)
  })
}
