import * as desk from '../../src/main/desk/index.ts'
import { orDiskTrouble } from '../../src/main/files/index.ts'
import { openSettings, sessionSecrets } from '../../src/main/settings/index.ts'
import { parseBody } from '../../src/shared/content/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'
import { type Asked, askedSchema, type PlaceOfLaptop, type Said } from './asked.ts'
import { type AtDesk, type Outcome, perform } from './at-the-desk.ts'
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
  ownFolders([place.root, place.data])
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

async function start(place: PlaceOfLaptop): Promise<Said> {
  const world = await worldOf(place)
  const answer = await desk.openSession(place.root, world, await desk.builtInChecklists(place.resources))
  if (isRefusal(answer)) return { say: 'outcome', outcome: refusedAs(answer) }
  const { session, notices, close } = answer
  open = { session, typing: new Map(), close }
  const recovered = (await session.workspace.recovered()).length
  return { say: 'opened', notices, readOnly: session.workspace.readOnly(), recovered }
}

function refusedAs({ code, sentence, nextStep }: Refusal): Outcome {
  return { kind: 'refused', code, sentence, nextStep }
}

function atDesk(): NonNullable<typeof open> {
  if (open === null) throw new Error('no workspace is open at this laptop')
  return open
}

async function begin({ place, address, pages }: Extract<Asked, { ask: 'begin' }>): Promise<Said> {
  const world = await worldOf(place)
  const wish = { name: 'Southend Local Offer', council: 'Southend', me: place.person, folder: place.root }
  orThrow(await desk.beginNew(world, wish))
  const opened = await start(place)
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
  orThrow(await desk.connect(session, address, place.token))
  return opened
}

async function answer(asked: Asked): Promise<Said> {
  switch (asked.ask) {
    case 'begin':
      return begin(asked)
    case 'join': {
      const { person, root, token } = asked.place
      const wish = { address: asked.address, token, ...person, folder: root }
      const progress = { onProgress: () => undefined, signal: new AbortController().signal }
      orThrow(await desk.beginJoin(await worldOf(asked.place), wish, progress))
      return start(asked.place)
    }
    case 'open': {
      const opened = await orDiskTrouble(() => start(asked.place))
      return isRefusal(opened) ? { say: 'outcome', outcome: refusedAs(opened) } : opened
    }
    case 'close':
      await open?.close()
      open = null
      return { say: 'outcome', outcome: { kind: 'done' } }
    case 'connect':
      orThrow(await atDesk().session.history.setRemote(asked.address))
      return { say: 'outcome', outcome: { kind: 'done' } }
    case 'act': {
      const tell = (what: 'takes-out' | 'has-kept', words: readonly string[]) => say({ say: what, words: [...words] })
      const outcome = await orDiskTrouble(() => perform(atDesk(), asked.act, tell))
      return { say: 'outcome', outcome: isRefusal(outcome) ? refusedAs(outcome) : outcome }
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
