import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BuiltSite } from '../../src/main/publish/targets/target.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { tidyUp } from '../git/team.ts'
import { builtSite } from './folders.ts'
import { type PlaceKind, type SomePlace, somePlace } from './target-places.ts'
import { type SshHost, sshHost } from './web-host-by-ssh.ts'

/** What every place promises that a site can be put in, each on a real server. */

const link = (...to: string[]) => to.map(path => `<a href="${path}">go</a>`).join('')
export const first = {
  'index.html': link('education/index.html'),
  'education/index.html': link('education/travel/index.html', 'education/plans/index.html'),
  'education/travel/index.html': link('media/map.png'),
  'education/plans/index.html': 'plans',
  'media/map.png': 'picture',
  'assets/site.css': 'style',
}
/** Travel is gone and so is its map; settling in is new, and the section and plans lead to it. */
export const second = {
  'index.html': link('education/index.html'),
  'education/index.html': link('education/settling-in/index.html', 'education/plans/index.html'),
  'education/settling-in/index.html': link('media/house.png'),
  'education/plans/index.html': link('education/settling-in/index.html'),
  'media/house.png': 'another picture',
  'assets/site.css': 'style',
}

let host: SshHost
beforeAll(async () => {
  host = await sshHost()
})
afterAll(() => host.stop())
afterEach(tidyUp)

describe.each(['folder', 'sftp', 'branch'] satisfies PlaceKind[])('a site in a %s', kind => {
  let place: SomePlace
  beforeEach(async () => {
    place = await somePlace(kind, host)
  })

  test('ends as it was built, to the byte', async () => {
    const built = await builtSite('one', first)
    expect(await place.deliver(built)).toEqual({ kind: 'delivered', written: 7, unchanged: 0, removed: 0 })
    expect(await place.site()).toEqual(built.files)
    expect(await place.deliver(built)).toEqual({ kind: 'delivered', written: 0, unchanged: 7, removed: 0 })
  })

  test('gets only what changed, and loses what is gone', async () => {
    await place.deliver(await builtSite('one', first))
    const built = await builtSite('two', second)
    expect(await place.deliver(built)).toEqual({ kind: 'delivered', written: 5, unchanged: 2, removed: 2 })
    expect(await place.site()).toEqual(built.files)
  })

  test('is put right where somebody changed it', async () => {
    const built = await builtSite('one', first)
    await place.deliver(built)
    await place.put({ 'index.html': 'shorter' })
    expect(await place.deliver(built)).toMatchObject({ kind: 'delivered' })
    expect(await place.site()).toEqual(built.files)
  })

  test('is put right to the byte where that is asked, however alike the change looks', async () => {
    const built = await builtSite('one', first)
    await place.deliver(built)
    await place.put({ 'education/plans/index.html': 'plane' })
    expect(await place.deliver({ ...built, everything: true })).toMatchObject({ kind: 'delivered' })
    expect(await place.site()).toEqual(built.files)
  })

  test('is not put where anything else lies', async () => {
    await place.put({ 'holiday.jpg': 'mine' })
    expect(await place.deliver(await builtSite('one', first))).toMatchObject({ code: 'not-this-site' })
    expect(await place.site()).toEqual({ 'holiday.jpg': 'mine' })
  })

  test('is not put in the place of another Local Offer’s', async () => {
    const essex = await builtSite('one', first, 'essex')
    await place.deliver(essex)
    expect(await place.deliver(await builtSite('two', second, 'southend'))).toMatchObject({ code: 'not-this-site' })
    expect(await place.site()).toEqual(essex.files)
  })

  // A branch is sent in one piece: what goes wrong on its way is in branch-faults.test.ts.
  describe.each(kind === 'branch' ? [1] : [1, 2, 3, 4])('that is cut off at its step %i', step => {
    /** A publish that is stopped, or that dies, once it has told of so many steps. */
    async function cutOff(how: 'stopped' | 'killed') {
      let told = 0
      const stop = new AbortController()
      const onProgress: BuiltSite['onProgress'] = () => {
        told += 1
        if (told !== step) return
        if (how === 'killed') throw new Error('killed')
        stop.abort()
      }
      const built = { ...(await builtSite('two', second)), onProgress, signal: stop.signal }
      return await place.deliver(built).catch(error => {
        expect(String(error)).toContain('killed')
        return null
      })
    }

    test('leads nobody to a dead end, and does not say that it is the new one', async () => {
      await place.deliver(await builtSite('one', first))
      const outcome = await cutOff('stopped')
      const files = await place.site()
      const dead = Object.values(files).flatMap(text =>
        Array.from(text.matchAll(/href="([^"]+)"/g), match => match[1] ?? '').filter(path => !(path in files)),
      )
      expect(dead).toEqual([])
      if (outcome === null || isRefusal(outcome)) expect(files['version.json']).toContain('"one"')
      else expect(files['version.json']).toContain('"two"')
    })

    test('is finished by the next, whatever that is', async () => {
      await place.deliver(await builtSite('one', first))
      await cutOff('killed')
      const third = await builtSite('three', { ...first, 'index.html': 'home again' })
      expect(await place.deliver(third)).toMatchObject({ kind: 'delivered' })
      expect(await place.site()).toEqual(third.files)
    })
  })

  test('is one of two whole sites where two are sent at once, or each is told of the other', async () => {
    await place.deliver(await builtSite('zero', first))
    const [one, two] = [await builtSite('one', { ...first, 'index.html': 'one' }), await builtSite('two', second)]
    const outcomes = await Promise.all([place.deliver(one), place.deliver(two)])
    const files = await place.site()
    const stopped = outcomes.filter(isRefusal)
    expect(stopped.map(({ code }) => code)).toEqual(stopped.map(() => 'overtaken-on-the-way'))
    const delivered = [one, two].filter((_, index) => outcomes[index]?.kind === 'delivered')
    if (delivered.length > 0) expect(delivered.map(built => built.files)).toContainEqual(files)
    expect(await place.deliver(two)).toMatchObject({ kind: 'delivered' })
    expect(await place.site()).toEqual(two.files)
  })
})
