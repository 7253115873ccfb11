import { instantSchema } from '../../src/shared/content/index.ts'
import type { AppEvent } from '../../src/shared/contract/index.ts'

/** When all of it is said to have been. */
export const at = instantSchema.parse('2026-11-22T10:00:00.000Z')

/** What the main process tells without being asked, with words in each place where there can be some. */
export const events: AppEvent[] = [
  { kind: 'notice', sentence: 'Something was repaired.', tone: 'warn' },
  { kind: 'progress', job: 'publish', sentence: 'Making the pages', done: 1, total: 3 },
  { kind: 'command', command: 'no-such-command' },
  { kind: 'sync', state: { kind: 'working', done: 1, total: 3, sentence: 'Sharing with colleagues' } },
  {
    kind: 'sync',
    state: { kind: 'refused', code: 'fault', sentence: 'It did not work.', nextStep: 'Ask.', changes: 1 },
  },
  {
    kind: 'sync',
    state: {
      kind: 'waiting',
      reason: 'offline',
      since: at,
      changes: 1,
      retryAt: at,
      last: at,
      why: { sentence: 'The proxy is away.', nextStep: 'Ask.' },
    },
  },
  { kind: 'live', state: { kind: 'building', done: 1, total: 3, sentence: 'Making the pages' } },
  { kind: 'live', state: { kind: 'sent', publish: 'A', at, sentence: 'Sent.' } },
  {
    kind: 'live',
    state: { kind: 'failed', sentence: 'It failed.', nextStep: 'Try again.', stillLive: 'Families see A.' },
  },
  { kind: 'live', state: { kind: 'live', publish: 'A', at, checkedAt: at, url: 'https://example.org' } },
]
