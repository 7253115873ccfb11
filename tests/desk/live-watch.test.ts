import { expect, test } from 'vitest'
import { createLiveWatch } from '../../src/main/desk/live-watch.ts'
import type { Session } from '../../src/main/desk/session.ts'
import { type LiveState, liveStateSchema } from '../../src/shared/contract/index.ts'

const at = '2026-11-22T14:02:00.000Z'
const live = liveStateSchema.parse({ kind: 'live', publish: 'A', at, checkedAt: at, url: 'https://example.org' })
const sent = liveStateSchema.parse({ kind: 'sent', publish: 'A', at, sentence: 'Sent.' })
const failed: LiveState = { kind: 'failed', sentence: 'Somebody changed it.', nextStep: 'Ask them.', stillLive: '' }

/** A watch over a site that answers these states, one at each look. */
function watch(...states: LiveState[]) {
  const told: string[] = []
  const waits: number[] = []
  let now: LiveState = live
  let go: (() => void) | null = null
  const session = {
    world: { emit: (event: { sentence: string }) => told.push(event.sentence) },
    live: {
      resume: async () => now,
      verify: async () => {
        now = states.shift() ?? now
        return now
      },
    },
  }
  const it = createLiveWatch(
    () => session as unknown as Session,
    (ms, work) => {
      waits.push(ms / 60_000)
      go = work
      return () => {
        go = null
      }
    },
  )
  const look = async () => {
    go?.()
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
  return { it, told, waits, look }
}

test('a site that was live and is not any more is told of once', async () => {
  const { it, told, waits, look } = watch(live, failed, failed)
  it.start()
  for (const _ of [1, 2, 3]) await look()
  expect(told).toEqual(['Somebody changed it. Ask them.'])
  expect(waits).toEqual([5, 60, 5, 5])
})

test('what is on its way is looked at again soon, and nothing is told', async () => {
  const { it, told, waits, look } = watch(sent, live)
  it.start()
  for (const _ of [1, 2]) await look()
  expect([told, waits]).toEqual([[], [5, 5, 60]])
})

test('a watch that was ended looks no more, and one that is begun twice looks once', async () => {
  const { it, waits, look } = watch(sent)
  it.start()
  it.start()
  it.stop()
  await look()
  expect(waits).toEqual([5])
})
