import { type ChildProcess, spawn } from 'node:child_process'
import type { Act } from './acts.ts'
import type { Asked, PlaceOfLaptop, Said, Way } from './asked.ts'
import { saidSchema } from './asked.ts'
import type { LaptopProgram } from './laptop-program.ts'
import type { Ledger } from './ledger.ts'
import type { Outcome } from './outcomes.ts'
import { plainWords } from './plain-words.ts'
import type { Fault, Passed } from './write-points.ts'

/** One person at one laptop, which is a process of its own: it can be killed at any instant, and started again. */
export interface Laptop {
  readonly name: string
  readonly place: PlaceOfLaptop
  /** What this computer's clock says, in milliseconds. Set it to let it jump. */
  now: number
  /** Does it; null when the process died meanwhile. Keeps the ledger. */
  act(act: Act): Promise<Outcome | null>
  /** Takes this way to a workspace, its own unless `root` says where. Null when the process died of it. */
  enter(way: Way, root?: string): Promise<Entered | null>
  /** Opens its workspace, which has to be possible and to be written to. Null when the process died of it. */
  open(): Promise<Opened | null>
  close(): Promise<void>
  arm(fault: Fault | null): Promise<Passed>
  ask(asked: Asked): Promise<Said | null>
  /** `kill -9`, from outside. */
  kill(): Promise<void>
  /** Where the process died of itself, the last time. */
  diedAt(): string | null
  /** Ends the process; it can be started again. */
  end(): Promise<void>
}

export interface Opened {
  notices: string[]
  recovered: number
}

/** `done`: the workspace is open. */
export type Entered = (Opened & { kind: 'done'; readOnly: string | null }) | Exclude<Outcome, { kind: 'done' }>

/** Longer than anything takes on the slowest machine: whoever is silent for so long has stopped for good. */
const patienceMs = 300_000
/** One act and the pauses after it. */
const actMs = 2_000

export function laptopAt(name: string, place: PlaceOfLaptop, ledger: () => Ledger, program: LaptopProgram): Laptop {
  let running: Running | null = null
  let diedAt: string | null = null

  async function ask(asked: Asked): Promise<Said | null> {
    running ??= await startProcess(program)
    const said = await running.ask(asked, told => {
      if (told.say === 'takes-out') ledger().takesOut(name, told.words)
      if (told.say === 'has-kept') ledger().hasKept(name, told.words)
      if (told.say === 'dies') diedAt = told.point
    })
    if (said === null) running = null
    if (said?.say === 'fault') throw new Error(`${name}’s Signpost broke down at ${asked.ask}: ${said.stack}`)
    return said
  }

  const laptop: Laptop = {
    name,
    place,
    now: Date.parse('2026-11-22T10:00:00.000Z'),
    ask,
    async act(act) {
      laptop.now += actMs
      const said = await ask({ ask: 'act', act, now: laptop.now })
      if (said === null) return null
      if (said.say !== 'outcome') throw new Error(`${name} was asked to ${act.do} and said ${said.say}`)
      if ('sentence' in said.outcome) plainWords(said.outcome.sentence, said.outcome.nextStep)
      return said.outcome
    },
    async enter(way, root = place.root) {
      const said = await ask({ ask: way, place: { ...place, root }, now: laptop.now })
      if (said === null) return null
      if (said.say === 'outcome' && said.outcome.kind === 'refused') {
        plainWords(said.outcome.sentence, said.outcome.nextStep)
        return said.outcome
      }
      if (said.say !== 'opened') throw new Error(`${name} was asked to ${way} and said ${said.say}`)
      plainWords(...said.notices, ...(said.readOnly === null ? [] : [said.readOnly]))
      return { kind: 'done', ...said }
    },
    async open() {
      const entered = await laptop.enter('open')
      if (entered === null) return null
      if (entered.kind !== 'done') throw new Error(`${name}’s workspace did not open: ${JSON.stringify(entered)}`)
      if (entered.readOnly !== null) throw new Error(`${name}’s workspace opened to read only: ${entered.readOnly}`)
      return entered
    },
    async close() {
      if (running !== null) await ask({ ask: 'close' })
    },
    async arm(fault) {
      const said = await ask({ ask: 'arm', fault })
      if (said?.say !== 'armed') throw new Error(`${name} cannot be armed`)
      return said
    },
    async kill() {
      await running?.kill()
      running = null
    },
    diedAt: () => diedAt,
    async end() {
      await running?.end()
      running = null
    },
  }
  return laptop
}

interface Running {
  /** Null when the process died before it answered. */
  ask(asked: Asked, told: (said: Said) => void): Promise<Said | null>
  kill(): Promise<void>
  /** Lets it come to its end by itself, so that it leaves what it compiled to the next one. */
  end(): Promise<void>
}

/** What it prints besides its answers is a fault that it wrote into its log. */
async function startProcess({ main, writePoints, compiled }: LaptopProgram): Promise<Running> {
  const child = spawn(process.execPath, ['--import', writePoints, main], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, NODE_OPTIONS: '' },
  })
  let printed = ''
  child.stderr?.on('data', chunk => {
    printed += String(chunk)
  })
  const ready = await next(child, () => undefined)
  if (ready?.say !== 'ready') throw new Error(`a laptop did not start: ${printed}`)
  return {
    async ask(asked, told) {
      const said = next(child, told)
      child.send(asked, () => undefined)
      let silent = false
      const patience = setTimeout(() => {
        silent = true
        child.kill('SIGKILL')
      }, patienceMs)
      const answer = await said
      clearTimeout(patience)
      if (silent)
        throw new Error(`the laptop said nothing for ${patienceMs / 1000} seconds when it was asked to ${asked.ask}`)
      const [log, byItself] = [answer === null ? withoutLastCries(printed) : printed, child.exitCode]
      printed = ''
      if (log !== '') throw new Error(`a fault was written to the log: ${log}`)
      if (answer === null && byItself !== null) throw new Error(`the process ended by itself with ${byItself}`)
      return answer
    },
    async kill() {
      child.kill('SIGKILL')
      await exitOf(child)
    },
    async end() {
      if (child.connected) child.disconnect()
      await exitOf(child)
    },
  }
}

/** The search program stays open for the next site, and breaks off when the program that started it is killed. */
const withoutLastCries = (printed: string) =>
  printed.replace(/\n?thread '.*' \(\d+\) panicked at pagefind\/[\s\S]*?BrokenPipe[\s\S]*?verbose backtrace\.\n?/g, '')

function exitOf(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => child.once('exit', resolve))
}

/** The next answer; what is told on the way goes to `told`. Null when the process is gone. */
function next(child: ChildProcess, told: (said: Said) => void): Promise<Said | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(null)
  return new Promise(resolve => {
    const settle = (said: Said | null) => {
      child.off('message', listen)
      child.off('disconnect', gone)
      resolve(said)
    }
    // What was said before it died has been heard by then. Its output may stay open: a helper of its own has that too.
    const gone = () => void exitOf(child).then(() => settle(null))
    const listen = (message: unknown) => {
      const said = saidSchema.parse(message)
      if (['takes-out', 'has-kept', 'dies'].includes(said.say)) told(said)
      else settle(said)
    }
    child.on('message', listen)
    child.on('disconnect', gone)
  })
}
