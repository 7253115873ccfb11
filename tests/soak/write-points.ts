import { open } from 'node:fs/promises'
import { createRequire, syncBuiltinESMExports } from 'node:module'

/**
 * Given to a laptop's process with `--import`, before any of the program is loaded: every call that changes the disk is a
 * numbered and named write point from then on, and every one that looks at the laptop's own folders a read point. The
 * process can be told to die at a write point, or to be given an error at either. The program under it is the one that is
 * shipped: nothing in it knows of this.
 */

export type Access = 'writes' | 'reads'

/** The n-th one that is passed, or the first one whose name is not among these. */
export type At = number | readonly string[]

export type Fault =
  /** The process is gone, as with `kill -9`, before the change is made; a write is cut in the middle. */
  | { kind: 'kill'; at: At }
  /** It is not done and the disk says `code`; a write is cut in the middle. `lasting`: every later one too. */
  | { kind: 'error'; at: At; code: string; lasting: boolean; of: Access }

/** Points passed since the last `arm`, counted from 1, with the names of those that were faulty. */
export interface Passed {
  writes: number
  reads: number
  faulty: string[]
  /** The name of every point of the kind that the fault was about. */
  names: string[]
}

const none = (): Passed => ({ writes: 0, reads: 0, faulty: [], names: [] })
let fault: Fault | null = null
let passed = none()
let names = new Set<string>()
let own: readonly string[] = []

/** Starts counting anew; null: nothing happens any more. Answers what was passed until now. */
export function arm(next: Fault | null): Passed {
  const before = { ...passed, names: [...names] }
  fault = next
  passed = none()
  names = new Set()
  return before
}

/** The laptop's own folders. Reading anything else (the program's own resources) is no read point. */
export function ownFolders(folders: readonly string[]): void {
  own = folders
}

/** Told the name of the point just before the process dies there. */
let lastWords: (point: string) => void = () => undefined
export function beforeDying(tell: (point: string) => void): void {
  lastWords = tell
}

/** The same name for the same file in every run: what is drawn by lot or counted up is left out of it. */
export function nameOf(call: string, path: string): string {
  const place =
    path.match(/(?:\.git(?:-[0-9a-f]{8})?|\.signpost|pages|services|reviews|data|media)\/.*$/)?.[0] ?? 'elsewhere'
  const named = place
    .replaceAll(/[0-9A-HJKMNP-TV-Z]{26}/g, '<id>')
    .replaceAll(/[0-9a-f]{2}\/[0-9a-f]{38}/g, '<object>')
    .replace(/(?<=\/objects\/)[0-9a-f]{2}$/, '<part>')
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

/** Whether this is the point that the fault was meant for, now that it has been counted. */
function isMeant({ at }: Fault, of: Access, point: () => string): boolean {
  return typeof at === 'number' ? passed[of] === at : !at.includes(point())
}

/** Counts one point; answers the error that it is given, or null. */
function errorAt(of: Access, call: string, path: string): Error | null {
  passed[of] += 1
  if (fault === null || (fault.kind === 'kill' ? 'writes' : fault.of) !== of) return null
  const point = nameOf(call, path)
  names.add(point)
  if (fault.kind === 'kill' || (isFull(fault.code) && frees.has(call))) return null
  const isLater = fault.lasting && (passed.faulty.length > 0 || (typeof fault.at === 'number' && passed[of] > fault.at))
  const isOver = !fault.lasting && passed.faulty.length > 0
  if (isOver || !(isLater || isMeant(fault, of, () => point))) return null
  passed.faulty.push(point)
  return Object.assign(new Error(`${fault.code}: injected at ${point}`), { code: fault.code })
}

/** Runs one change of the disk, or what is to happen instead; `half` is what a cut leaves behind. */
async function change<T>(
  call: string,
  path: string,
  work: () => Promise<T>,
  half: () => Promise<unknown> = async () => undefined,
): Promise<T> {
  const error = errorAt('writes', call, path)
  if (error !== null) {
    await half()
    throw error
  }
  if (fault?.kind !== 'kill' || !isMeant(fault, 'writes', () => nameOf(call, path))) return work()
  await half()
  return die(nameOf(call, path))
}

/** Lets one look at the disk happen, or throws what it is given instead. */
function look<T>(call: string, path: string, work: () => T): T {
  const error = own.some(folder => path.startsWith(folder)) ? errorAt('reads', call, path) : null
  if (error !== null) throw error
  return work()
}

type Call = (...args: unknown[]) => unknown
type Calls = Record<string, Call>
const require = createRequire(import.meta.url)
const promises: Calls = require('node:fs/promises')
const sync: Calls = require('node:fs')
const timers: Calls = require('node:timers/promises')

const changing = ['rename', 'unlink', 'mkdir', 'rmdir', 'rm', 'symlink', 'chmod', 'copyFile', 'cp', 'link', 'writeFile']
const looking = ['readFile', 'readdir', 'stat', 'lstat', 'readlink', 'realpath']
const lookingAtOnce = ['lstatSync', 'openSync', 'readdirSync']
const pathOfHandle = new WeakMap<object, string>()

function callOf(calls: Calls, name: string): Call {
  const call = calls[name]
  if (call === undefined) throw new Error(`node has no ${name}`)
  return call
}

function numberCalls(): void {
  for (const name of changing) {
    const original = callOf(promises, name)
    // The last path is where something new stands: of a rename, of a copy.
    const pathOf = (args: unknown[]) => String(typeof args[1] === 'string' && name !== 'writeFile' ? args[1] : args[0])
    promises[name] = (...args) => change(name, pathOf(args), async () => original(...args))
  }
  for (const name of looking) {
    const original = callOf(promises, name)
    promises[name] = async (...args) => look(name, String(args[0]), () => original(...args))
  }
  for (const name of lookingAtOnce) {
    const original = callOf(sync, name)
    sync[name] = (...args) => look(name, String(args[0]), () => original(...args))
  }
  const openFile = callOf(promises, 'open')
  promises.open = async (...args) => {
    const [path, flags] = args
    const writes = typeof flags === 'string' ? flags !== 'r' : false
    const work = async () => openFile(...args)
    const handle = await (writes ? change('open', String(path), work) : look('open', String(path), work))
    if (typeof handle === 'object' && handle !== null) pathOfHandle.set(handle, String(path))
    return handle
  }
}

/** What is done with an open file is a method of its handle, and every handle has the same ones. */
async function numberHandles(): Promise<void> {
  const handle = await open(import.meta.filename, 'r')
  const methods: Record<string, (this: object, ...args: unknown[]) => Promise<unknown>> = Object.getPrototypeOf(handle)
  await handle.close()
  for (const name of ['write', 'writeFile', 'sync', 'datasync', 'truncate', 'utimes']) {
    const original = methods[name]
    if (original === undefined) continue
    methods[name] = function (...args) {
      const [data] = args
      const bytes = typeof data === 'string' ? Buffer.from(data) : data instanceof Uint8Array ? data : null
      // Where it says from where to where, it says so of the half too.
      const rest = name === 'write' ? [args[1], Math.floor(Number(args[2]) / 2), args[3]] : []
      const cut = bytes === null || name === 'write' ? bytes : bytes.subarray(0, bytes.length / 2)
      const half = async () => (cut === null ? undefined : original.call(this, cut, ...rest))
      return change(name, pathOfHandle.get(this) ?? 'elsewhere', () => original.apply(this, args), half)
    }
  }
  for (const name of ['read', 'readFile', 'stat']) {
    const original = methods[name]
    if (original === undefined) continue
    methods[name] = async function (...args) {
      return look(name, pathOfHandle.get(this) ?? 'elsewhere', () => original.apply(this, args))
    }
  }
}

/** Nobody waits a second and a half for an antivirus that is not there: the pauses are short, and as many. */
function hurry(): void {
  const wait = callOf(timers, 'setTimeout')
  timers.setTimeout = (ms, ...rest) => wait(Math.min(Number(ms), 5), ...rest)
}

await numberHandles()
numberCalls()
hurry()
syncBuiltinESMExports()
