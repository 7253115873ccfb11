import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitServer, startGitServer } from '../git-server/git-server.ts'
import { type RoughLine, startRoughLine } from '../git-server/rough-line.ts'
import { type Laptop, laptopAt } from './laptop.ts'
import { putTogether } from './laptop-program.ts'
import { type Ledger, ledgerOf, wordsAt } from './ledger.ts'

/** Some people with a laptop each, one shared copy on a real server, and a line of its own from each laptop to it. */
export interface Team {
  readonly laptops: readonly Laptop[]
  readonly lines: readonly RoughLine[]
  readonly server: GitServer
  /** The shared copy's folder. */
  readonly shared: string
  ledger(): Ledger
  /** Everything as on the first day, with every workspace closed. */
  begin(): Promise<void>
  stop(): Promise<void>
}

export const names = ['priya', 'tom', 'sam', 'alex'] as const
const resources = join(import.meta.dirname, '../../resources')
const familyNames = { priya: 'Nair', tom: 'Okafor', sam: 'Oduya', alex: 'Reed' }
const capital = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`

/** The pages of the first day. Every word of them is owed from then on. */
const pages = [
  {
    title: 'first1 first2',
    body: 'first3 first4 first5. first6 first7.\n\nfirst8 first9 first10.\n\n## first11\n\nfirst12 first13. first14.',
  },
  {
    title: 'first15',
    body: 'first16 first17.\n\n- first18\n- first19\n- first20\n\n| first21 | first22 |\n| --- | --- |\n| first23 | first24 |',
  },
  { title: 'first25', body: ':::callout\nfirst26 first27.\n:::\n\nfirst28 first29.\n\n1. first30\n2. first31' },
  { title: 'first32', body: 'first33.' },
]

const memory = '/dev/shm'
const roomForTeam = 2 ** 30

/** In memory where there is such a place: a kill takes nothing from it, and no power is cut here. */
function freshFolder(): string {
  const isRoom = existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > roomForTeam
  return mkdtempSync(join(isRoom ? memory : tmpdir(), 'signpost-soak-'))
}

export async function startTeam(size: number): Promise<Team> {
  const folder = freshFolder()
  const people = names.slice(0, size)
  const users = Object.fromEntries(people.map(name => [name, `token-of-${name}`]))
  const [now, kept] = [join(folder, 'now'), join(folder, 'first-day')]
  const program = await putTogether(folder)
  mkdirSync(now, { recursive: true })
  const server = await startGitServer({ dir: join(now, 'shared'), users })
  const shared = server.create('offer')
  const lines = await Promise.all(people.map(() => startRoughLine(new URL(server.url('offer')).origin)))
  let ledger = ledgerOf([])
  const laptops = people.map((name, index) => {
    const own = join(now, name)
    const person = { name: `${capital(name)} ${familyNames[name]}`, email: `${name}@example.org` }
    const [root, data] = [join(own, 'offer'), join(own, 'data')]
    const place = {
      root,
      data,
      resources,
      person,
      address: `${lines[index]?.origin}/offer.git`,
      token: `token-of-${name}`,
    }
    return laptopAt(name, place, () => ledger, program)
  })
  const firstNow = laptops[0]?.now ?? 0
  for (const [index, laptop] of laptops.entries()) {
    const entered = await laptop.enter(index === 0 ? 'begin' : 'join')
    if (entered?.kind !== 'done') throw new Error(`the team did not begin: ${JSON.stringify(entered)}`)
    if (index === 0) await laptop.ask({ ask: 'furnish', place: laptop.place, pages, now: firstNow })
    await laptop.close()
    await laptop.end()
  }
  renameSync(now, kept)
  return {
    laptops,
    lines,
    server,
    shared,
    ledger: () => ledger,
    async begin() {
      for (const laptop of laptops) await laptop.close()
      await server.idle()
      // A server that was given something may still be tidying its copy, by a process of its own.
      if (existsSync(now)) rmSync(now, { recursive: true, maxRetries: 20 })
      cpSync(kept, now, { recursive: true })
      for (const line of lines) line.behave(() => ({ kind: 'well' }))
      for (const laptop of laptops) laptop.now = firstNow + 60_000
      const [first] = laptops
      ledger = ledgerOf(first === undefined ? [] : wordsAt(first.place))
    },
    async stop() {
      for (const laptop of laptops) await laptop.end()
      for (const line of lines) await line.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
