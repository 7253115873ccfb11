import { open } from 'node:fs/promises'
import { createRequire, syncBuiltinESMExports } from 'node:module'

/**
 * Given to a laptop's process with `--import`, before any of the program is loaded: every call that changes the disk is a
 * numbered and named write point from then on, and the process can be told to die at one of them, or to be given an error
 * there. The program under it is the one that is shipped: nothing in it knows of this.
 */

export type Fault =
  /** The process is gone, as with `kill -9`, before the change is made; a write is cut in the middle. */
  | { kind: 'kill'; at: number }
  /** The change is not made and the disk says `code`; a write is cut in the middle. `lasting`: every later one too. */
  | { kind: 'error'; at: number; code: string; lasting: boolean }

/** Write points passed since the last `arm`, counted from 1, with the names of those that were faulty. */
export interface Passed {
  count: number
  faulty: string[]
}

let fault: Fault | null = null
let passed: Passed = { count: 0, faulty: [] }

/** Starts counting anew; null: nothing happens any more. Answers what was passed until now. */
export function arm(next: Fault | null): Passed {
  const before = passed
  fault = next
  passed = { count: 0, faulty: [] }
  return before
}

/** Told the name of the point just before the process dies there. */
let lastWords: (point: string) => void = () => undefined
export function beforeDying(tell: (point: string) => void): void {
  lastWords = tell
}

/** The same name for the same file in every run: what is drawn by lot or counted up is left out of it. */
export function nameOf(call: string, path: string): string {
  const place = path.match(/(?:\.git|\.signpost|pages|services|reviews|data|media)\/.*$/)?.[0] ?? 'elsewhere'
  const named = place
    .replaceAll(/[0-9A-HJKMNP-TV-Z]{26}/g, '<id>')
    .replaceAll(/[0-9a-f]{2}\/[0-9a-f]{38}/g, '<object>')
    .replaceAll(/[0-9a-f]{8,}(?:-[0-9a-f]{4,}){0,4}/g, '<name>')
    .replaceAll(/\d+/g, '<n>')
  return `${call} ${named.replace(/(pages|services)\/.*/, '$1/<page>')}`
}

/** Frees room, which a full disk still lets happen. */
const frees = new Set(['unlink', 'rm', 'rmdir'])
const isFull = (code: string) => code === 'ENOSPC' || code === 'EDQUOT'

const die = (point: string): never => {
  lastWords(point)
  process.kill(process.pid, 'SIGKILL')
  // Nothing after this is run: the signal cannot be caught.
  throw new Error('killed')
}

/** Runs one change of the disk, or what is to happen instead; `half` is what a cut leaves behind. */
async function pass<T>(
  call: string,
  path: string,
  work: () => Promise<T>,
  half: () => Promise<unknown> = async () => undefined,
): Promise<T> {
  passed.count += 1
  if (fault === null) return work()
  const point = nameOf(call, path)
  if (fault.kind === 'kill') {
    if (passed.count !== fault.at) return work()
    await half()
    return die(point)
  }
  const isHit = fault.lasting ? passed.count >= fault.at : passed.count === fault.at
  if (!isHit || (isFull(fault.code) && frees.has(call))) return work()
  passed.faulty.push(point)
  await half()
  throw Object.assign(new Error(`${fault.code}: injected at ${point}`), { code: fault.code })
}

type Call = (...args: unknown[]) => Promise<unknown>
const require = createRequire(import.meta.url)
const promises: Record<string, Call> = require('node:fs/promises')
const timers: Record<string, Call> = require('node:timers/promises')

const changing = ['rename', 'unlink', 'mkdir', 'rmdir', 'rm', 'symlink', 'chmod', 'copyFile', 'cp', 'link', 'writeFile']
const pathOfHandle = new WeakMap<object, string>()

function numberChanges(): void {
  for (const name of changing) {
    const original = promises[name]
    if (original === undefined) throw new Error(`node has no ${name}`)
    // The last path is where something new stands: of a rename, of a copy.
    const pathOf = (args: unknown[]) => String(typeof args[1] === 'string' && name !== 'writeFile' ? args[1] : args[0])
    promises[name] = (...args) => pass(name, pathOf(args), () => original(...args))
  }
  const openFile = promises.open
  if (openFile === undefined) throw new Error('node has no open')
  promises.open = async (...args) => {
    const [path, flags] = args
    const writes = typeof flags === 'string' ? flags !== 'r' : false
    const handle = await (writes ? pass('open', String(path), () => openFile(...args)) : openFile(...args))
    if (typeof handle === 'object' && handle !== null) pathOfHandle.set(handle, String(path))
    return handle
  }
}

/** What is done with an open file is a method of its handle, and every handle has the same ones. */
async function numberHandles(): Promise<void> {
  const handle = await open(import.meta.filename, 'r')
  const methods: Record<string, (this: object, ...args: unknown[]) => Promise<unknown>> = Object.getPrototypeOf(handle)
  await handle.close()
  for (const name of ['writeFile', 'sync', 'datasync', 'truncate', 'utimes']) {
    const original = methods[name]
    if (original === undefined) continue
    methods[name] = function (...args) {
      const [data] = args
      const bytes = typeof data === 'string' ? Buffer.from(data) : data instanceof Uint8Array ? data : null
      const half = async () => (bytes === null ? undefined : original.call(this, bytes.subarray(0, bytes.length / 2)))
      return pass(name, pathOfHandle.get(this) ?? 'elsewhere', () => original.apply(this, args), half)
    }
  }
}

/** Nobody waits a second and a half for an antivirus that is not there: the pauses are short, and as many. */
function hurry(): void {
  const wait = timers.setTimeout
  if (wait === undefined) throw new Error('node has no setTimeout')
  timers.setTimeout = (ms, ...rest) => wait(Math.min(Number(ms), 5), ...rest)
}

await numberHandles()
numberChanges()
hurry()
syncBuiltinESMExports()
