import { type Disk, nodeDisk } from '../../src/main/files/index.ts'

/** Everything that changes a disk, in the order in which a program does it. */
const changes = ['open', 'rename', 'unlink', 'mkdir', 'rmdir', 'rm', 'symlink', 'chmod'] as const

export interface FaultyDisk extends Disk {
  /** How many changes were asked for so far, the faulty ones included. */
  readonly asked: { count: number }
}

/**
 * A real disk on which the changes numbered by `fails` (from 0) do not happen and say `code` instead. Creating a file,
 * writing into it and flushing it are three changes; a failed write leaves half of its bytes, as a full disk does. A full
 * disk still lets files be removed.
 */
export function faultyDisk(code: string, fails: (change: number) => boolean): FaultyDisk {
  const asked = { count: 0 }
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  const fault = () => Object.assign(new Error(`${code}: injected`), { code })
  const next = () => fails(asked.count++)
  const disk: Disk = { ...nodeDisk, wait: async () => undefined }
  const guarded = Object.fromEntries(
    changes.map(name => [
      name,
      async (...args: unknown[]) => {
        const reads = name === 'open' && !/^(w|a|r\+)/.test(String(args[1]))
        const frees = isFull && (name === 'unlink' || name === 'rm' || name === 'rmdir')
        if (!reads && next() && !frees) throw fault()
        const result: unknown = await Reflect.apply(disk[name], disk, args)
        return name === 'open' && !reads ? faultyHandle(result, next, fault, isFull) : result
      },
    ]),
  )
  return { ...disk, ...guarded, asked }
}

function faultyHandle(handle: unknown, next: () => boolean, fault: () => Error, isFull: boolean): unknown {
  if (!isHandle(handle)) return handle
  return {
    writeFile: async (data: string | Uint8Array) => {
      const bytes = Buffer.from(data)
      if (!next()) return handle.writeFile(bytes)
      await handle.writeFile(bytes.subarray(0, bytes.length / 2))
      throw fault()
    },
    write: async (bytes: Buffer, from: number, length: number, at: number) => {
      if (!next()) return handle.write(bytes, from, length, at)
      await handle.write(bytes, from, Math.floor(length / 2), at)
      throw fault()
    },
    truncate: async (length: number) => {
      if (next() && !isFull) throw fault()
      return handle.truncate(length)
    },
    read: (bytes: Buffer, from: number, length: number, at: number) => handle.read(bytes, from, length, at),
    stat: () => handle.stat(),
    sync: async () => {
      if (next()) throw fault()
      return handle.sync()
    },
    close: () => handle.close(),
  }
}

type Handle = Awaited<ReturnType<Disk['open']>>
const isHandle = (value: unknown): value is Handle =>
  typeof value === 'object' && value !== null && 'writeFile' in value

const looks = ['open', 'readFile', 'readdir'] as const

/** A real disk that says `code` to whoever reads or lists a path that `hides` knows, for as long as it does. Writing goes well. */
export function hidingDisk(code: string, hides: (path: string) => boolean): Disk {
  const disk: Disk = { ...nodeDisk, wait: async () => undefined }
  const fault = () => Object.assign(new Error(`${code}: injected`), { code })
  const guarded = Object.fromEntries(
    looks.map(name => [
      name,
      async (...args: unknown[]) => {
        const reads = name !== 'open' || !String(args[1]).startsWith('w')
        if (reads && hides(String(args[0]))) throw fault()
        return Reflect.apply(disk[name], disk, args)
      },
    ]),
  )
  return {
    ...disk,
    ...guarded,
    readNow: (path, maxBytes) => (hides(path) ? null : disk.readNow(path, maxBytes)),
    readdirNow: path => {
      if (hides(path)) throw fault()
      return disk.readdirNow(path)
    },
  }
}
