import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { alone, temporaryFolder, tidyUp } from '../git/team.ts'
import { ids, page } from '../site/site-of.ts'
import { contentsOf } from './folders.ts'
import { alonePress, files, press, refusalCode, sentenceOf, settings, webPlace } from './press.ts'
import { webHost } from './web-host.ts'

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const

describe('one publish', () => {
  test('puts exactly the approved versions on the web, and says live after reading it back', async () => {
    const it = await alonePress()
    expect(await it.publisher.state()).toEqual({ kind: 'never' })
    it.approve(travel)
    expect(await it.plan()).toMatchObject({
      ready: [{ title: 'Travel to school', change: 'new' }],
      heldBack: [{ title: 'Moving into Southend', why: 'not-reviewed' }],
      stop: null,
    })
    const state = await it.publishAll()
    expect(state).toMatchObject({ kind: 'live', publish: 'publish-Priya Shah-1', url: it.url })
    expect([...(await it.laptop.history.filesAt('live')).keys()].toSorted()).toEqual([
      '.gitattributes',
      'barriers.yml',
      travel,
      'signpost.yml',
    ])
    expect(await (await fetch(`${it.url}/education/travel/`)).text()).toContain('The bus.')
    expect((await fetch(`${it.url}/education/moving/`)).status).toBe(404)
    expect(it.states.map(one => one.kind)).toEqual(expect.arrayContaining(['building', 'sent', 'live']))
    expect(it.states.findIndex(one => one.kind === 'live')).toBe(it.states.length - 1)
  })

  test('leaves what is held back as families see it, and publishes the rest', async () => {
    const it = await alonePress()
    it.approve(travel, moving)
    await it.publishAll()
    it.laptop.write(travel, page(ids.travel, 'Travel to school', 'The tram, but nobody has read this.'))
    it.laptop.write(moving, page(ids.moving, 'Moving into Southend', `Welcome. See [travel](page:${ids.travel}).`))
    await it.laptop.save('Priya changed two pages')
    it.approve(moving)
    await it.publishAll()
    expect(await (await fetch(`${it.url}/education/travel/`)).text()).toContain('The bus.')
    expect(await (await fetch(`${it.url}/education/moving/`)).text()).toContain('Welcome.')
  })

  test('is of the plan that was seen: nothing goes live when it is another by now', async () => {
    const it = await alonePress()
    it.approve(travel)
    const { plan } = await it.plan()
    it.approve(moving)
    expect(refusalCode(await it.publisher.publish(plan))).toBe('plan-changed')
    expect(await contentsOf(it.folder)).toEqual({})
    expect(await it.publisher.state()).toEqual({ kind: 'never' })
  })

  test('tells of what goes along without being a page', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    expect(await it.plan()).toMatchObject({
      ready: [],
      also: [],
      stop: { sentence: 'Families see everything that is approved.' },
    })
    it.laptop.write(
      'signpost.yml',
      it.laptop.read('signpost.yml').replace('Southend Local Offer', 'The Southend Offer'),
    )
    await it.laptop.save('Priya changed the name')
    expect(await it.plan()).toMatchObject({ also: [expect.stringContaining('settings of the site')], stop: null })
    expect(await it.publishAll()).toMatchObject({ kind: 'live' })
    expect(await (await fetch(`${it.url}/`)).text()).toContain('The Southend Offer')
  })

  test('takes pages off, and leads old addresses to the new one', async () => {
    const it = await alonePress()
    it.approve(travel, moving)
    await it.publishAll()
    it.laptop.write('pages/health/travel.md', it.laptop.read(travel))
    it.laptop.write('redirects.yml', `- from: /education/travel/\n  to: page:${ids.travel}\n`)
    await rm(join(it.laptop.root, travel))
    await rm(join(it.laptop.root, moving))
    await it.laptop.save('Priya moved a page')
    expect((await it.plan()).ready.map(one => [one.title, one.change])).toEqual([
      ['Moving into Southend', 'removed'],
      ['Travel to school', 'moved'],
    ])
    await it.publishAll()
    expect((await fetch(`${it.url}/education/moving/`)).status).toBe(404)
    expect(await (await fetch(`${it.url}/education/travel/`)).text()).toContain('0; url=../../health/travel/')
    expect(await (await fetch(`${it.url}/id/${ids.travel}/`)).text()).toContain('0; url=../../health/travel/')
  })
})

describe('live is only said after looking', () => {
  test('without an address the site is sent, and Signpost says that it cannot look', async () => {
    const place = await webPlace()
    const laptop = (await alonePress()).laptop
    laptop.write('signpost.yml', settings(place, [], ''))
    await laptop.save('Priya took the address out')
    const it = await press(laptop, place)
    it.approve(travel)
    const state = await it.publishAll()
    expect(state.kind).toBe('sent')
    expect(sentenceOf(state)).toContain('cannot look')
    expect((await it.publisher.verify()).kind).toBe('sent')
  })

  test.each([
    ['a login page', 200, '<title>Sign in</title>', 'failed', 'not this site'],
    ['another version', 200, '{"publish":"older","at":"2026-11-01T00:00:00.000Z"}', 'sent', 'another version'],
    ['nothing', 404, '', 'sent', 'cannot be found'],
  ])('%s on the web', async (_, status, body, kind, words) => {
    const wrong = await webHost((_request, response) => response.writeHead(status).end(body))
    const it = await alonePress()
    it.laptop.write('signpost.yml', settings(it, [], wrong))
    await it.laptop.save('Priya changed the address')
    it.approve(travel)
    const state = await it.publishAll()
    expect(state.kind).toBe(kind)
    expect(sentenceOf(state)).toContain(words)
    expect(it.states.map(one => one.kind)).not.toContain('live')
  })

  test('a site that somebody else put in its place is not live any more', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    await rm(join(it.folder, 'version.json'))
    expect((await it.publisher.verify()).kind).toBe('failed')
    await it.restart()
    expect((await it.publisher.state()).kind).toBe('failed')
  })

  test('a disk that takes no note is told in words, and the next publish works once it does', async () => {
    const place = await webPlace()
    const laptop = await alone({ 'signpost.yml': settings(place), ...files })
    const dataFolder = temporaryFolder()
    const half = join(dataFolder, 'tmp')
    await writeFile(half, 'not a folder')
    const it = await press(laptop, place, { dataFolder })
    it.approve(...Object.keys(files))
    const { plan } = await it.plan()
    expect(await it.publisher.publish(plan)).toMatchObject({ kind: 'refused', code: 'folder-gone' })
    expect(await it.publisher.state()).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('no longer') })
    await rm(half)
    expect((await it.publishAll()).kind).toBe('live')
  })

  test('what was seen on the web is answered also where the disk takes no note of it', async () => {
    const dataFolder = temporaryFolder()
    const it = await alonePress({ dataFolder })
    it.approve(travel)
    await it.publishAll()
    await rm(join(it.folder, 'version.json'))
    await rm(join(dataFolder, 'tmp'), { recursive: true })
    await writeFile(join(dataFolder, 'tmp'), 'not a folder')
    expect((await it.publisher.verify()).kind).toBe('failed')
  })

  test('what is live is known again after a restart', async () => {
    const it = await alonePress()
    it.approve(travel)
    const state = await it.publishAll()
    await it.restart()
    expect(await it.publisher.state()).toEqual(state)
  })
})

describe('when it cannot be done', () => {
  test('a place that is not there: families keep what they have, and the next try finishes', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    it.approve(moving)
    await rm(it.folder, { recursive: true })
    const state = await it.publishAll()
    expect(state).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('cannot be reached') })
    expect(state.kind === 'failed' && state.stillLive).toMatch(/^Families still see the site of [^.]*\.$/)
    expect((await it.publisher.before()).map(one => [one.reached, one.current])).toEqual([
      ['not-sent', false],
      ['sent', true],
    ])
    await it.restart()
    expect((await it.plan()).also).toEqual(['The last publish has still to be sent to the web.'])
    await mkdir(it.folder)
    expect(await it.publishAll()).toMatchObject({ kind: 'live' })
    expect((await it.plan()).also).toEqual([])
  })

  test('nobody has allowed the folder on this computer', async () => {
    const it = await alonePress({ mayWrite: () => false })
    it.approve(travel)
    const { plan, stop } = await it.plan()
    expect(stop?.sentence).toContain('Nobody has said on this laptop')
    expect(refusalCode(await it.publisher.publish(plan))).toBe('stop')
    expect(await contentsOf(it.folder)).toEqual({})
  })

  test('nobody has said where the site goes', async () => {
    const it = await alonePress()
    it.laptop.write('signpost.yml', 'signpost: 1\nname: Southend Local Offer\n')
    await it.laptop.save('Priya took the place out')
    expect((await it.plan()).stop?.sentence).toContain('where the site goes')
  })

  test('nobody has said who they are', async () => {
    const it = await alonePress({ me: () => null })
    it.approve(travel)
    expect(refusalCode(await it.publisher.publish((await it.plan()).plan))).toBe('nobody')
  })

  test('the settings of the site cannot be read', async () => {
    const it = await alonePress()
    it.laptop.write('signpost.yml', 'signpost: [1\n')
    await it.laptop.save('Priya broke something')
    expect(refusalCode(await it.publisher.plan())).toBe('unreadable-record')
  })

  test('stopping before anything was sent leaves everything as it was', async () => {
    const stop = new AbortController()
    const it = await alonePress({
      onState: state => {
        if (state.kind === 'building' && state.sentence === 'Making the pages') stop.abort()
      },
    })
    it.approve(travel)
    const answer = await it.publisher.publish((await it.plan()).plan, { signal: stop.signal })
    expect(refusalCode(answer)).toBe('stopped')
    expect(await contentsOf(it.folder)).toEqual({})
    expect((await it.laptop.history.filesAt('live')).size).toBe(0)
    expect(await it.publisher.state()).toEqual({ kind: 'never' })
  })

  test('two publishes at once on one computer: the second is told to wait', async () => {
    const it = await alonePress()
    it.approve(travel)
    const { plan } = await it.plan()
    const [first, second] = await Promise.all([it.publisher.publish(plan), it.publisher.publish(plan)])
    expect(first).toMatchObject({ kind: 'live' })
    expect(refusalCode(second)).toBe('already-publishing')
  })
})

describe('the way back', () => {
  test('an earlier site is put back to the byte, as the newest publish, and can itself be undone', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    const before = await contentsOf(it.folder)
    it.laptop.write(travel, page(ids.travel, 'Travel to school', 'The tram.'))
    await it.laptop.save('Priya changed a page')
    it.approve(travel, moving)
    await it.publishAll()
    const after = await contentsOf(it.folder)
    expect(await it.publisher.undo('publish-Priya Shah-1', 'It was wrong.')).toMatchObject({
      kind: 'live',
      publish: 'publish-Priya Shah-3',
    })
    const same = (all: Record<string, string>) =>
      Object.fromEntries(Object.entries(all).filter(([path]) => !/version\.json|\.signpost-site/.test(path)))
    expect(same(await contentsOf(it.folder))).toEqual(same(before))
    await it.publisher.undo('publish-Priya Shah-2', 'It was wrong.')
    expect(same(await contentsOf(it.folder))).toEqual(same(after))
  })

  test('the log says who, when, what and why, and which one families see', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    it.approve(moving)
    await it.publishAll()
    await it.publisher.undo('publish-Priya Shah-1', 'The bus does not run.\nSee the letter.')
    expect(await it.publisher.before()).toMatchObject([
      {
        publish: 'publish-Priya Shah-3',
        current: true,
        sentence: expect.stringMatching(/^Put back the site of /),
        by: it.laptop.person,
        pages: ['Moving into Southend'],
        reason: 'The bus does not run.\nSee the letter.',
      },
      {
        publish: 'publish-Priya Shah-2',
        current: false,
        sentence: 'Published Moving into Southend',
        pages: ['Moving into Southend'],
        why: ['Approved by Danny, 20 Nov 2026.'],
        reason: '',
      },
      { publish: 'publish-Priya Shah-1', current: false, sentence: 'Published Travel to school', by: it.laptop.person },
    ])
  })

  test('a publish that is not in the log is refused', async () => {
    const it = await alonePress()
    it.approve(travel)
    await it.publishAll()
    expect(refusalCode(await it.publisher.undo('never-was', 'It was wrong.'))).toBe('no-such-publish')
    expect(refusalCode(await it.publisher.undo('publish-Priya Shah-1', 'It was wrong.'))).toBe('already-newest')
  })
})

test('the site that is built from live is the one that families have, but for its stamp’s time', async () => {
  const it = await alonePress()
  it.approve(travel)
  await it.publishAll()
  const out = join((await webPlace()).folder, 'site')
  expect(await it.publisher.build(out, 'live')).toMatchObject({ kind: 'built', pages: 1 })
  const [built, live] = [await contentsOf(out), await contentsOf(it.folder)]
  expect(Object.keys(built)).toEqual(Object.keys(live))
  expect(built['education/travel/index.html']).toBe(live['education/travel/index.html'])
  expect(await it.publisher.build(join(out, '..', 'desk'), 'desk')).toMatchObject({ pages: Object.keys(files).length })
})
