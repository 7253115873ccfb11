import { Errors } from 'isomorphic-git'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { GitHttp } from './http.ts'
import { sameStory } from './lines.ts'
import { type Behind, headersOf, type Line, talk } from './network.ts'
import { mayOnlyRead, noPermission, type Waiting } from './network-trouble.ts'
import { linesOf, packetLine } from './packet-lines.ts'
import { hasObject, moveRef, type Oid } from './repository.ts'
import { packFor } from './send-pack.ts'

const nothing = '0'.repeat(40)

/**
 * Offers version `oid` as the newest of a branch that stood at `heads` when it was looked at a moment ago. The server takes
 * it only if the branch still stands there, so one request is enough and nothing of anybody's can be replaced; `behind`
 * when somebody else was faster, or when what stands there is not what this version was made on.
 */
export async function send(
  line: Line,
  heads: ReadonlyMap<string, Oid>,
  branch: string,
  oid: Oid,
): Promise<{ kind: 'sent' } | Behind | Waiting | Refusal> {
  const { repository } = line
  const stands = heads.get(branch) ?? null
  const isOnTop =
    stands === null || ((await hasObject(repository, stands)) && (await sameStory(repository, oid, stands)))
  if (!isOnTop) return { kind: 'behind' }
  const theirs = new Set<Oid>()
  for (const head of heads.values()) if (await hasObject(repository, head)) theirs.add(head)
  const pack = await packFor(repository, oid, theirs)
  const wish = `${stands ?? nothing} ${oid} refs/heads/${branch}\0 report-status side-band-64k\n`
  const sent = await talk(line, 'Sharing your changes', async (http, hear) => {
    const report = await post(http, line, Buffer.concat([packetLine(wish), Buffer.from('0000'), pack]))
    const refused = reasonIn(report, hear)
    if (refused !== null) throw new Errors.GitPushError(refused, { ok: false, error: refused, refs: {} })
    return { kind: 'sent' as const }
  })
  if (sent.kind === 'sent') await moveRef(repository, `refs/remotes/origin/${branch}`, oid)
  return isRefusal(sent) && sent.code === noPermission.code ? mayOnlyRead : sent
}

async function post(http: GitHttp, line: Line, body: Buffer): Promise<Buffer> {
  const answer = await http.request({
    url: `${line.address.url}/git-receive-pack`,
    method: 'POST',
    headers: {
      ...headersOf(line),
      'content-type': 'application/x-git-receive-pack-request',
      accept: 'application/x-git-receive-pack-result',
    },
    body: parts(body),
  })
  const said: Uint8Array[] = []
  for await (const part of answer.body ?? []) said.push(part)
  const bytes = Buffer.concat(said)
  const preview = bytes.subarray(0, 256).toString('utf8')
  if (answer.statusCode !== 200) throw new Errors.HttpError(answer.statusCode, answer.statusMessage, preview)
  if (answer.headers?.['content-type'] !== 'application/x-git-receive-pack-result') {
    throw new Errors.SmartHttpError(preview, preview)
  }
  return bytes
}

async function* parts(body: Buffer): AsyncIterableIterator<Uint8Array> {
  yield body
}

/** Why the server did not take it, in git's words; null when it did. `hear` gets what it says to a person beside that. */
function reasonIn(answer: Buffer, hear: (words: string) => void): string | null {
  const report: Buffer[] = []
  for (const packet of linesOf(answer)) {
    if (packet[0] === 1) report.push(packet.subarray(1))
    if (packet[0] === 2) hear(packet.subarray(1).toString('utf8'))
    if (packet[0] === 3) return packet.subarray(1).toString('utf8')
  }
  const [unpacked = '', ...names] = linesOf(Buffer.concat(report)).map(each => each.toString('utf8').trimEnd())
  // Nothing at all is an answer that was cut on its way.
  if (!unpacked.startsWith('unpack ')) throw new Errors.ParseError('unpack', unpacked)
  if (unpacked !== 'unpack ok') return unpacked
  return names.every(each => each.startsWith('ok ')) && names.length > 0 ? null : names.join('\n')
}
