import { setImmediate as nextTurn } from 'node:timers/promises'
import { Errors } from 'isomorphic-git'
import type { Refusal } from '../../shared/outcome.ts'
import { cut } from './connection-trouble.ts'
import { type GitHttp, gitHttp } from './http.ts'
import { networkTrouble, type Waiting } from './network-trouble.ts'
import { linesOf } from './packet-lines.ts'
import type { Question } from './question.ts'
import type { Oid } from './repository.ts'
import { askAdvertised } from './service.ts'

/** The branches of the shared copy, name to newest version, and what its server can do. */
export type Heads = Map<string, Oid> & { offers: ReadonlySet<string> }

/** Asks for the branches. With `toWrite`, as the server tells who wants to send. */
export async function askHeads(line: Question, toWrite = false): Promise<Heads | Waiting | Refusal> {
  const answer = await talk(line, 'Looking for colleagues’ changes', async http =>
    headsIn(await askAdvertised(http, line, toWrite ? 'git-receive-pack' : 'git-upload-pack')),
  )
  return isBehind(answer) ? cut : answer
}

/** What a server says of itself: a line for each name, and behind the first what it can do. */
function headsIn(bytes: Buffer): Heads {
  const heads = new Map<string, Oid>()
  const offers = new Set<string>()
  for (const each of linesOf(bytes)) {
    const [name = '', able = ''] = each.toString('utf8').trimEnd().split('\0')
    if (/^# service=|^version /.test(name)) continue
    const [, oid, ref] = /^([0-9a-f]{40}) (\S+)$/.exec(name) ?? []
    if (oid === undefined || ref === undefined) throw new Errors.ParseError('a name', name)
    for (const word of able.split(' ')) if (word !== '') offers.add(word)
    if (ref.startsWith('refs/heads/')) heads.set(ref.slice(11), oid)
  }
  return Object.assign(heads, { offers })
}

export interface Behind {
  kind: 'behind'
}
export const isBehind = (answer: object): answer is Behind => 'kind' in answer && answer.kind === 'behind'

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
      said: said.join('\n'),
      now: line.now?.() ?? new Date(),
      hadToken: line.auth !== null,
    })
    if (trouble === null) throw error
    return trouble
  }
}
