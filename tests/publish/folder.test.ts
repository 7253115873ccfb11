import { chmod, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { manifestName } from '../../src/main/publish/manifest.ts'
import { folderTarget } from '../../src/main/publish/targets/folder.ts'
import type { BuiltSite } from '../../src/main/publish/targets/target.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { builtSite, contentsOf, putFiles, someFolder } from './folders.ts'

const link = (...to: string[]) => to.map(path => `<a href="${path}">go</a>`).join('')
const first = {
  'index.html': link('education/index.html'),
  'education/index.html': link('education/travel/index.html', 'education/plans/index.html'),
  'education/travel/index.html': link('media/map.png'),
  'education/plans/index.html': 'plans',
  'media/map.png': 'picture',
  'assets/site.css': 'style',
}
/** Travel is gone and so is its map; settling in is new, and the section and plans lead to it. */
const second = {
  'index.html': link('education/index.html'),
  'education/index.html': link('education/settling-in/index.html', 'education/plans/index.html'),
  'education/settling-in/index.html': link('media/house.png'),
  'education/plans/index.html': link('education/settling-in/index.html'),
  'media/house.png': 'another picture',
  'assets/site.css': 'style',
}

let target: string
beforeEach(async () => {
  target = await someFolder()
})
const deliver = (delivery: BuiltSite) => folderTarget.deliver({ kind: 'folder', path: target }, delivery)
const site = async () => {
  const { [manifestName]: _, ...files } = await contentsOf(target)
  return files
}

test('the folder ends as the built site, to the byte', async () => {
  const built = await builtSite('one', first)
  expect(await deliver(built)).toEqual({ kind: 'delivered', written: 7, unchanged: 0, removed: 0 })
  expect(await site()).toEqual(built.files)
})

test('sends only what changed, and takes away what is gone', async () => {
  await deliver(await builtSite('one', first))
  const built = await builtSite('two', second)
  expect(await deliver(built)).toEqual({ kind: 'delivered', written: 5, unchanged: 2, removed: 2 })
  expect(await site()).toEqual(built.files)
})

test('puts right what somebody else damaged or removed', async () => {
  const built = await builtSite('one', first)
  await deliver(built)
  await rm(join(target, 'education/plans'), { recursive: true })
  await putFiles(target, { 'index.html': 'shorter' })
  expect(await deliver(built)).toMatchObject({ written: 2, removed: 0 })
  expect(await site()).toEqual(built.files)
})

describe('a folder that is not this site’s', () => {
  test('is refused when it holds anything', async () => {
    await putFiles(target, { 'holiday.jpg': 'mine' })
    expect(await deliver(await builtSite('one', first))).toMatchObject({ kind: 'refused', code: 'not-this-site' })
    expect(await contentsOf(target)).toEqual({ 'holiday.jpg': 'mine' })
  })

  test('is refused when it is another Local Offer', async () => {
    await deliver(await builtSite('one', first, 'essex'))
    const before = await contentsOf(target)
    expect(await deliver(await builtSite('two', second, 'southend'))).toMatchObject({ code: 'not-this-site' })
    expect(await contentsOf(target)).toEqual(before)
  })

  test('is refused when its list cannot be read', async () => {
    await putFiles(target, { [manifestName]: '{"signpost":1,"files":{"../../etc/passwd":{"hash":"","bytes":0}}}' })
    expect(await deliver(await builtSite('one', first))).toMatchObject({ code: 'not-this-site' })
  })

  test('files that the web team added later stay', async () => {
    await deliver(await builtSite('one', first))
    await putFiles(target, { '.htaccess': 'theirs', 'education/travel/note.txt': 'theirs too' })
    await deliver(await builtSite('two', second))
    expect(await site()).toMatchObject({ '.htaccess': 'theirs', 'education/travel/note.txt': 'theirs too' })
  })
})

test('a folder that is not there is not made: a network drive may only be disconnected', async () => {
  await rm(target, { recursive: true })
  expect(await deliver(await builtSite('one', first))).toMatchObject({ code: 'folder-missing' })
  expect(await contentsOf(target)).toEqual({})
})

test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be written is refused before anything changes',
  async () => {
    await chmod(target, 0o555)
    expect(await deliver(await builtSite('one', first))).toMatchObject({ code: 'folder-not-writable' })
  },
)

test('a file where a folder has to be is refused with a sentence', async () => {
  await rm(target, { recursive: true })
  await putFiles(join(target, '..'), { [target.slice(target.lastIndexOf('/') + 1)]: 'a file' })
  expect(await deliver(await builtSite('one', first))).toMatchObject({ code: 'folder-missing' })
})

describe('cut off at any file', () => {
  const steps = Array.from({ length: 4 }, (_, step) => step + 1)

  /** Every page that is there leads only to what is there. */
  async function deadLinks(): Promise<string[]> {
    const files = await site()
    return Object.values(files).flatMap(text =>
      Array.from(text.matchAll(/href="([^"]+)"/g), match => match[1] ?? '').filter(path => !(path in files)),
    )
  }

  test.each(steps)('no reader meets a dead link, and the stamp is not the new one: step %i', async step => {
    await deliver(await builtSite('one', first))
    const stop = new AbortController()
    const onProgress: BuiltSite['onProgress'] = ({ done }) => {
      if (done === step) stop.abort()
    }
    const outcome = await deliver({ ...(await builtSite('two', second)), onProgress, signal: stop.signal })
    expect(await deadLinks()).toEqual([])
    if (isRefusal(outcome)) expect(await readFile(join(target, 'version.json'), 'utf8')).toContain('"one"')
    else expect(step).toBe(4)
  })

  test.each(steps)('the next delivery of whatever site finishes the work: step %i', async step => {
    await deliver(await builtSite('one', first))
    const killed = deliver({
      ...(await builtSite('two', second)),
      onProgress: ({ done }) => {
        if (done === step) throw new Error('killed')
      },
    })
    await expect(killed).rejects.toThrow('killed')
    const third = await builtSite('three', { ...first, 'index.html': 'home again' })
    await deliver(third)
    expect(await site()).toEqual(third.files)
  })
})

test('half-written files of a killed delivery are not the site and do not stop the next', async () => {
  await mkdir(join(target, '.signpost-tmp'), { recursive: true })
  await putFiles(target, { '.signpost-tmp/file': 'half' })
  const built = await builtSite('one', first)
  expect(await deliver(built)).toMatchObject({ kind: 'delivered' })
  expect(await site()).toEqual(built.files)
})
