import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Disk } from '../../src/main/files/index.ts'
import { openMemory, programName } from '../../src/main/settings/index.ts'
import { faultyDisk } from '../files/faults.ts'

let data = ''
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'signpost-memory-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const path = () => join(data, 'words.memory')
const open = ({ program = 'this one', disk }: { program?: string; disk?: Disk } = {}) =>
  openMemory<unknown>(path(), { data, program, ...(disk && { disk }) })

async function remember(...entries: (readonly [string, unknown])[]): Promise<void> {
  const memory = await open()
  for (const [key, value] of entries) memory.remember(key, value)
  await memory.save()
}

test('whatever JSON can say is recalled as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[0-9a-f]{1,8}$/), fc.jsonValue({ stringUnit: 'binary' })),
      async said => {
        await rm(path(), { force: true })
        await remember(...Object.entries(said))
        const again = await open()
        for (const [key, value] of Object.entries(said)) {
          expect(again.recall(key)).toEqual(JSON.parse(JSON.stringify(value)))
        }
        expect(again.recall('never')).toBeUndefined()
      },
    ),
    { numRuns: 100 },
  )
})

test('what nobody asked for any more is forgotten once something new is kept', async () => {
  await remember(['a', 1], ['b', 2])
  const next = await open()
  expect(next.recall('a')).toBe(1)
  next.remember('c', 3)
  await next.save()
  const last = await open()
  expect(['a', 'b', 'c'].map(last.recall)).toEqual([1, undefined, 3])
})

test('another program recalls nothing', async () => {
  await remember(['a', 1])
  const other = await open({ program: 'another' })
  expect(other.recall('a')).toBeUndefined()
  expect(programName('1.0.0')).not.toBe(programName('1.0.1'))
  expect(programName('1.0.0')).toBe(programName('1.0.0'))
})

test('a file with one byte changed, added or cut off is as good as none', async () => {
  await remember(['a', { words: 'one' }], ['b', { words: 'two – three' }])
  const whole = await readFile(path())
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(whole)
      changed[at] = ((whole[at] ?? 0) + by) % 256
      for (const broken of [changed, whole.subarray(0, at), Buffer.concat([whole, Buffer.from([by])])]) {
        await writeFile(path(), broken)
        const memory = await open()
        expect([memory.recall('a'), memory.recall('b')]).toEqual([undefined, undefined])
      }
    }),
    { numRuns: 60 },
  )
})

test('a disk that is full leaves what was there, and nobody is troubled', async () => {
  await remember(['a', 1])
  for (let at = 0; at < 8; at++) {
    const memory = await open({ disk: faultyDisk('ENOSPC', change => change === at) })
    memory.remember('b', 2)
    await memory.save()
    const after = await open()
    expect([
      [1, undefined],
      [undefined, 2],
    ]).toContainEqual([after.recall('a'), after.recall('b')])
    await rm(path(), { force: true })
    await remember(['a', 1])
  }
})
