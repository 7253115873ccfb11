import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Disk } from './disk.ts'

/**
 * What a file system says when it cannot, as a sentence for a person. Anything not listed here is a bug and is thrown. What
 * reading meets as well as writing has a sentence that is true of both: the fault itself does not say which it was.
 */
const known: Record<string, [code: string, sentence: string, nextStep: string]> = {
  ENOSPC: [
    'disk-full',
    'This disk is full, so the last change could not be saved. Everything saved before it is safe: nothing was lost.',
    'Free some space, then save again.',
  ],
  EROFS: [
    'disk-read-only',
    'This disk can only be read, so the last change could not be saved. Nothing was lost.',
    'Move the workspace to a disk that you can write to, or ask for permission to write here.',
  ],
  EMFILE: [
    'too-many-files-open',
    'This laptop has too many files open, so Signpost could not go on with this. Nothing was lost.',
    'Close some other programs, then try again.',
  ],
  EACCES: [
    'no-permission-on-disk',
    'This laptop did not let Signpost use a file or folder that it needs. Nothing was lost.',
    'Check that no other program holds the workspace’s folder and that you may read and write in it, then try again.',
  ],
  EBUSY: [
    'file-in-use',
    'Another program is using a file that Signpost needs. Nothing was lost.',
    'Close the other program, or wait until it has finished, then try again.',
  ],
  EIO: [
    'disk-failing',
    'This disk reported a fault, so Signpost could not go on with this. Everything saved before was left as it was.',
    'Share your work from another disk soon, and ask for this one to be checked.',
  ],
  ENAMETOOLONG: [
    'name-too-long',
    'The name is too long for this disk. Nothing was lost.',
    'Choose a shorter title or address, then save again.',
  ],
  ENOENT: [
    'folder-gone',
    'The workspace’s folder is no longer where it was. Nothing was changed.',
    'Plug the disk back in or put the folder back, then open the workspace again.',
  ],
}
const sameAs: Record<string, string> = {
  EDQUOT: 'ENOSPC',
  ENFILE: 'EMFILE',
  EPERM: 'EACCES',
  ENOTDIR: 'ENOENT',
  ENXIO: 'ENOENT',
  ENODEV: 'ENOENT',
  ESTALE: 'ENOENT',
}

/** What a drive on the network says when it is gone, and Windows of what it has no name for: of a file, and not of a server. */
const ofFilesOnly: Record<string, string> = {
  ENOTCONN: 'ENOENT',
  EHOSTDOWN: 'ENOENT',
  EHOSTUNREACH: 'ENOENT',
  ENETUNREACH: 'ENOENT',
  ETIMEDOUT: 'ENOENT',
  ECONNRESET: 'ENOENT',
  ECONNABORTED: 'ENOENT',
  UNKNOWN: 'EACCES',
}
/** These are asked of files and of nothing else. */
const fileCalls = new Set(['open', 'fsync', 'fstat', 'ftruncate', 'futime', 'rename', 'unlink', 'mkdir', 'scandir'])

function sameFault(error: unknown, code: string): string {
  const isOfFile =
    error instanceof Error &&
    (('path' in error && typeof error.path === 'string') ||
      ('syscall' in error && fileCalls.has(String(error.syscall))))
  return sameAs[code] ?? (isOfFile ? ofFilesOnly[code] : undefined) ?? code
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

const codes = new Set(Object.values(known).map(([code]) => code))

/** Whether it is the disk that refuses: it may answer in a moment, and nothing is known until then. */
export function isDiskTrouble({ code }: Pick<Refusal, 'code'>): boolean {
  return codes.has(code)
}

/** A refusal of the disk on its way up through what has no answer for it; `diskTrouble` finds it again. */
export function thrown(refusal: Refusal): Error {
  return new Error(refusal.detail ?? refusal.sentence, { cause: refusal })
}

/** The refusal for a fault of the disk; null for anything else. Looks through the causes that a library wrapped it in. */
export function diskTrouble(error: unknown): Refusal | null {
  if (error instanceof Error && isRefusal(error.cause)) return error.cause
  const code = codeOf(error)
  const words = code === null ? undefined : known[sameFault(error, code)]
  if (words) return refuse(...words, error instanceof Error ? error.message : undefined)
  return error instanceof Error && error.cause !== undefined ? diskTrouble(error.cause) : null
}

/** As the disk says it where a folder is gone that everything else is in. */
export const folderGone = (folder: string): Error => Object.assign(new Error(`no ${folder}`), { code: 'ENOENT' })

/** Runs `work`; a fault of the disk becomes its refusal, a bug stays an exception. */
export async function orDiskTrouble<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    const refusal = diskTrouble(error)
    if (refusal) return refusal
    throw error
  }
}

/** About 1.4 seconds in all: an antivirus or a sync tool has let go by then, and nobody has stopped waiting. */
const pauses = [10, 30, 90, 250, 400, 600]
/** Whatever else this program is reading at this moment gives its handles back. */
export const outOfHandles: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE'])
const passing: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', ...outOfHandles])

/**
 * Tries again when another program holds the file for a moment, as Windows antivirus and sync tools do, and when no handle is
 * free. `codes` where only some of these pass.
 */
export async function patiently<T>(disk: Disk, work: () => Promise<T>, codes = passing): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!codes.has(codeOf(error) ?? '')) throw error
      await disk.wait(pause)
    }
  }
  return await work()
}
