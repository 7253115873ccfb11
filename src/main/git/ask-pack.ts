import { byteSource } from './byte-source.ts'
import type { GrowingPack } from './growing-pack.ts'
import type { GitHttp } from './http.ts'
import type { Oid } from './object-format.ts'
import { delimiter, flush, linesIn, linesOf, packetLine } from './packet-lines.ts'
import type { Question } from './question.ts'
import { saidNo, serverRefused, serverStopped } from './server-said-no.ts'
import { askAdvertised, askService, inOrder } from './service.ts'
import type { ThingsProgress } from './things-progress.ts'

/** What to ask for, and what is here already with everything before it. */
export interface Asked {
  wants: readonly Oid[]
  haves: readonly Oid[]
}

/** How a server lets itself be asked: by its branches' newest versions alone, or by the name of anything it has. */
export type Manner = { kind: 'tips'; offers: ReadonlySet<string> } | { kind: 'names'; version: 1 | 2 }

/** Null where it can only be asked for its branches. Protocol 2 gives anything that is asked for by its name. */
export async function askByNames(
  http: GitHttp,
  line: Question,
  offers: ReadonlySet<string>,
): Promise<(Manner & { kind: 'names' }) | null> {
  if (offers.has('allow-any-sha1-in-want')) return { kind: 'names', version: 1 }
  const said = linesOf(await askAdvertised(http, line, 'git-upload-pack', second)).map(each => each.toString('utf8'))
  return said.includes('version 2\n') && said.some(each => /^fetch\b/.test(each)) ? { kind: 'names', version: 2 } : null
}

const second = { 'git-protocol': 'version=2' }

/** Asks, and lets the pack grow by what is answered. */
export async function askPack(
  http: GitHttp,
  line: Question,
  manner: Manner,
  asked: Asked,
  into: { pack: GrowingPack; progress: ThingsProgress },
): Promise<void> {
  const isSecond = manner.kind === 'names' && manner.version === 2
  const wish = isSecond ? secondWish(asked) : firstWish(asked, manner.kind === 'tips' ? manner.offers : new Set(usual))
  const answer = await askService(http, line, 'git-upload-pack', inOrder(wish), isSecond ? second : {})
  const { pack, progress } = into
  const before = pack.count()
  await pack.take(byteSource(packIn(answer, progress.hear)), (came, of) =>
    progress.passed(before + came, before + of, pack.bytes()),
  )
}

/** Those that change how an answer is put. */
const usual = ['multi_ack_detailed', 'side-band-64k', 'ofs-delta']

function firstWish({ wants, haves }: Asked, offers: ReadonlySet<string>): Buffer {
  const able = usual.filter(each => offers.has(each))
  // Some hosts know the older way to answer alone, and answer nothing without it.
  if (!offers.has('multi_ack_detailed') && offers.has('multi_ack')) able.push('multi_ack')
  const lines = wants.map((oid, at) => packetLine(`want ${oid}${at === 0 ? ` ${able.join(' ')}` : ''}\n`))
  return Buffer.concat([...lines, flush, ...haves.map(oid => packetLine(`have ${oid}\n`)), packetLine('done\n')])
}

function secondWish({ wants, haves }: Asked): Buffer {
  const lines = [...wants.map(oid => `want ${oid}\n`), ...haves.map(oid => `have ${oid}\n`)]
  const words = ['ofs-delta\n', ...lines, 'done\n'].map(packetLine)
  return Buffer.concat([packetLine('command=fetch'), delimiter, ...words, flush])
}

/**
 * The pack that stands in an answer, out of what the server says beside it: its bytes (1), what it tells a person (2), and
 * why it had to give up (3). What comes before that is about what both have, and does not matter: everything was asked in one.
 */
async function* packIn(answer: AsyncIterable<Uint8Array>, hear: (words: string) => void): AsyncGenerator<Buffer> {
  for await (const each of linesIn(answer)) {
    if (each[0] === 1) yield each.subarray(1)
    else if (each[0] === 2) hear(each.toString('utf8', 1))
    else if (each[0] === 3) throw saidNo(serverStopped, each.toString('utf8', 1))
    else if (each.toString('latin1', 0, 4) === 'ERR ') throw saidNo(serverRefused, each.toString('utf8', 4))
  }
}
