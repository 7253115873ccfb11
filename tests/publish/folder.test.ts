import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { manifestName } from '../../src/main/publish/manifest.ts'
import { folderTarget } from '../../src/main/publish/targets/folder.ts'
import type { BuiltSite } from '../../src/main/publish/targets/target.ts'
import { builtSite, contentsOf, putFiles, someFolder } from './folders.ts'

const first = { 'index.html': 'home', 'education/index.html': 'section', 'education/travel/index.html': 'travel' }
const second = { 'index.html': 'home', 'education/index.html': 'section' }

let target: string
beforeEach(async () => {
  target = await someFolder()
})
const deliver = (delivery: BuiltSite) => folderTarget.deliver({ kind: 'folder', path: target }, delivery)
const site = async () => {
  const { [manifestName]: _, ...files } = await contentsOf(target)
  return files
}

describe('a folder that is not this site’s', () => {
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

test('half-written files of a killed delivery are not the site and do not stop the next', async () => {
  await mkdir(join(target, '.signpost-tmp'), { recursive: true })
  await putFiles(target, { '.signpost-tmp/file': 'half' })
  const built = await builtSite('one', first)
  expect(await deliver(built)).toMatchObject({ kind: 'delivered' })
  expect(await site()).toEqual(built.files)
})
