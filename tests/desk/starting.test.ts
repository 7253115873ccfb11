import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { closeLaptops, danny, laptop } from './laptop.ts'

afterEach(closeLaptops)

async function fresh(start: (world: desk.World, folder: string) => ReturnType<typeof desk.beginNew>) {
  const { world, folder } = await laptop(danny)
  const place = join(folder, 'council', 'another')
  return { world, place, beside: join(folder, 'council'), startIt: () => start(world, place) }
}

const newOne = (world: desk.World, folder: string) =>
  desk.beginNew(world, { name: 'Another', council: 'Southend', me: danny, folder })

/** At the last moment before it is there. */
async function endedAtTheEnd({ world, startIt }: Awaited<ReturnType<typeof fresh>>): Promise<void> {
  const { settings } = world
  world.settings = { ...settings, change: () => Promise.reject(new Error('the program was ended here')) }
  await expect(startIt()).rejects.toThrow('ended here')
  world.settings = settings
}

describe('a new workspace', () => {
  test('that did not come to its end left nothing, and can be started again at the same place', async () => {
    const at = await fresh(newOne)
    const { beside, startIt, place } = at
    await endedAtTheEnd(at)
    expect(readdirSync(beside)).toEqual([])
    expect(await startIt()).toEqual({ kind: 'begun', root: place })
    expect(readdirSync(beside)).toEqual(['another'])
  })

  test('clears away what a kill left of it, and nothing that is somebody’s', async () => {
    const { place, beside, startIt } = await fresh(newOne)
    mkdirSync(join(beside, '.another-starting/workspace/.git-0a1b2c3d'), { recursive: true })
    writeFileSync(join(beside, '.another-starting/workspace/signpost.yml'), 'signpost: 1')
    writeFileSync(join(beside, 'letter.docx'), 'x')
    expect(await startIt()).toEqual({ kind: 'begun', root: place })
    expect(readdirSync(beside).sort()).toEqual(['another', 'letter.docx'])
  })

  test('takes the place of a folder that holds only what systems leave anywhere', async () => {
    const { place, startIt } = await fresh(newOne)
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, '.DS_Store'), 'x')
    expect(await startIt()).toEqual({ kind: 'begun', root: place })
    expect(readdirSync(place)).not.toContain('.DS_Store')
    expect(await startIt()).toMatchObject({ code: 'already-a-workspace' })
  })
})

test('a sample that did not come to its end left nothing', { timeout: 60_000 }, async () => {
  const at = await fresh(desk.beginSampleIn)
  await endedAtTheEnd(at)
  expect(readdirSync(at.beside)).toEqual([])
})
