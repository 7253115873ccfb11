import { describe, expect, test } from 'vitest'
import { liveWords } from '../../src/renderer/live/live-words.ts'
import { planNews } from '../../src/renderer/live/plan-news.ts'
import { goodToGo } from '../../src/renderer/review/good-to-go.ts'
import { atWork } from '../../src/renderer/words/at-work.ts'
import { count, fileSize, firstName, listed, opening, whose } from '../../src/renderer/words/counts.ts'
import { leadsToSettings, sharingWords } from '../../src/renderer/words/sharing.ts'
import { instantSchema } from '../../src/shared/content/index.ts'
import type { Plan, SyncState } from '../../src/shared/contract/index.ts'
import { plan } from './fake/answers.ts'

const zone = 'Europe/London'
const now = new Date('2026-11-22T10:42:30Z')
const at = (time: string) => instantSchema.parse(`2026-11-22T${time}:00Z`)

describe('what an approval is told to lead to', () => {
  test.each([
    [0, '“ADHD” is good to publish. It goes out with the next publish.'],
    [1, '“ADHD” is approved. 1 problem on it stops publishing still: it goes out once that is mended.'],
    [2, '“ADHD” is approved. 2 problems on it stop publishing still: it goes out once those are mended.'],
  ])('with %i problems that stop it', (errors, sentence) => {
    expect(goodToGo({ title: 'ADHD', problems: { errors, warnings: 3, notices: 0 } })).toBe(sentence)
  })
})

describe('who is at a page now', () => {
  test.each([
    ['a colleague a moment ago', 'Sam Oduya', '10:42', 'Sam was writing here just now'],
    ['a colleague a while ago', 'Sam Oduya', '10:33', 'Sam was writing here 9 minutes ago'],
    ['a colleague long ago', 'Sam Oduya', '10:31', null],
    ['a colleague whose clock is ahead', 'Sam Oduya', '11:00', null],
    ['me', 'Priya Nair', '10:42', null],
  ])('%s', (_, by, time, sentence) => {
    expect(atWork({ by, at: at(time) }, 'Priya Nair', now)).toBe(sentence)
  })

  test('nobody, where nothing is known', () => expect(atWork(null, 'Priya Nair', now)).toBeNull())
})

describe('where everybody’s work is, in one sentence', () => {
  test.each<[string, SyncState, string]>([
    ['no shared copy', { kind: 'alone' }, 'On this laptop only. No shared copy yet.'],
    ['shared', { kind: 'shared', at: at('10:40') }, 'Everything is shared. 2 minutes ago'],
    [
      'offline with work',
      { kind: 'waiting', reason: 'offline', since: at('10:31'), changes: 3, retryAt: null, last: at('09:12') },
      'Only on this laptop. 3 changes. Since 10:31. It will be shared when you are online.',
    ],
    [
      'offline without work',
      { kind: 'waiting', reason: 'offline', since: null, changes: 0, retryAt: null, last: at('09:12') },
      'Working offline. Last shared today 09:12. It will be shared when you are online.',
    ],
    [
      'offline before anything was shared',
      { kind: 'waiting', reason: 'offline', since: null, changes: 0, retryAt: null, last: null },
      'Working offline. It will be shared when you are online.',
    ],
    [
      'a busy server',
      { kind: 'waiting', reason: 'server-busy', since: null, changes: 1, retryAt: at('10:50'), last: null },
      'Only on this laptop. 1 change. The shared copy is busy. Next try at 10:50.',
    ],
    [
      'a network that is known to be bad',
      {
        kind: 'waiting',
        reason: 'offline',
        since: at('10:31'),
        changes: 2,
        retryAt: at('10:43'),
        last: null,
        why: {
          sentence: 'The connection became slow, and then nothing came any more. Your work is saved on this laptop.',
          nextStep: 'Signpost will try again by itself. If it stays like this, try another network.',
        },
      },
      'Only on this laptop. 2 changes. Since 10:31. The connection became slow, and then nothing came any more. If it stays like this, try another network. Next try at 10:43.',
    ],
    [
      'a long sharing',
      { kind: 'working', done: 2_400_000, total: null, sentence: 'Bringing in colleagues’ changes' },
      'Sharing with colleagues. Bringing in colleagues’ changes: 2.4 MB so far',
    ],
    [
      'refused with work',
      {
        kind: 'refused',
        code: 'protected',
        sentence: 'The shared copy is protected.',
        nextStep: 'Ask for access.',
        changes: 3,
        since: at('09:12'),
      },
      'Not shared. 3 changes only on this laptop, since 09:12. The shared copy is protected. Ask for access.',
    ],
    [
      'a choice',
      { kind: 'needs-choice', choices: 1, at: null },
      '1 choice to make. Nothing is lost until you choose. Everything else is shared.',
    ],
    [
      'refused',
      { kind: 'refused', code: 'signed-out', sentence: 'The token has run out.', nextStep: 'Connect again.' },
      'Not shared. The token has run out. Connect again.',
    ],
  ])('%s', (_, state, sentence) => {
    const { head, rest } = sharingWords(state, now, zone)
    expect(`${head}. ${rest}`).toBe(sentence)
  })

  test('a step that is done in Settings has a way there beside it', () => {
    const refused = (nextStep: string): SyncState => ({
      kind: 'refused',
      code: 'any',
      sentence: 'It was not.',
      nextStep,
    })
    expect(leadsToSettings(refused('Check the address in Settings.'))).toBe(true)
    expect(leadsToSettings(refused('Ask your IT team.'))).toBe(false)
    expect(leadsToSettings({ kind: 'alone' })).toBe(false)
  })

  test('no word of it is git’s', () => {
    const states: SyncState[] = [
      { kind: 'alone' },
      { kind: 'working', done: 1, total: 2, sentence: 'Fetching colleagues’ changes' },
      { kind: 'waiting', reason: 'not-started', since: null, changes: 2, retryAt: null, last: null },
      { kind: 'needs-choice', choices: 2, at: null },
    ]
    for (const state of states) {
      const { short, head, rest } = sharingWords(state, now, zone)
      expect(`${short} ${head} ${rest}`).not.toMatch(/commit|push|pull|branch|merge|conflict|sync/i)
    }
  })
})

describe('the live site', () => {
  test('“Live since” is said only of what was read back from the web', () => {
    const live = {
      kind: 'live',
      publish: 'p',
      at: at('09:02'),
      checkedAt: at('10:42'),
      url: 'https://example.org',
    } as const
    expect(liveWords(live, now, zone).sentence).toBe('Live since today 09:02, read back from the web just now.')
    const sent = { kind: 'sent', publish: 'p', at: at('09:02'), sentence: 'The web host is slow.' } as const
    expect(liveWords(sent, now, zone).sentence).not.toContain('Live since')
    expect(liveWords({ ...sent, lookedAt: at('10:42') }, now, zone).sentence).toBe(
      'Sent today 09:02, and not yet seen on the web. Signpost last looked just now.',
    )
    const failed = {
      kind: 'failed',
      sentence: '',
      nextStep: '',
      stillLive: 'Families see the site of Thursday.',
    } as const
    expect(liveWords(failed, now, zone).sentence).toBe('Families see the site of Thursday.')
  })
})

test('counts, names and sizes read as people say them', () => {
  expect(count(0, 'page')).toBe('no pages')
  expect(count(1, 'page')).toBe('1 page')
  expect(count(1200, 'entry', 'entries')).toBe('1,200 entries')
  expect(opening(9)).toBe('Nine')
  expect(opening(12)).toBe('12')
  expect(listed(['Travel'])).toBe('Travel')
  expect(listed(['Travel', 'Money'])).toBe('Travel and Money')
  expect(listed(['Travel', 'Money', 'Sleep', 'Work'])).toBe('Travel, Money and 2 more')
  expect(firstName('Priya Nair')).toBe('Priya')
  expect(whose('Sam Oduya')).toBe('Sam’s')
  expect([fileSize(900), fileSize(42_000), fileSize(2_400_000)]).toEqual(['900 bytes', '42 KB', '2.4 MB'])
})

describe('a plan that was made again', () => {
  const [carers, ...others] = plan.ready
  const news = (change: Partial<Plan>) => planNews(plan, { ...plan, plan: 'plan-2', ...change })

  test('is no news where it is the same plan', () => expect(planNews(plan, { ...plan })).toBeNull())

  test.each<[string, Partial<Plan>, RegExp]>([
    ['what came', { also: ['The settings of the site changed.'] }, /New in it: “The settings of the site changed”\./],
    ['what went', { ready: others }, /Not in it any more: “Young carers”\.$/],
    [
      'what is taken off',
      { ready: [{ ...carers, change: 'removed' } as Plan['ready'][number]] },
      /, which is taken off/,
    ],
    [
      'whose words are newer',
      { ready: plan.ready.map(each => ({ ...each, sentence: 'Now.' })) },
      /Other words go out of: /,
    ],
    ['that words are newer, where it is not known whose', {}, /Other words go out of what is in it\.$/],
  ])('says %s', (_, change, words) => expect(news(change)).toMatch(words))
})
