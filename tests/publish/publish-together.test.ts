import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { orThrow, tidyUp } from '../git/team.ts'
import { startRoughLine } from '../git-server/rough-line.ts'
import { ids, page } from '../site/site-of.ts'
import { contentsOf } from './folders.ts'
import { onServer, refusalCode, sentenceOf, settings, teamPress } from './press.ts'

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const
const stampOf = async (folder: string) => JSON.parse(await readFile(join(folder, 'version.json'), 'utf8')).publish

describe('with colleagues and a git server', () => {
  test('the server has the approved versions on one branch and the built site on another', async () => {
    const { server, presses, place } = await teamPress('priya')
    const [priya] = presses
    priya?.approve(travel)
    expect(await priya?.publishAll()).toMatchObject({ kind: 'live' })
    const offer = server.folder('offer')
    expect(onServer(offer, 'live')).toEqual(['.gitattributes', 'barriers.yml', travel, 'signpost.yml'])
    expect(onServer(offer, 'site')).toEqual(Object.keys(await contentsOf(place.folder)).toSorted())
  })

  test('offline it waits, says so, and goes on by itself', async () => {
    const { server, presses, place } = await teamPress('priya')
    const [priya] = presses
    if (priya === undefined) throw new Error('nobody')
    priya.approve(travel)
    server.behave({ kind: 'down' })
    const state = await priya.publishAll()
    expect(state).toMatchObject({ kind: 'failed', nextStep: 'Signpost sends it by itself as soon as it can.' })
    expect(await contentsOf(place.folder)).toEqual({})
    await priya.restart()
    server.behave({ kind: 'well' })
    expect(await priya.publisher.resume()).toMatchObject({ kind: 'live', publish: 'publish-Priya Shah-1' })
    expect(onServer(server.folder('offer'), 'site')).toContain('version.json')
  })

  test('of two who publish at once the first stands, and the other plans again', async () => {
    const { server, presses, place } = await teamPress('priya', 'tom')
    const [priya, tom] = presses
    if (priya === undefined || tom === undefined) throw new Error('nobody')
    server.behave({ kind: 'down' })
    tom.approve(moving, travel)
    await tom.publishAll()
    server.behave({ kind: 'well' })
    priya.approve(travel)
    await priya.publishAll()
    const line = await startRoughLine(new URL(server.url('offer')).origin)
    onTestFinished(line.stop)
    orThrow(await tom.laptop.history.setRemote(`${line.origin}/offer.git`))
    let asked = 0
    // It was heard that somebody was faster, and then nothing more.
    line.behave(() => ({ kind: ++asked === 2 ? 'off' : 'well' }))
    expect(sentenceOf(await tom.publisher.resume())).toContain('waits to be sent')
    expect(await stampOf(place.folder)).toBe('publish-Priya Shah-1')
    const state = await tom.publisher.resume()
    expect(state).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('A colleague published') })
    expect(await stampOf(place.folder)).toBe('publish-Priya Shah-1')
    expect((await tom.plan()).ready.map(one => one.title)).toEqual(['Moving into Southend'])
    expect(await tom.publishAll()).toMatchObject({ kind: 'live', publish: 'publish-Tom Okafor-2' })
  })

  test('one that waited for its folder is not written over what a colleague has published since', async () => {
    const { presses, place } = await teamPress('priya', 'tom')
    const [priya, tom] = presses
    if (priya === undefined || tom === undefined) throw new Error('nobody')
    tom.approve(moving, travel)
    await rm(place.folder, { recursive: true })
    expect(await tom.publishAll()).toMatchObject({ kind: 'failed' })
    await mkdir(place.folder)
    priya.laptop.write(travel, page(ids.travel, 'Travel to school', 'The tram.'))
    await priya.laptop.save('Priya changed a page')
    priya.approve(travel, moving)
    expect(refusalCode(await priya.publisher.publish((await priya.plan()).plan))).toBe('plan-changed')
    expect(await priya.publishAll()).toMatchObject({ kind: 'live' })
    const state = await tom.publisher.resume()
    expect(state).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('A colleague published') })
    expect(await stampOf(place.folder)).toBe('publish-Priya Shah-1')
  })

  test('a colleague’s publish changes the plan, and is undone from here', async () => {
    const { presses, place } = await teamPress('priya', 'tom')
    const [priya, tom] = presses
    if (priya === undefined || tom === undefined) throw new Error('nobody')
    priya.approve(travel)
    await priya.publishAll()
    expect(refusalCode(await tom.publisher.publish((await tom.plan()).plan))).toBe('plan-changed')
    tom.approve(moving, travel)
    await tom.publishAll()
    expect(await priya.publisher.undo('publish-Priya Shah-1', 'It was wrong.')).toMatchObject({ kind: 'live' })
    expect(Object.keys(await contentsOf(place.folder))).not.toContain('education/moving/index.html')
  })

  test('a branch that holds something else, or the team’s own pages, is never written to', async () => {
    const { server, presses, place } = await teamPress('priya')
    const [priya] = presses
    if (priya === undefined) throw new Error('nobody')
    priya.approve(travel)
    for (const branch of ['live', 'main', '../main', 'HEAD']) {
      priya.laptop.write('signpost.yml', settings(place, [{ kind: 'branch', branch }]))
      await priya.laptop.save('Priya chose a bad place')
      const state = await priya.publishAll()
      expect(sentenceOf(state)).toContain('that name is taken')
    }
    const bytes = new TextEncoder().encode('theirs')
    await priya.laptop.history.writeTree({
      branch: 'gh-pages',
      files: new Map([['README.md', bytes]]),
      sentence: 'x',
      by: priya.laptop.person,
    })
    await priya.laptop.history.pushBranch('gh-pages', { auth: { token: priya.laptop.token } })
    priya.laptop.write('signpost.yml', settings(place, [{ kind: 'branch', branch: 'gh-pages' }]))
    await priya.laptop.save('Priya chose a place that is taken')
    expect(sentenceOf(await priya.publishAll())).toContain('holds something else')
    expect(onServer(server.folder('offer'), 'gh-pages')).toEqual(['README.md'])
  })
})
