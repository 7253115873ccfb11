import { dirname } from 'node:path'
import * as desk from '../../src/main/desk/index.ts'
import { orDiskTrouble } from '../../src/main/files/index.ts'
import { openSettings, sessionSecrets } from '../../src/main/settings/index.ts'
import { parseBody } from '../../src/shared/content/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'
import { type Asked, askedSchema, type PlaceOfLaptop, type Said, type Way } from './asked.ts'
import { perform } from './at-the-desk.ts'
import { type AtDesk, done, refused } from './outcomes.ts'
import { arm, beforeDying, ownFolders } from './write-points.ts'

/** One laptop as a process of its own, which can be killed: the desk of the program, asked through its parent's messages. */

let now = 0
let open: (AtDesk & { close(): Promise<void> }) | null = null

/** Answers once the message is on its way: what was said before a kill has been said. */
function say(said: Said): Promise<void> {
  return new Promise(resolve => {
    if (process.send === undefined) throw new Error('a laptop is started by the soak')
    process.send(said, () => resolve())
  })
}

async function worldOf(place: PlaceOfLaptop): Promise<desk.World> {
  // Also what is only there for a while, such as the folder beside its place in which a workspace grows.
  ownFolders([dirname(place.root), place.data])
  const clock = () => new Date(now)
  return {
    now: clock,
    resources: place.resources,
    data: place.data,
    version: '0.0.0',
    settings: await openSettings({ data: place.data, now: clock }),
    secrets: sessionSecrets(),
    fetch: globalThis.fetch,
    me: place.person,
    token: place.token,
    emit: () => undefined,
  }
}

function orThrow<T>(answer: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.sentence} ${answer.detail ?? ''}`)
  return answer as Exclude<T, Refusal>
}

/** As the program does: what was opened is remembered, so that it is opened again next time. */
async function openAt(world: desk.World, root: string): Promise<Said> {
  const answer = await desk.openSession(root, world, await desk.builtInChecklists(world.resources))
  if (isRefusal(answer)) return { say: 'outcome', outcome: refused(answer) }
  const { session, notices, close } = answer
  open = { session, typing: new Map(), close }
  await desk.rememberOpened(world, session.workspace.root, session.workspace.config().name)
  const recovered = (await session.workspace.recovered()).length
  return { say: 'opened', notices, readOnly: session.workspace.readOnly(), recovered }
}

async function enter(way: Way, place: PlaceOfLaptop): Promise<Said> {
  const world = await worldOf(place)
  const root = await rootOf(way, world, place)
  return isRefusal(root) ? { say: 'outcome', outcome: refused(root) } : openAt(world, root)
}

async function rootOf(way: Way, world: desk.World, place: PlaceOfLaptop): Promise<string | Refusal> {
  if (way === 'open') return place.root
  const { person, root: folder, address, token } = place
  const progress = { onProgress: () => undefined, signal: new AbortController().signal }
  const begun =
    way === 'join'
      ? await desk.beginJoin(world, { address, token, ...person, folder }, progress)
      : await desk.beginNew(world, { name: 'Southend Local Offer', council: 'Southend', me: person, folder })
  return isRefusal(begun) ? begun : begun.root
}

function atDesk(): NonNullable<typeof open> {
  if (open === null) throw new Error('no workspace is open at this laptop')
  return open
}

async function furnish({ place, pages }: Extract<Asked, { ask: 'furnish' }>): Promise<Said> {
  const { session } = atDesk()
  for (const { title, body } of pages) {
    now += 1000
    const { id } = orThrow(await desk.createPage(session, { section: 'education', title, template: 'topic' }))
    const { entry, hash } = orThrow(await desk.openPage(session, id))
    orThrow(await desk.savePage(session, { id, base: hash, entry, doc: parseBody(body).doc }))
  }
  const config = session.workspace.config()
  const publish = { url: '', targets: [{ kind: 'branch' as const, branch: 'site' }] }
  orThrow(await desk.setConfig(session, { ...config, publish }))
  orThrow(await desk.connect(session, place.address, place.token))
  return { say: 'outcome', outcome: done }
}

async function answer(asked: Asked): Promise<Said> {
  switch (asked.ask) {
    case 'open':
    case 'begin':
    case 'join': {
      const entered = await orDiskTrouble(() => enter(asked.ask, asked.place))
      return isRefusal(entered) ? { say: 'outcome', outcome: refused(entered) } : entered
    }
    case 'furnish':
      return furnish(asked)
    case 'close':
      await open?.close()
      open = null
      return { say: 'outcome', outcome: done }
    case 'act': {
      const tell = (what: 'takes-out' | 'has-kept', words: readonly string[]) => say({ say: what, words: [...words] })
      const outcome = await orDiskTrouble(() => perform(atDesk(), asked.act, tell))
      return { say: 'outcome', outcome: isRefusal(outcome) ? refused(outcome) : outcome }
    }
    case 'arm':
      return { say: 'armed', ...arm(asked.fault) }
  }
}

process.on('message', async message => {
  const asked = askedSchema.parse(message)
  if ('now' in asked) now = asked.now
  try {
    await say(await answer(asked))
  } catch (error) {
    await say({ say: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.on('disconnect', () => process.exit())
beforeDying(point => process.send?.({ say: 'dies', point }))
await say({ say: 'ready' })
