import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { nodeDisk } from '../../src/main/files/index.ts'
import { type Known, openLiveStore } from '../../src/main/publish/live-state.ts'
import { instantSchema } from '../../src/shared/content/index.ts'
import { hidingDisk } from '../files/faults.ts'
import { temporaryFolder, tidyUp } from '../git/team.ts'

afterEach(tidyUp)

const at = instantSchema.parse('2026-11-20T12:00:00.000Z')
const waiting: Partial<Known> = {
  pending: {
    publish: 'publish-1',
    at,
    sentence: 'Priya published “Travel”',
    stage: 'deliver',
    everything: false,
    begun: true,
  },
  state: { kind: 'failed', sentence: 'The site waits to be sent.', nextStep: 'It is sent by itself.', stillLive: '' },
}

/** What is known of a publish that waits, as Signpost left it when it was closed. */
async function closed(known: Partial<Known> = waiting) {
  const folder = temporaryFolder()
  await (await openLiveStore(folder, () => undefined)).set(known)
  const open = (disk = nodeDisk) => openLiveStore(folder, () => undefined, disk)
  return { file: join(folder, 'live.json'), open }
}

describe('a publish that waits', () => {
  test('still waits after a restart', async () => {
    const { open } = await closed()
    expect((await open()).known()).toMatchObject(waiting)
  })

  test.each(['EIO', 'EACCES', 'EMFILE'])('is not forgotten where the disk does not let one look: %s', async code => {
    const { file, open } = await closed()
    const before = await readFile(file, 'utf8')
    await expect(open(hidingDisk(code, path => path === file))).rejects.toThrow()
    expect(await readFile(file, 'utf8')).toBe(before)
    expect((await open()).known().pending).toEqual(waiting.pending)
  })

  test('that was going on when Signpost was closed says so, and goes on with the next', async () => {
    const { open } = await closed({ ...waiting, state: { kind: 'building', done: 0, total: null, sentence: '' } })
    const { state, pending } = (await open()).known()
    expect(pending).toEqual(waiting.pending)
    expect(state).toMatchObject({ kind: 'failed', nextStep: 'Publish again: Signpost goes on where it was.' })
    expect(state).toMatchObject({
      stillLive: expect.stringMatching(
        /^Some new pages may be there already, or all of them. What families see now is not known/,
      ),
    })
  })

  test('a file that says something else says nothing: what is live is asked of the web', async () => {
    const { file, open } = await closed()
    for (const text of ['', '{', '{"state":{"kind":"live"}}', '[]']) {
      await writeFile(file, text)
      expect((await open()).known()).toEqual({
        state: { kind: 'never' },
        pending: null,
        seen: null,
        site: null,
        sample: null,
        altered: null,
      })
    }
  })
})
