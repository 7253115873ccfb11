import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { quickDisk } from './quick-disk.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-quick-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a disk with room on which programs start is taken, and nothing is left on it', () => {
  const folder = emptyFolder()
  expect(quickDisk(folder, 1)).toBe(folder)
  expect(readdirSync(folder)).toEqual([])
})

test('one without room, and one that is not there, is not', () => {
  expect(quickDisk(emptyFolder(), Number.POSITIVE_INFINITY)).toBeNull()
  expect(quickDisk(join(emptyFolder(), 'nowhere'), 1)).toBeNull()
})
