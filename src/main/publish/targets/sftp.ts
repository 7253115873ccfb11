import { dirname } from 'node:path/posix'
import type { FileEntryWithStats, Stats } from 'ssh2'
import type { Refusal } from '../../../shared/outcome.ts'
import { stopped } from '../stopped.ts'
import type { FilePlace, PlaceEntry } from './file-place.ts'
import { deliverOneByOne, isMissing } from './one-by-one.ts'
import { type Line, signIn } from './sftp-connection.ts'
import { cannotReplace, hostName, mayNotWrite, noKeyTrusted, notTaken, noWayIn, type SftpTarget } from './sftp-words.ts'
import type { NotReached, SignedIn, Target } from './target.ts'
import type { WayIn } from './way-in.ts'

const nameOf = (target: SftpTarget) => `the folder ${target.folder} at ${hostName(target)}`

/** A folder of a web host, over SFTP. The host proves itself first, by the key that a person trusted. */
export const sftpTarget: Target<SftpTarget, SignedIn> = {
  kind: 'sftp',
  nameOf,
  deliver: async (target, delivery) => {
    if (target.hostKey === '') return noKeyTrusted(target)
    const wayIn = await delivery.wayIn(target)
    if (wayIn === null) return noWayIn(target)
    const line = await signIn(target, wayIn, delivery)
    if (line.kind !== 'line') return delivery.signal?.aborted ? stopped() : line
    try {
      return await deliverOneByOne(sftpPlace(line, target.folder), nameOf(target), delivery)
    } catch (error) {
      if (delivery.signal?.aborted) return stopped()
      return line.lost() ?? inWords(target, error)
    } finally {
      line.close()
    }
  },
}

/** Signs in and looks whether the folder is there; changes nothing. */
export async function seeFolder(target: SftpTarget, wayIn: WayIn): Promise<{ kind: 'seen' } | NotReached | Refusal> {
  const line = await signIn(target, wayIn, {})
  if (line.kind !== 'line') return line
  try {
    return (await sftpPlace(line, target.folder).entries('')) === null ? isMissing(nameOf(target)) : { kind: 'seen' }
  } catch (error) {
    return line.lost() ?? inWords(target, error)
  } finally {
    line.close()
  }
}

/** Numbers of the SFTP protocol (draft-ietf-secsh-filexfer-02, section 7). */
const [noSuchFile, noPermission] = [2, 3]
const largestList = 64_000_000

const statusOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

export function sftpPlace({ sftp, answered }: Pick<Line, 'sftp' | 'answered'>, folder: string): FilePlace {
  const root = folder.replace(/\/+$/, '') || (folder.startsWith('/') ? '/' : '.')
  const at = (path: string) => (path === '' ? root : `${root}/${path}`)
  const remove = (path: string) => isDone(() => answered(answer => sftp.unlink(at(path), answer)))

  async function entries(path: string): Promise<PlaceEntry[] | null> {
    const found = await orNull(() => answered<FileEntryWithStats[]>(answer => sftp.readdir(at(path), answer)))
    return (
      found?.map(({ filename, attrs }) => ({ name: filename, isFolder: attrs.isDirectory(), bytes: attrs.size })) ??
      null
    )
  }

  /** Hosts say the same of a folder that is there already as of any other failure. */
  async function makeFolder(path: string): Promise<void> {
    const make = () => answered(answer => sftp.mkdir(at(path), answer))
    if (await isMade(make)) return
    if ((await entries(path)) !== null) return
    const parent = dirname(path)
    if (parent !== '.') await makeFolder(parent)
    if (!(await isMade(make)) && (await entries(path)) === null) await make()
  }

  return {
    atOnce: 16,
    entries,
    makeFolder,
    async read(path) {
      const stats = await orNull(() => answered<Stats>(answer => sftp.stat(at(path), answer)))
      if (stats === null) return null
      // Nobody's list of files is as long as this, so it is none of ours.
      if (stats.size > largestList) return new Uint8Array()
      return await orNull(() => answered<Buffer>(answer => sftp.readFile(at(path), answer)))
    },
    write: (path, bytes) => isDone(() => answered(answer => sftp.writeFile(at(path), Buffer.from(bytes), answer))),
    replace: (from, to) => isDone(() => answered(answer => sftp.ext_openssh_rename(at(from), at(to), answer))),
    remove: async path => {
      await remove(path)
    },
    removeIfEmpty: path => isMade(() => answered(answer => sftp.rmdir(at(path), answer))),
  }
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (statusOf(error) === noSuchFile) return null
    throw error
  }
}

async function isDone(work: () => Promise<unknown>): Promise<boolean> {
  return (await orNull(() => work().then(() => true))) ?? false
}

/** A line that broke shows at the next question. */
async function isMade(work: () => Promise<unknown>): Promise<boolean> {
  return await work().then(
    () => true,
    () => false,
  )
}

function inWords(target: SftpTarget, error: unknown): Refusal {
  const detail = error instanceof Error ? error.message : String(error)
  if (statusOf(error) === noPermission) return mayNotWrite(target, detail)
  if (detail.includes('does not support')) return cannotReplace(target)
  if (typeof statusOf(error) === 'number') return notTaken(target, detail)
  throw error
}
