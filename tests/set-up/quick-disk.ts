import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What all tests together hold at once, several times over, in bytes. */
const roomNeeded = 4 * 1024 ** 3

/**
 * Where tests keep their files: every test writes and flushes many small ones, and a disk in memory does that at once.
 * The system's own folder for such files is taken where that is none, is small (a container's is 64 MB), or starts no
 * programs, which some tests put there.
 */
export function quickDisk(folder = '/dev/shm', room = roomNeeded): string | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > room && startsPrograms(folder) ? folder : null
  } catch {
    return null
  }
}

function startsPrograms(folder: string): boolean {
  const own = mkdtempSync(join(folder, 'signpost-try-'))
  try {
    const program = join(own, 'program')
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 })
    execFileSync(program)
    return true
  } catch {
    return false
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}
