import { chmod, mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Disk, lookAtFolder, nodeDisk, standsAsBefore } from '../../src/main/files/index.ts'

const later = () => Date.now() + 60_000

async function folder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'signpost-look-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await mkdir(join(root, 'pages', 'health'), { recursive: true })
  await writeFile(join(root, 'signpost.yml'), 'name: Offer\n')
  await writeFile(join(root, 'pages', 'health', 'nurses.md'), 'Nurses.\n')
  return root
}

/** What was there is seen at once and a minute later, when a second change could no longer look like the first. */
async function lookedAt(root: string, now: number) {
  const look = lookAtFolder(root, now)
  if (look === null) throw new Error('it could not be looked at')
  expect(standsAsBefore(root, look)).toBe(true)
  return look
}

const nurses = (root: string) => join(root, 'pages', 'health', 'nurses.md')

const changes: Record<string, (root: string) => Promise<void>> = {
  'words of the same length at the same time': async root => {
    const { atime, mtime } = await stat(nurses(root))
    await writeFile(nurses(root), 'Nursed.\n')
    await utimes(nurses(root), atime, mtime)
  },
  'another file in its place': async root => {
    await writeFile(join(root, 'other.md'), 'Nurses!\n')
    await rename(join(root, 'other.md'), nurses(root))
  },
  'a file that came': root => writeFile(join(root, 'pages', 'new.md'), ''),
  'a file that went': root => rm(nurses(root)),
  'a file that has another name': root => rename(nurses(root), join(root, 'pages', 'nurses.md')),
  'a folder with all that was in it': root => rm(join(root, 'pages'), { recursive: true }),
}

for (const [what, change] of Object.entries(changes)) {
  test(`is seen to be another: ${what}`, async () => {
    for (const now of [Date.now(), later()]) {
      const root = await folder()
      const look = await lookedAt(root, now)
      await change(root)
      expect(standsAsBefore(root, look)).toBe(false)
    }
  })
}

test('who may read a file is seen too, for what cannot be read is checked otherwise', async () => {
  const root = await folder()
  const look = await lookedAt(root, later())
  await chmod(nurses(root), 0o600)
  expect(standsAsBefore(root, look)).toBe(false)
})

test('what is hidden is not looked at: Signpost’s own corner and the history change by themselves', async () => {
  const root = await folder()
  const look = await lookedAt(root, later())
  await mkdir(join(root, '.signpost'))
  await writeFile(join(root, '.signpost', 'lock'), '1')
  expect(standsAsBefore(root, look)).toBe(true)
})

test('on a disk with a slow clock, what was written just now is known by its words', async () => {
  const root = await folder()
  const still = await stat(nurses(root))
  const slow: Disk = { ...nodeDisk, lstatNow: path => (path.endsWith('.md') ? still : nodeDisk.lstatNow(path)) }
  const look = lookAtFolder(root, still.mtimeMs + 1_000, slow)
  expect(look !== null && standsAsBefore(root, look, slow)).toBe(true)
  await writeFile(nurses(root), 'Nursed.\n')
  expect(look !== null && standsAsBefore(root, look, slow)).toBe(false)
})

test('where one file cannot be looked at, nothing is known of the folder', async () => {
  const root = await folder()
  const look = await lookedAt(root, later())
  const broken: Disk = {
    ...nodeDisk,
    lstatNow() {
      throw Object.assign(new Error('i/o error'), { code: 'EIO' })
    },
  }
  expect(lookAtFolder(root, later(), broken)).toBe(null)
  expect(standsAsBefore(root, look, broken)).toBe(false)
})
