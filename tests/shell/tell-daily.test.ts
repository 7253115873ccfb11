import { afterEach, expect, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { withTellsOfWeek } from '../../src/main/settings/index.ts'
import { saidOfWeek, tellDaily, tellOfDay } from '../../src/main/tell-daily.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { commandMenu } from '../../src/shared/contract/commands.ts'
import type { AppEvent } from '../../src/shared/contract/index.ts'
import { closeLaptops, type Laptop, laptop, must, priya } from '../desk/laptop.ts'
import { newPage } from '../desk/undoing.ts'
import { startElectronShell } from './electron-story.ts'

const oneDay = 24 * 60 * 60 * 1000
const sentence = 'One thing needs you this week.'

afterEach(async () => {
  vi.useRealTimers()
  await closeLaptops()
})

async function addLatePage(at: Laptop): Promise<void> {
  const id = await newPage(at, 'Sleep')
  at.tick(1000)
  must(await desk.changeMany(at.session, [id], { owner: priya.email, due: isoDateSchema.parse('2026-11-10') }))
}

/** Signpost's own window on a laptop on which one page is late, or none. */
async function withWindow({ late }: { late: boolean }) {
  const story = await startElectronShell()
  await story.started
  const at = await laptop()
  if (late) await addLatePage(at)
  const told: AppEvent[] = []
  const notify = saidOfWeek(story.host(), event => told.push(event))
  return {
    at,
    notify,
    look: () => tellOfDay(at.session, notify),
    told,
    story,
    said: () => story.double.desktop.notified.map(({ body }) => body),
  }
}

test('what needs somebody is said once a day, however often it is looked for and whoever looks at once', async () => {
  const { at, look, said } = await withWindow({ late: true })
  await Promise.all([look(), look()])
  expect(said()).toEqual([sentence])
  await look()
  await at.restart()
  await look()
  expect(said()).toEqual([sentence])
  at.tick(oneDay)
  await look()
  expect(said()).toEqual([sentence, sentence])
})

test('nothing is said on a day on which nothing needs anybody, and something as soon as it does', async () => {
  const { at, look, said } = await withWindow({ late: false })
  await look()
  expect(said()).toEqual([])
  await addLatePage(at)
  await look()
  expect(said()).toEqual([sentence])
})

test('nothing is said where somebody switched it off, or where no workspace is open', async () => {
  const { at, look, notify, said } = await withWindow({ late: true })
  await at.world.settings.change(data => withTellsOfWeek(data, false))
  await look()
  await tellOfDay(null, notify)
  expect(said()).toEqual([])
  await at.world.settings.change(data => withTellsOfWeek(data, true))
  await look()
  expect(said()).toEqual([sentence])
})

test('choosing it brings the window to the front and leads to the week', async () => {
  const { look, told, story } = await withWindow({ late: true })
  await look()
  expect(told).toEqual([])
  story.double.desktop.notified[0]?.click()
  expect(story.window().focused).toBe(1)
  const week = commandMenu.find(({ label }) => label === 'This week')
  expect(told).toEqual([{ kind: 'command', command: week?.id }])
})

test('it is looked for by itself, until the program ends', async () => {
  const { at, notify, said } = await withWindow({ late: true })
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const stop = tellDaily(() => at.session, notify)
  expect(said()).toEqual([])
  vi.advanceTimersByTime(10 * 60 * 1000)
  await expect.poll(said).toEqual([sentence])
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
