import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pictures = 150

/** From 300 kB to 2.4 MB each, and nothing in them that could be made smaller; a few with every version. */
export function addPictures(workspace: string): void {
  mkdirSync(join(workspace, 'media'), { recursive: true })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, stdio: 'ignore' })
  for (let number = 0; number < pictures; number++) {
    const size = 300_000 + ((number * 7) % pictures) * 14_000
    writeFileSync(join(workspace, 'media', `picture-${number}.jpg`), noise(number, size))
    if (number % 10 < 9) continue
    git('add', 'media')
    git('-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qm', `Pictures up to ${number}`)
  }
}

/** The same at every run. */
function noise(seed: number, size: number): Buffer {
  const parts = Array.from({ length: Math.ceil(size / 64) }, (_, at) =>
    createHash('sha512').update(`${seed} ${at}`).digest(),
  )
  return Buffer.concat(parts).subarray(0, size)
}
