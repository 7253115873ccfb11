import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { nodeDisk } from '../../src/main/files/index.ts'
import { refuse } from '../../src/shared/outcome.ts'
import { hidingDisk } from '../files/faults.ts'
import { alone, orThrow, page, server, tidyUp, tokenOf } from '../git/team.ts'
import { closeLaptops, danny, laptop } from './laptop.ts'

afterEach(async () => {
  await closeLaptops()
  await tidyUp()
})

/** A team's workspace with pictures, and Danny's laptop, which has another one open. */
async function sharedOffer() {
  const shared = await server('priya', 'danny')
  shared.create('offer')
  const priya = await alone({ 'pages/moving.md': page(1, 'Moving', 'Words.') })
  mkdirSync(join(priya.root, 'media'))
  for (const name of ['one', 'two', 'three']) writeFileSync(join(priya.root, `media/${name}.jpg`), randomBytes(300_000))
  await priya.save('Priya added pictures')
  orThrow(await priya.history.setRemote(shared.url('offer')))
  orThrow(await priya.sync())
  const { world } = await laptop(danny)
  const wish = { address: shared.url('offer'), ...danny, token: tokenOf('danny') }
  const signal = new AbortController().signal
  return { shared, world, joinIt: () => desk.beginJoin(world, wish, { onProgress: () => undefined, signal }) }
}

describe('a join that did not come to its end', { timeout: 60_000 }, () => {
  test('is remembered, and the next one for the same address goes on with it in the same place', async () => {
    const { shared, world, joinIt } = await sharedOffer()
    shared.behave({ kind: 'cut', afterBytes: 500_000, of: 'git-upload-pack' })
    // It would go on by itself for as long as each attempt brings something: this one never gets any further.
    const answer = await joinIt()
    expect(answer).toMatchObject({ kind: 'begun' })
    expect(await desk.begunJoins(world)).toEqual([])
    expect(shared.log.filter(({ url }) => url.endsWith('/git-upload-pack')).length).toBeGreaterThan(1)
  })

  test('can be given up, and leaves nothing', async () => {
    const { shared, world } = await sharedOffer()
    const stop = new AbortController()
    const wish = { address: shared.url('offer'), ...danny, token: tokenOf('danny') }
    // What the server counts while it gets ready is no sign that anything has come.
    const onProgress = ({ sentence, done, total }: { sentence: string; done: number; total: number | null }) => {
      if (sentence.startsWith('Bringing in') && total !== null && done > total - 2) stop.abort()
    }
    const stopped = await desk.beginJoin(world, wish, { onProgress, signal: stop.signal })
    expect(stopped).toMatchObject({ code: 'stopped', sentence: expect.stringContaining('is kept on this laptop') })
    const [begun] = await desk.begunJoins(world)
    expect(begun).toMatchObject({ address: shared.url('offer'), bytes: expect.any(Number) })
    // Another address of the same name does not take its place.
    const other = await desk.beginJoin(
      world,
      { ...wish, address: shared.url('offer').replace('offer', 'x/offer') },
      {
        onProgress: () => undefined,
        signal: new AbortController().signal,
      },
    )
    expect(other).toMatchObject({ code: 'not-found' })
    expect(await desk.begunJoins(world)).toHaveLength(1)

    expect(await desk.giveUpJoin(world, '/home')).toEqual({ kind: 'ok' })
    expect(existsSync('/home')).toBe(true)
    expect(await desk.giveUpJoin(world, begun?.folder ?? '')).toEqual({ kind: 'ok' })
    expect(await desk.begunJoins(world)).toEqual([])
    expect(readdirSync(desk.workspacesFolder(world.data))).toEqual([])
  })

  test('that brought nothing leaves nothing', async () => {
    const { shared, world, joinIt } = await sharedOffer()
    shared.behave({ kind: 'forbidden' })
    expect(await joinIt()).toMatchObject({ code: 'no-permission' })
    expect(await desk.begunJoins(world)).toEqual([])
    expect(readdirSync(desk.workspacesFolder(world.data))).toEqual([])

    // Nor is anything brought where the disk does not take the note: the next one would not know whose the folder is.
    const full = refuse('disk-full', 'This disk is full.', 'Free some space.')
    world.settings.change = async () => full
    const asked = shared.log.length
    expect(await joinIt()).toEqual(full)
    expect(shared.log).toHaveLength(asked)
    expect(readdirSync(desk.workspacesFolder(world.data))).toEqual([])
  })

  test('two at once for one address: one of them is told, even where it began before the other was noted', async () => {
    const { world, joinIt } = await sharedOffer()
    const { settings, fetch } = world
    const { change } = settings
    const oneAnswered = Promise.withResolvers<void>()
    // Neither comes to its end before the other has tried.
    world.fetch = async (...asked) => oneAnswered.promise.then(() => fetch(...asked))
    const both: ReturnType<typeof joinIt>[] = []
    const begin = () => both.push(joinIt().finally(() => oneAnswered.resolve()))
    settings.change = noting => {
      settings.change = change
      begin()
      return change(noting)
    }
    begin()
    await oneAnswered.promise
    const answers = await Promise.all(both)
    expect(answers.map(each => ('code' in each ? each.code : each.kind)).toSorted()).toEqual([
      'begun',
      'joining-elsewhere',
    ])
    expect(readdirSync(desk.workspacesFolder(world.data))).toEqual(['offer'])
    expect(await desk.begunJoins(world)).toEqual([])
  })

  test('goes on after its very last step too, when the program was ended before it was noted', async () => {
    const { world, joinIt } = await sharedOffer()
    const { settings, secrets } = world
    const [change, set] = [settings.change, secrets.set]
    const ended = () => Promise.reject(new Error('the program was ended here'))
    secrets.set = () => {
      settings.change = ended
      return ended()
    }
    await expect(joinIt()).rejects.toThrow('ended here')
    Object.assign(settings, { change })
    Object.assign(secrets, { set })
    const [folder = ''] = readdirSync(desk.workspacesFolder(world.data))
    // A disk that does not let it be looked at does not make it somebody else's either.
    const config = join(desk.workspacesFolder(world.data), folder, '.git/config')
    const { readFile } = hidingDisk('EMFILE', path => path === config)
    const hiding = vi.spyOn(nodeDisk, 'readFile').mockImplementation(readFile)
    onTestFinished(() => hiding.mockRestore())
    expect(await joinIt()).toMatchObject({ code: 'too-many-files-open' })
    hiding.mockRestore()
    expect(await joinIt()).toEqual({ kind: 'begun', root: join(desk.workspacesFolder(world.data), folder) })
    expect(readdirSync(desk.workspacesFolder(world.data))).toEqual([folder])
    expect(settings.data().joining).toEqual([])
  })
})
