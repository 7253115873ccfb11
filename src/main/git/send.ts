import { Errors } from 'isomorphic-git'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { sameStory } from './lines.ts'
import { type Behind, talk } from './network.ts'
import { mayOnlyRead, noPermission, type Waiting } from './network-trouble.ts'
import { flush, linesOf, packetLine } from './packet-lines.ts'
import type { Line } from './question.ts'
import { hasObject, moveRef, type Oid } from './repository.ts'
import { packFor } from './send-pack.ts'
import { askService, collected, inOrder } from './service.ts'
import { thingsProgress } from './things-progress.ts'

const nothing = '0'.repeat(40)
const sentence = 'Sharing your changes'

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
  const wish = `${stands ?? nothing} ${oid} refs/heads/${branch}\0 report-status side-band-64k\n`
  const { passed } = thingsProgress(sentence, line.onProgress)
  const sent = await talk({ ...line, onProgress: undefined }, sentence, async (http, hear) => {
    const wished = inOrder(packetLine(wish), flush, packFor(repository, oid, theirs, passed))
    const report = await collected(await askService(http, line, 'git-receive-pack', wished))
    const refused = reasonIn(report, hear)
    if (refused !== null) throw new Errors.GitPushError(refused, { ok: false, error: refused, refs: {} })
    return { kind: 'sent' as const }
  })
  if (sent.kind === 'sent') await moveRef(repository, `refs/remotes/origin/${branch}`, oid)
  return isRefusal(sent) && sent.code === noPermission.code ? mayOnlyRead : sent
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
