import type { Refusal } from '../../shared/outcome.ts'
import { codeOf } from '../files/index.ts'
import { type Asked, askByNames, askPack } from './ask-pack.ts'
import { type Coming, discardComing, hasComing, noteTips, openComing, takeIn } from './coming.ts'
import type { GitHttp } from './http.ts'
import { type Behind, talk } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import type { Line } from './question.ts'
import { lookOnlyAt, lookThrough, missingFrom } from './repair/index.ts'
import { hasObject, type Oid, type Repository } from './repository.ts'
import { serverRefused } from './server-said-no.ts'
import { type ThingsProgress, thingsProgress } from './things-progress.ts'

export interface Wish {
  tips: readonly Oid[]
  /** Versions that are here with everything before them; without any, nothing that is here is relied on. */
  haves: readonly Oid[]
  /** What the server said that it can do. */
  offers: ReadonlySet<string>
  sentence: string
}

/**
 * Brings these versions with everything they stand on, as a stream: see decision 12. What was cut before goes on where it
 * was cut, where the server lets things be asked for by their names. Moves no name.
 */
export async function receive(line: Line, wish: Wish): Promise<{ kind: 'received' } | Behind | Waiting | Refusal> {
  const { repository } = line
  const progress = thingsProgress(wish.sentence, line.onProgress)
  return talk({ ...line, onProgress: undefined }, wish.sentence, async http => {
    const asking = { http, line, wish, progress }
    const finished = (await hasComing(repository)) ? await finishEarlier(asking) : []
    const wants: Oid[] = []
    for (const oid of wish.tips) if (!(finished.includes(oid) || (await isHere(repository, wish, oid)))) wants.push(oid)
    if (wants.length > 0) await askAll(asking, { wants, haves: [...wish.haves, ...finished] })
    return { kind: 'received' as const }
  })
}

interface Asking {
  http: GitHttp
  line: Line
  wish: Wish
  progress: ThingsProgress
}

async function isHere(repository: Repository, { haves }: Wish, oid: Oid): Promise<boolean> {
  return haves.length > 0 && (await hasObject(repository, oid))
}

async function askAll({ http, line, wish, progress }: Asking, asked: Asked): Promise<void> {
  await withComing(line.repository, async ({ pack }) => {
    await noteTips(line.repository, asked.wants)
    await askPack(http, line, { kind: 'tips', offers: wish.offers }, asked, { pack, progress })
    return 'whole'
  })
}

/** A server may have to look each of them up. */
const mostWants = 10_000
const mostFiles = 30_000

/** What an earlier attempt had begun to bring, brought to its end; answers for which versions that was. */
async function finishEarlier({ http, line, wish, progress }: Asking): Promise<readonly Oid[]> {
  const { haves, offers } = wish
  const { became, tips } = await withComing(line.repository, async coming => {
    const { pack } = coming
    const manner = pack.count() === 0 ? null : await askByNames(http, line, offers)
    if (manner === null) return 'useless'
    for (;;) {
      const missing = await missingOf(line.repository, coming, haves)
      if (missing.length === 0) return 'whole'
      const before = pack.count()
      // A folder that is asked for comes with every file in it: those that are here have to be named.
      const asked = { wants: missing.slice(0, mostWants), haves: [...haves, ...pack.files(mostFiles)] }
      try {
        await askPack(http, line, manner, asked, { pack, progress })
      } catch (error) {
        // Those versions are no longer there: the shared copy was written anew, or is another one.
        if (codeOf(error) === serverRefused) return 'useless'
        throw error
      }
      if (pack.count() === before) return 'useless'
    }
  })
  return became === 'whole' ? tips : []
}

async function missingOf(repository: Repository, { pack, tips }: Coming, haves: readonly Oid[]): Promise<Oid[]> {
  const look = haves.length > 0 ? await lookThrough(repository, pack) : lookOnlyAt(repository, pack)
  return [...(await missingFrom(look, tips, { whole: new Set(haves) }))]
}

/** Whatever becomes of it, nothing but whole things are left, and nothing that is of no use. */
async function withComing(
  repository: Repository,
  work: (coming: Coming) => Promise<'whole' | 'useless'>,
): Promise<{ became: 'whole' | 'useless' | 'begun'; tips: readonly Oid[] }> {
  const coming = await openComing(repository)
  let became: 'whole' | 'useless' | 'begun' = 'begun'
  const isEmpty = () => coming.pack.count() === 0
  try {
    became = await work(coming)
  } finally {
    if (became !== 'whole' || isEmpty()) await coming.pack.close()
    if (became === 'useless' || isEmpty()) await discardComing(repository)
  }
  if (became === 'whole' && !isEmpty()) await takeIn(repository, coming)
  return { became, tips: coming.tips }
}
