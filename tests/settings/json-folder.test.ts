import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonFolder } from '../../src/main/settings/index.ts'
import { faultyDisk } from '../files/faults.ts'

const schema = z.object({ id: z.string(), words: z.string() })
const now = () => new Date('2026-11-22T10:42:00Z')

let data = ''
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'signpost-json-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const open = (disk?: Parameters<typeof faultyDisk>) =>
  jsonFolder(join(data, 'things'), schema, item => item.id, { data, now, ...(disk && { disk: faultyDisk(...disk) }) })

test('what is put is there for the next one who looks', async () => {
  await open().put({ id: 'b', words: 'two' })
  await open().put({ id: 'a', words: 'one' })
  await open().put({ id: 'b', words: 'three' })
  expect(await open().list()).toEqual([
    { id: 'a', words: 'one' },
    { id: 'b', words: 'three' },
  ])
  await open().remove('a')
  await open().remove('a')
  expect(await open().read('a')).toBeNull()
  expect(await open().read('b')).toEqual({ id: 'b', words: 'three' })
})

test('an id is never taken for a path', async () => {
  const id = '../../escaped'
  await open().put({ id, words: 'x' })
  expect((await readdir(data)).sort()).toEqual(['things', 'tmp'])
  expect(await open().read(id)).toEqual({ id, words: 'x' })
  await open().remove(id)
  expect(await open().list()).toEqual([])
})

test('a file that is broken is set aside and does not hide the others', async () => {
  await open().put({ id: 'good', words: 'x' })
  await writeFile(join(data, 'things', 'cut.json'), '{"id": "cut", "wor')
  await writeFile(join(data, 'things', 'odd.json'), '{"id": 7}')
  expect(await open().list()).toEqual([{ id: 'good', words: 'x' }])
  const aside = (await readdir(join(data, 'things'))).filter(name => name.includes('.broken-'))
  expect(aside).toHaveLength(2)
  expect(await readFile(join(data, 'things', aside[0] ?? ''), 'utf8')).toContain('"cut"')
})

test('a disk that fills up at any point leaves the former one whole', async () => {
  await open().put({ id: 'a', words: 'former' })
  let point = 0
  for (; ; point += 1) {
    const at = point
    const kept = await open(['ENOSPC', change => change === at]).put({ id: 'a', words: `at ${at}` })
    if (kept.kind === 'kept') break
    expect(kept.code).toBe('disk-full')
    expect((await open().read('a'))?.words).toMatch(/^(former|at \d+)$/)
  }
  expect(point).toBeGreaterThan(2)
})
