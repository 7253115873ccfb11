import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { checkFile } from '../../src/main/desk/check-file.ts'
import { byManyHands, type FilePiece } from '../../src/main/desk/check-hands.ts'
import { tempFolder } from '../workspace/temp-folder.ts'

/** Real threads, begun as on three processors; each can be made to break as it is told of something. */
const threads = vi.hoisted(() => ({ begun: [] as Worker[], told: 0, breaks: false }))
vi.mock('node:os', async original => ({ ...(await original<object>()), availableParallelism: () => 3 }))
vi.mock('node:worker_threads', async original => {
  const real = await original<typeof import('node:worker_threads')>()
  class Watched extends real.Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      threads.begun.push(this)
    }
    override postMessage(piece: unknown): void {
      threads.told += 1
      if (threads.breaks) void this.terminate()
      else super.postMessage(piece)
    }
  }
  return { ...real, Worker: Watched }
})
afterEach(() => {
  Object.assign(threads, { begun: [], told: 0, breaks: false })
})

const facts = { titles: new Map([['01JA0000000000000000000001', 'Travel']]), media: new Map(), today: '2026-11-22' }

async function manyFiles(count: number): Promise<FilePiece[]> {
  const folder = await tempFolder({})
  await mkdir(join(folder, 'services'), { recursive: true })
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const path = join(folder, number % 3 === 0 ? 'services' : '.', `${number}.${number % 4 === 0 ? 'html' : 'md'}`)
      if (number % 11 === 0) await writeFile(path, Buffer.from([0, 1, 2]))
      else await writeFile(path, `# Page ${number}\n\nSee [click here](/x), the EHCP number ${number}.\n`)
      return { kind: 'file' as const, path }
    }),
  )
}

async function all(pieces: readonly FilePiece[]) {
  const answers: unknown[] = []
  for await (const answer of byManyHands(pieces, facts)) answers.push(answer)
  return answers
}

async function alone(pieces: readonly FilePiece[]) {
  const answers: unknown[] = []
  for (const { path } of pieces) answers.push(await checkFile(path, facts))
  return answers
}

test('threads beside find what one hand finds, in the order in which it was asked, and are gone afterwards', async () => {
  const pieces = await manyFiles(130)
  const expected = await alone(pieces)
  expect(expected).toContainEqual(expect.objectContaining({ kind: 'refused' }))
  expect(await all(pieces)).toEqual(expected)
  expect(threads.begun).toHaveLength(2)
  expect(threads.begun.map(({ threadId }) => threadId)).toEqual([-1, -1])
})

test('who wants no more of it leaves no thread behind', async () => {
  for await (const _ of byManyHands(await manyFiles(130), facts)) break
  expect(threads.begun.map(({ threadId }) => threadId)).toEqual([-1, -1])
})

test('what a thread had when it broke is done here', async () => {
  threads.breaks = true
  const pieces = await manyFiles(130)
  expect(await all(pieces)).toEqual(await alone(pieces))
  expect(threads.told).toBeGreaterThan(0)
})

test('a few need no thread', async () => {
  const pieces = await manyFiles(20)
  expect(await all(pieces)).toEqual(await alone(pieces))
  expect(threads.begun).toEqual([])
})
