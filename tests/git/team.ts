import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Disk, nodeDisk } from '../../src/main/files/index.ts'
import {
  type ChoiceStore,
  choicesIn,
  createHistory,
  type History,
  joinRemote,
  openHistory,
  type SyncResult,
} from '../../src/main/git/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'
import type { Person } from '../../src/shared/review/records.ts'
import { type GitServer, startGitServer } from '../git-server/git-server.ts'

/** One person at one laptop, with their copy of the workspace. */
export interface Laptop {
  person: Person
  root: string
  token: string
  cache: string
  history: History
  choices: ChoiceStore
  write(path: string, text: string): void
  read(path: string): string
  save(sentence: string): Promise<string | null>
  sync(): Promise<SyncResult>
  /** As if the program had been closed and started again. */
  reopen(disk?: Disk): Promise<Laptop>
}

export const people: Record<string, Person> = {
  priya: { name: 'Priya Shah', email: 'priya@example.org' },
  tom: { name: 'Tom Okafor', email: 'tom@example.org' },
  sam: { name: 'Sam Reed', email: 'sam@example.org' },
}

const temporary: string[] = []
const servers: GitServer[] = []

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-git-'))
  temporary.push(folder)
  return folder
}

/** Stops every server and removes every folder of the test that just ran. */
export async function tidyUp(): Promise<void> {
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export const tokenOf = (name: string) => `token-of-${name}`

export async function server(...names: string[]): Promise<GitServer> {
  const users = Object.fromEntries(names.map(name => [name, tokenOf(name)]))
  const started = await startGitServer({ dir: temporaryFolder(), users })
  servers.push(started)
  return started
}

export const config = 'signpost: 1\nname: Southend Local Offer\ncouncil: Southend-on-Sea\nsections: []\n'

export const pageId = (number: number) => `01J${String(number).padStart(23, '0')}`

export function page(number: number, title: string, ...paragraphs: string[]): string {
  return `---\nid: ${pageId(number)}\ntitle: ${title}\n---\n\n${paragraphs.join('\n\n')}\n`
}

export function orThrow<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.sentence} ${answer.detail ?? ''}`)
  return answer
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

async function laptop(name: string, root: string, cache: string, disk: Disk, starts: boolean): Promise<Laptop> {
  const person = people[name] ?? { name, email: `${name}@example.org` }
  const token = tokenOf(name)
  const choices = choicesIn(join(cache, 'choices'))
  const deps = { cache, choices, now: () => new Date(), http: fetch, disk, random: () => 0.1 }
  const history = orThrow(starts ? await createHistory(root, person, deps) : await openHistory(root, deps))
  return {
    person,
    root,
    token,
    cache,
    history,
    choices,
    write: (path, text) => write(root, path, text),
    read: path => readFileSync(join(root, path), 'utf8'),
    save: async sentence => orThrow(await history.commit({ sentence, by: person })),
    sync: () => history.sync({ auth: { token }, by: person }),
    reopen: (again = disk) => laptop(name, root, cache, again, false),
  }
}

/** A laptop with a new workspace that holds these files. */
export async function alone(files: Record<string, string>, disk: Disk = nodeDisk, name = 'priya'): Promise<Laptop> {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries({ 'signpost.yml': config, ...files })) write(root, path, text)
  return laptop(name, root, temporaryFolder(), disk, true)
}

/** Opens a workspace that is there already. */
export async function opened(root: string, name = 'priya', cache = temporaryFolder()): Promise<Laptop> {
  return laptop(name, root, cache, nodeDisk, false)
}

/** Laptops that share one workspace with these files through a real server. */
export async function team(
  files: Record<string, string>,
  ...names: string[]
): Promise<{ server: GitServer; laptops: Laptop[] }> {
  const shared = await server(...names)
  shared.create('offer')
  const [first = 'priya', ...others] = names
  const starter = await alone(files, nodeDisk, first)
  orThrow(await starter.history.setRemote(shared.url('offer')))
  orThrow(await starter.sync())
  const laptops = [starter]
  for (const name of others) laptops.push(await joined(shared, name))
  return { server: shared, laptops }
}

export async function joined(shared: GitServer, name: string): Promise<Laptop> {
  const folder = join(temporaryFolder(), 'offer')
  const by = people[name] ?? { name, email: `${name}@example.org` }
  orThrow(await joinRemote({ address: shared.url('offer'), folder, token: tokenOf(name), by, http: fetch }))
  return opened(folder, name)
}
