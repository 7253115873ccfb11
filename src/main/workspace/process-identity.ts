import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** A number that the system gave a program is given again to another; with the time it started it is one program only. */
export interface ProcessIdentity {
  pid: number
  /** Opaque: equal for the same process and different for another one with its number; null where that cannot be told. */
  started: string | null
}

export async function thisProcess(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: await startOf(process.pid) }
}

let laptop: Promise<string | null> | null = null

/**
 * This computer, as its system knows it: laptops that were set up alike may have one name. It is named by a digest, since
 * the system's own word for it is for nobody else (machine-id(5)). Null where it cannot be told.
 */
export function thisLaptop(): Promise<string | null> {
  laptop ??= systemsWordForIt().then(
    word => (word ? createHash('sha256').update(`signpost ${word}`).digest('hex').slice(0, 16) : null),
    () => null,
  )
  return laptop
}

async function systemsWordForIt(): Promise<string | null> {
  switch (process.platform) {
    case 'linux':
      return (await readFile('/etc/machine-id', 'utf8')).trim()
    case 'win32':
      return powershell("(Get-ItemProperty 'HKLM:/SOFTWARE/Microsoft/Cryptography').MachineGuid")
    default:
      return (
        /"IOPlatformUUID" = "(.+)"/.exec((await say('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'])) ?? '')?.[1] ??
        null
      )
  }
}

/** `unknown` is a process with that number of which nobody can say whether it is the same. */
export async function isRunning({ pid, started }: ProcessIdentity): Promise<'yes' | 'no' | 'unknown'> {
  if (!exists(pid)) return 'no'
  const now = await startOf(pid)
  if (now === null || started === null) return exists(pid) ? 'unknown' : 'no'
  return now === started ? 'yes' : 'no'
}

function exists(pid: number): boolean {
  try {
    // Signal 0 asks and does nothing.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Linux tells through /proc, in ticks since this boot; elsewhere the system's own tools tell. */
async function startOf(pid: number): Promise<string | null> {
  try {
    switch (process.platform) {
      case 'linux': {
        const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
        // The name in brackets may hold spaces and brackets; the 20th field after it is the start.
        const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
        return ticks === undefined ? null : `${boot}:${ticks}`
      }
      case 'win32':
        return await powershell(`(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`)
      default:
        return await say('ps', ['-o', 'lstart=', '-p', String(pid)])
    }
  } catch {
    return null
  }
}

/** `ps` says the start by the time zone of whoever asks, and a laptop that travels is still the same one. */
const inOneLanguage = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }

const powershell = (command: string) => say('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command])

async function say(program: string, args: string[]): Promise<string | null> {
  const { stdout } = await promisify(execFile)(program, args, { timeout: 5000, env: inOneLanguage })
  return stdout.trim() || null
}
