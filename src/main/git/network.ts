import { setImmediate as nextTurn } from 'node:timers/promises'
import git from 'isomorphic-git'
import type { Refusal } from '../../shared/outcome.ts'
import type { DurableFs } from '../files/index.ts'
import type { Address } from './address.ts'
import { cut } from './connection-trouble.ts'
import type { HistoryDeps } from './desk.ts'
import { type Fetch, type GitHttp, gitHttp } from './http.ts'
import { networkTrouble, type Waiting } from './network-trouble.ts'
import { fetchAnew } from './repair/index.ts'
import { hasObject, moveRef, type Oid, type Repository } from './repository.ts'

/** Who is asking. Null when signed out: a server that wants to know says so. */
export interface Auth {
  token: string
}

export interface Progress {
  /** What is happening, in plain words. */
  sentence: string
  /** Bytes so far. */
  done: number
  total: number | null
}

/** Everything that a question to the server needs. */
export interface Question {
  address: Address
  auth: Auth | null
  http: Fetch
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  /** What time the server says it is. */
  onServerTime?: ((at: Date) => void) | undefined
  now?: (() => Date) | undefined
  /** Milliseconds without a byte after which a connection counts as dead; a minute unless given. */
  silence?: number | undefined
}

export interface Line extends Question {
  repository: Repository
}

/** The line from an open workspace to its shared copy. */
export function lineOf(
  { repository, deps }: { repository: Repository; deps: HistoryDeps },
  address: Address,
  options: Pick<Line, 'auth' | 'signal' | 'onProgress' | 'onServerTime'>,
): Line {
  return { repository, address, http: deps.http, now: deps.now, silence: deps.silence, ...options }
}

/**
 * Left out, isomorphic-git asks the folder's own settings for a go-between, and a folder from elsewhere could send the
 * token to one of its choice. The way is the host's own `fetch`, and no other.
 */
const noDetour = ''

/** The branches of the shared copy: name to newest version. With `toWrite`, as the server tells who wants to send. */
export async function askHeads(line: Question, toWrite = false): Promise<Map<string, Oid> | Waiting | Refusal> {
  const answer = await talk(line, 'Looking for colleagues’ changes', async http => {
    const refs = await git.listServerRefs({
      http,
      url: line.address.url,
      headers: headersOf(line),
      protocolVersion: 1,
      forPush: toWrite,
    })
    return new Map(refs.flatMap(({ ref, oid }) => (ref.startsWith('refs/heads/') ? [[ref.slice(11), oid]] : [])))
  })
  return isBehind(answer) ? cut : answer
}

/** Brings everything that version `oid` of a branch needs onto this laptop. Moves no name of the workspace. */
export async function bring(line: Line, branch: string, oid: Oid): Promise<{ kind: 'brought' } | Waiting | Refusal> {
  const { repository } = line
  if (await hasObject(repository, oid)) return { kind: 'brought' }
  const answer = await talk(line, 'Bringing in colleagues’ changes', async http => {
    await git.fetch({
      ...repository,
      fs: withoutNames(repository.fs),
      http,
      url: line.address.url,
      ref: branch,
      remoteRef: `refs/heads/${branch}`,
      singleBranch: true,
      tags: false,
      corsProxy: noDetour,
      headers: headersOf(line),
    })
    return { kind: 'brought' as const }
  })
  if (isBehind(answer)) return cut
  if (answer.kind !== 'brought') return answer
  if (!(await hasObject(repository, oid))) return cut
  await moveRef(repository, `refs/remotes/origin/${branch}`, oid)
  return answer
}

/** Brings everything that the shared copy has, whatever this laptop has of it: for one whose history is damaged. */
export async function bringAnew(line: Line): Promise<{ kind: 'brought' } | Waiting | Refusal> {
  const answer = await talk(line, 'Bringing back what was damaged', async http => {
    await fetchAnew(line.repository, { http, url: line.address.url, corsProxy: noDetour, headers: headersOf(line) })
    return { kind: 'brought' as const }
  })
  return isBehind(answer) ? cut : answer
}

/**
 * isomorphic-git notes the server's newest version before it has stored it, so that a kill in between leaves a name for
 * something that is not there. This keeps it from noting anything; `bring` does, once everything is stored.
 */
function withoutNames(fs: DurableFs): DurableFs {
  const isName = (path: string) => /[\\/]refs[\\/]remotes[\\/]/.test(path)
  const writeFile: DurableFs['promises']['writeFile'] = async (path, data) => {
    if (!isName(path)) await fs.promises.writeFile(path, data)
  }
  return { ...fs, promises: { ...fs.promises, writeFile } }
}

export interface Behind {
  kind: 'behind'
}
const isBehind = (answer: object): answer is Behind => 'kind' in answer && answer.kind === 'behind'

/** Runs `work` with a connection; what the network makes of it becomes an answer. */
export async function talk<T>(
  line: Question,
  sentence: string,
  work: (http: GitHttp, hear: (words: string) => void) => Promise<T>,
): Promise<T | Behind | Waiting | Refusal> {
  const { signal, onServerTime, silence } = line
  const said: string[] = []
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    line.onProgress?.({ sentence, done, total: null })
  }
  line.onProgress?.({ sentence, done, total: null })
  const http = gitHttp(line.http, { signal, onBytes, onServerTime, silence })
  try {
    const answer = await work(http, words => said.push(words))
    // An answer that was cut short can look like a shorter answer: fewer branches, fewer versions.
    const fault = http.fault()
    if (fault) throw fault
    return answer
  } catch (error) {
    // isomorphic-git does not wait for what it hands on of the server's words; they are all here already.
    await nextTurn()
    const trouble = networkTrouble(error, {
      fault: http.fault(),
      packCame: http.packCame(),
      said: said.join('\n'),
      now: line.now?.() ?? new Date(),
    })
    if (trouble === null) throw error
    return trouble
  }
}

export function headersOf({ address, auth }: Question): Record<string, string> {
  if (auth === null) return {}
  return { Authorization: `Basic ${Buffer.from(`${address.username}:${auth.token}`).toString('base64')}` }
}
