import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Disk, durableFs, nodeDisk, patiently, writeDurably } from '../../src/main/files/index.ts'
import { jsonFolder } from '../../src/main/settings/index.ts'
import { workspacePathSchema } from '../../src/shared/content/ids.ts'
import { tempFolder } from '../workspace/temp-folder.ts'

/** A real disk that gives this program so many handles at once, as a laptop does (256 on a Mac). */
function fewHandles(most: number, wait: Disk['wait'] = () => setImmediate()): { disk: Disk; open(): number } {
  let open = 0
  const disk: Disk = {
    ...nodeDisk,
    wait,
    async open(...args) {
      if (open >= most) throw Object.assign(new Error('EMFILE: injected'), { code: 'EMFILE' })
      open += 1
      const handle = await nodeDisk.open(...args).catch(error => {
        open -= 1
        throw error
      })
      const { close } = handle
      handle.close = async () => {
        await close.call(handle)
        open -= 1
      }
      return handle
    },
  }
  return { disk, open: () => open }
}

describe('with few handles for files', () => {
  test('the folders of many things that were kept are flushed all the same', async () => {
    const gitdir = await tempFolder()
    const { disk, open } = fewHandles(40)
    const { promises, settle } = durableFs(gitdir, disk)
    for (let at = 0; at < 120; at += 1) await promises.writeFile(join(gitdir, 'objects', `${at}`, 'thing'), 'words')
    await settle()
    expect(open()).toBe(0)
  })

  test('a folder of very many small files is read whole', async () => {
    const data = await tempFolder()
    const { disk } = fewHandles(40)
    const folder = jsonFolder(join(data, 'typed'), z.object({ id: z.string() }), ({ id }) => id, {
      data,
      now: () => new Date(),
      disk,
    })
    for (let at = 0; at < 120; at += 1) await folder.put({ id: `field-${at}` })
    expect(await folder.list()).toHaveLength(120)
  })

  test('what finds none free waits until others give theirs back', async () => {
    const root = await tempFolder()
    const held: { close(): Promise<void> }[] = []
    const { disk } = fewHandles(2, async () => await held.pop()?.close())
    for (let at = 0; at < 2; at += 1) held.push(await disk.open(root, 'r'))
    const page = workspacePathSchema.parse('pages/health/page.md')
    expect(await writeDurably(root, page, 'words', { disk })).toEqual({ kind: 'written' })
  })

  test('what finds none for long says so', async () => {
    const { disk } = fewHandles(0)
    await expect(patiently(disk, () => disk.open('page', 'r'))).rejects.toThrow('EMFILE')
  })
})
