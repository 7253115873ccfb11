import { largestEntryFile, type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'

/** What Signpost looks after in a workspace's folder. Anything else there belongs to somebody else and is left alone. */
export const managedFolders = [
  'pages',
  'services',
  'media',
  'checklists',
  'evaluations',
  'reviews',
  'feedback',
  'answers',
  'reports',
] as const
export const managedFiles = ['signpost.yml', '.gitattributes', 'redirects.yml'] as const

/** Text has one kind of line ending everywhere; media are bytes, though what describes them is text. */
export const attributes = '* text=auto eol=lf\nmedia/** -text\nmedia/**/*.yml text eol=lf\n'

export function isManaged(path: string): boolean {
  const [first = '', ...rest] = path.split('/')
  return rest.length === 0 ? isOneOf(managedFiles, first) : isOneOf(managedFolders, first)
}

const isOneOf = (list: readonly string[], name: string) => list.includes(name)

/** The path, if a file of that name is somebody's work; null for what office programs and systems leave about. */
export function pathOfWork(path: string): WorkspacePath | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (path !== '.gitattributes' && /^(\.|~\$|~)|~$|\.tmp$|^(thumbs\.db|desktop\.ini)$/i.test(name)) return null
  return workspacePathSchema.safeParse(path).data ?? null
}

/**
 * In bytes; a larger file stays on this laptop, and colleagues go on with the version that they have. A page of that size
 * is none (see `largestEntryFile`), and nothing larger is taken by any git host.
 */
export function largestShared(path: string): number {
  return path.endsWith('.md') ? largestEntryFile : 95_000_000
}

/** A file's bytes as they are kept: text with LF alone, so that the same words are the same version on every system. */
export function asKept(path: string, bytes: Uint8Array): Uint8Array {
  if (!/\.(md|ya?ml)$/.test(path) || !bytes.includes(13)) return bytes
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}
