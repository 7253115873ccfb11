import { EventEmitter } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { checkFile } from '../../src/main/desk/check-file.ts'
import { byManyHands } from '../../src/main/desk/check-hands.ts'
import type { CountPiece, PageCounted } from '../../src/main/desk/check-page.ts'
import { checkPiece, type FilePiece, type Piece } from '../../src/main/desk/check-piece.ts'
import { beginThreadsAhead } from '../../src/main/desk/check-threads.ts'
import { type CheckFacts, createChecker, noTerms, rules } from '../../src/shared/checks/index.ts'
import { parseEntry, workspacePathSchema } from '../../src/shared/content/index.ts'
import { tempFolder } from '../workspace/temp-folder.ts'

/** A thread that is none, for what is about the hands; `isReal` starts one, which takes a while from the sources. */
const threads = vi.hoisted(() => ({
  begun: [] as ({ isOver: boolean } & EventEmitter)[],
  told: 0,
  answered: 0,
  /** How many of them a process waits for before it ends, against how many were begun. */
  held: 0,
  breaks: false,
  isReal: false,
}))

const { check } = createChecker(rules)

class ThreadHere extends EventEmitter {
  facts: CheckFacts | null = null
  isOver = false
  inTurn: Promise<unknown> = Promise.resolve()
  constructor() {
    super()
    threads.begun.push(this)
  }
  postMessage(said: CheckFacts | Piece): void {
    if ('kind' in said) this.do(said)
    else this.facts = said
  }
  do(piece: Piece): void {
    const { facts } = this
    if (facts === null) throw new Error('A thread was told no facts.')
    threads.told += 1
    if (threads.breaks) queueMicrotask(() => this.emit('exit', 1))
    else this.inTurn = this.inTurn.then(async () => this.emit('message', await checkPiece(piece, facts, check)))
  }
  ref(): void {
    threads.held += 1
  }
  unref(): void {
    threads.held -= 1
  }
  async terminate(): Promise<void> {
    this.isOver = true
  }
}

vi.mock('node:os', async original => ({ ...(await original<object>()), availableParallelism: () => 3 }))
vi.mock('node:worker_threads', async original => {
  const real = await original<typeof import('node:worker_threads')>()
  const construct = (thread: typeof Worker, given: ConstructorParameters<typeof Worker>) =>
    threads.isReal ? new thread(...given).on('message', () => (threads.answered += 1)) : new ThreadHere()
  return { ...real, Worker: new Proxy(real.Worker, { construct }) }
})
afterEach(() => {
  Object.assign(threads, { begun: [], told: 0, answered: 0, held: 0, breaks: false, isReal: false })
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
      return { kind: 'file' as const, path, root: folder }
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
  for (const { path, root } of pieces) answers.push(await checkFile(path, facts, root))
  return answers
}

test('threads beside find what one hand finds, in the order in which it was asked, and are gone afterwards', async () => {
  const pieces = await manyFiles(300)
  const expected = await alone(pieces)
  expect(expected).toContainEqual(expect.objectContaining({ kind: 'refused' }))
  expect(await all(pieces)).toEqual(expected)
  expect(threads.told).toBeGreaterThan(0)
  expect(threads.begun.map(({ isOver }) => isOver)).toEqual([true, true])
})

test('a thread of its own finds the same', { timeout: 120_000 }, async () => {
  const pieces = await manyFiles(300)
  threads.isReal = true
  const answers: unknown[] = []
  for await (const answer of byManyHands(pieces, facts, undefined, 'beside')) answers.push(answer)
  expect(answers).toEqual(await alone(pieces))
  expect(threads.answered).toBe(300)
})

test('who wants no more of it leaves no thread behind', async () => {
  for await (const _ of byManyHands(await manyFiles(300), facts)) break
  expect(threads.begun.map(({ isOver }) => isOver)).toEqual([true, true])
})

test('what a thread had when it broke is done here', async () => {
  threads.breaks = true
  const pieces = await manyFiles(300)
  expect(await all(pieces)).toEqual(await alone(pieces))
  expect(threads.told).toBeGreaterThan(0)
})

test('who has to be there for others leaves all of it to the threads, and does it alone where there are none', async () => {
  const pieces = await manyFiles(301)
  const answers: unknown[] = []
  for await (const answer of byManyHands(pieces, facts, undefined, 'beside')) answers.push(answer)
  expect(answers).toEqual(await alone(pieces))
  expect(threads.told).toBe(301)
  threads.breaks = true
  let count = 0
  for await (const _ of byManyHands(pieces, facts, undefined, 'beside')) count += 1
  expect(count).toBe(301)
})

test('who has to be there for others gives away a few pages too, where they are long', async () => {
  const page = (text: string): CountPiece => {
    const { doc: _, ...details } = parseEntry(workspacePathSchema.parse('pages/health/a.md'), text).entry
    return { kind: 'count', details, text, terms: noTerms }
  }
  const found = async (pieces: readonly CountPiece[]) => {
    const answers: PageCounted[] = []
    for await (const answer of byManyHands(pieces, facts, undefined, 'beside')) answers.push(answer)
    return answers
  }
  const short = '---\nid: 01JA000000000000000000000A\ntitle: A\n---\n\nSee [click here](/x).\n'
  const [one] = await found([page(short)])
  expect(one?.found.map(({ rule }) => rule)).toContain('link-text')
  expect(threads.begun).toEqual([])
  const long = page(`${short}\n${'We write to you in the autumn term. '.repeat(600)}\n`)
  expect((await found([long])).map(({ kind }) => kind)).toEqual(['page-counted'])
  expect(threads.begun.map(({ isOver }) => isOver)).toEqual([true])
})

test('a few need no thread', async () => {
  const pieces = await manyFiles(20)
  expect(await all(pieces)).toEqual(await alone(pieces))
  expect(threads.begun).toEqual([])
})

test('threads that were begun ahead are the ones that check, and hold no process up before', async () => {
  const pieces = await manyFiles(300)
  beginThreadsAhead(300)
  beginThreadsAhead(300)
  expect(threads.begun.length).toBe(2)
  expect(threads.held).toBe(-2)
  expect(await all(pieces)).toEqual(await alone(pieces))
  expect(threads.begun.map(({ isOver }) => isOver)).toEqual([true, true])
  expect(threads.held).toBe(0)
})

test('a thread that broke before anybody took it is not waited for', async () => {
  beginThreadsAhead(300)
  for (const thread of threads.begun) thread.emit('error', new Error('out of memory'))
  const pieces = await manyFiles(300)
  expect(await all(pieces)).toEqual(await alone(pieces))
  expect(threads.begun.length).toBe(4)
})

test('a few pages begin no thread ahead', () => {
  beginThreadsAhead(20)
  expect(threads.begun).toEqual([])
})
