import { expect, test } from 'vitest'
import { newsTo } from '../../src/main/tell-news.ts'
import { instantSchema } from '../../src/shared/content/ids.ts'
import type { AppEvent, SyncState } from '../../src/shared/contract/index.ts'

const at = instantSchema.parse('2026-11-22T10:00:00.000Z')
const choose = 'You and a colleague changed the same words. Both are kept until you choose.'
const sync = (state: SyncState): AppEvent => ({ kind: 'sync', state })
const working = { kind: 'working', done: 0, total: null, sentence: 'Sharing with colleagues' } as const
const live: AppEvent = { kind: 'live', state: { kind: 'live', publish: 'a', at, checkedAt: at, url: '' } }
const building: AppEvent = { kind: 'live', state: { kind: 'building', done: 0, total: null, sentence: '' } }

function notified(...events: readonly AppEvent[]): string[] {
  const heard: string[] = []
  const tell = newsTo(sentence => heard.push(sentence))
  for (const event of events) tell(event)
  return heard
}

test('a question is news once, however often something is shared while it waits', () => {
  const asked = sync({ kind: 'needs-choice', choices: 1, at })
  const again = [sync({ ...working, choices: 1 }), asked]
  expect(notified(asked, ...again, ...again)).toEqual([choose])
})

test('a question is news again once the ones before it were answered', () => {
  const asked = sync({ kind: 'needs-choice', choices: 1, at })
  expect(notified(asked, sync(working), sync({ kind: 'shared', at }), sync(working), asked)).toEqual([choose, choose])
})

test('that the site is live is news after each publish, and not after each sharing', () => {
  expect(notified(live, sync(working), sync({ kind: 'shared', at }), live)).toEqual(['The site is live.'])
  expect(notified(live, building, live)).toEqual(['The site is live.', 'The site is live.'])
})
