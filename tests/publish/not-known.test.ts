import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { whatFamiliesSee } from '../../src/main/desk/families-see.ts'
import { instantSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { tidyUp } from '../git/team.ts'
import { ids } from '../site/site-of.ts'
import { alonePress, type Press, sentenceOf, settings } from './press.ts'

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const
const idOf: Readonly<Record<string, string>> = { [moving]: ids.moving, [travel]: ids.travel }

/** What families see of the page that the newest publish has there, or of `of`. */
const seenAt =
  ({ laptop, publisher }: Press, history: Parameters<typeof whatFamiliesSee>[0]['history'] = laptop.history) =>
  async (path: string, of = idOf[path]) =>
    whatFamiliesSee({ history, live: publisher }, { id: pageIdSchema.parse(of), path })

describe('what is said of a publish is what is known of it', () => {
  test('what cannot be read back is not known, the former site is claimed no more, and looking again finds the new one', async () => {
    let isOff = false
    const it = await alonePress({
      fetch: async (input, init) => {
        if (isOff) return new Response('<title>Sign in</title>')
        return await fetch(input, init)
      },
    })
    it.approve(travel)
    await it.publishAll()
    it.approve(moving)
    isOff = true
    const state = await it.publishAll()
    expect(state).toMatchObject({
      kind: 'failed',
      stillLive: expect.stringMatching(/^What families see now is not known/),
    })
    expect((await it.publisher.before()).map(one => one.current)).toEqual([false, false])
    isOff = false
    expect(await it.publisher.verify()).toMatchObject({ kind: 'live', publish: 'publish-Priya Shah-2' })
    expect((await it.publisher.before()).map(one => one.current)).toEqual([true, false])
  })

  test('one that arrived although sending it was cut off is found by looking again', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    it.approve(moving)
    it.laptop.write('signpost.yml', settings(it, [{ kind: 'branch', branch: 'main' }]))
    await it.laptop.save('Priya added a place that takes nothing')
    expect(await it.publishAll()).toMatchObject({
      kind: 'failed',
      stillLive: expect.stringContaining('or all of them'),
    })
    expect((await it.publisher.before()).map(one => [one.reached, one.current])).toEqual([
      ['perhaps', false],
      ['sent', false],
    ])
    expect(await it.publisher.verify()).toMatchObject({ kind: 'live', publish: 'publish-Priya Shah-2' })
    expect((await it.publisher.before()).map(one => one.current)).toEqual([true, false])
    expect((await it.plan()).also).toEqual(['The last publish has still to be sent to the web.'])
  })

  test('of a page, what families see is what was seen on the web, and a publish that was never sent is not that', async () => {
    let isOff = false
    const it = await alonePress({ fetch: async (input, init) => (isOff ? new Response('') : await fetch(input, init)) })
    const seen = seenAt(it)
    expect(await seen(travel)).toEqual({ kind: 'nothing' })
    it.approve(travel)
    await it.publishAll()
    const first = { kind: 'version', since: (await it.laptop.history.logOf('live'))[0]?.at }
    expect(await seen(travel)).toEqual({ ...first, newest: true })

    it.laptop.write(travel, `${it.laptop.read(travel)}\nAnd the train.\n`)
    await it.laptop.save('Priya added the train')
    it.approve(travel, moving)
    await rm(it.folder, { recursive: true })
    expect(await it.publishAll()).toMatchObject({ kind: 'failed' })
    expect(await seen(travel)).toEqual({ ...first, newest: false })
    expect(await seen(moving)).toEqual({ kind: 'nothing' })

    await mkdir(it.folder)
    isOff = true
    await it.publishAll()
    const second = (await it.laptop.history.logOf('live'))[0]?.at
    expect(await seen(travel)).toEqual({ kind: 'not-known', published: second })
    isOff = false
    await it.publisher.verify()
    expect(await seen(travel)).toEqual({ kind: 'version', since: second, newest: true })
  })

  test('a page that got another address and other words in a publish that was never sent is seen as it was', async () => {
    const it = await alonePress()
    const seen = seenAt(it)
    it.approve(travel)
    await it.publishAll()
    const first = { kind: 'version', since: (await it.laptop.history.logOf('live'))[0]?.at }

    const bus = 'pages/health/the-bus.md'
    it.laptop.write(bus, `${it.laptop.read(travel)}\nAnd the train.\n`)
    // Another page has its address now.
    it.laptop.write(travel, it.laptop.read(moving))
    await rm(join(it.laptop.root, moving))
    await it.laptop.save('Priya moved two pages')
    it.approve(bus, travel)
    await rm(it.folder, { recursive: true })
    expect(await it.publishAll()).toMatchObject({ kind: 'failed' })
    expect(await seen(bus, ids.travel)).toEqual({ ...first, newest: false })
    expect(await seen(travel, ids.moving)).toEqual({ kind: 'nothing' })
  })

  test('of a page that was looked at before, only what was published since is looked into', async () => {
    const it = await alonePress()
    const { history, person } = it.laptop
    /** As a publish leaves it, without the site. */
    const publish = async (texts: Readonly<Record<string, string>>, number: number) =>
      history.writeTree({
        branch: 'live',
        files: new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)])),
        sentence: 'Publish 1 change',
        by: person,
        at: instantSchema.parse(`2026-11-2${number}T10:00:00.000Z`),
        trailers: { 'Publish-Id': `publish-${number}` },
      })
    const first = it.laptop.read(travel)
    for (const number of [1, 2, 3, 4]) await publish({ [travel]: first, [moving]: `Words ${number}.` }, number)
    const asked = { names: 0, lists: 0 }
    const counting = {
      ...history,
      nameAt: (ref: string, path: string) => {
        asked.names += 1
        return history.nameAt(ref, path)
      },
      filesAt: (ref: string) => {
        asked.lists += 1
        return history.filesAt(ref)
      },
    }
    const seen = async () => {
      Object.assign(asked, { names: 0, lists: 0 })
      return [await seenAt(it, counting)(travel), { ...asked }]
    }
    const published = { kind: 'not-known', published: '2026-11-21T10:00:00.000Z' }
    expect(await seen()).toEqual([published, { names: 4, lists: 0 }])
    expect(await seen()).toEqual([published, { names: 1, lists: 0 }])
    await publish({ [travel]: first, [moving]: 'Words 5.' }, 5)
    expect(await seen()).toEqual([published, { names: 2, lists: 0 }])
    await publish({ [travel]: `${first}\nMore.\n` }, 6)
    expect(await seen()).toEqual([
      { ...published, published: '2026-11-26T10:00:00.000Z' },
      { names: 2, lists: 1 },
    ])
    expect(await seen()).toEqual([
      { ...published, published: '2026-11-26T10:00:00.000Z' },
      { names: 1, lists: 0 },
    ])
  })

  test('no shared copy is spoken of where there is none', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    const said = it.states.map(sentenceOf).join(' ')
    expect(said).toContain('Getting ready')
    expect(said).not.toMatch(/shared copy|colleagues/)
  })
})
