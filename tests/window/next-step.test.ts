import { expect, test } from 'vitest'
import { nextStepOf } from '../../src/renderer/editor/page/next-step-of.ts'
import type { PageState } from '../../src/shared/review/records.ts'

const mine = { askedByMe: true, mayNotDecide: 'You changed it last.' }

test.each<[PageState, typeof mine | { askedByMe: boolean; mayNotDecide: null } | null, ReturnType<typeof nextStepOf>]>([
  ['draft', null, 'ask'],
  ['changes-asked', null, 'ask'],
  ['changed-since-approval', null, 'ask'],
  ['ready-for-review', mine, 'take-back'],
  ['ready-for-review', { ...mine, askedByMe: false }, null],
  ['ready-for-review', { askedByMe: false, mayNotDecide: null }, 'review'],
  ['ready-for-review', { askedByMe: true, mayNotDecide: null }, 'review'],
  ['ready-for-review', null, null],
  ['approved', null, 'publish'],
  ['live', null, 'ask-again'],
  ['withdrawn', null, 'ask-again'],
])('on a page that is %s, with %j, the next thing to do is %s', (state, waiting, step) => {
  expect(nextStepOf(state, waiting)).toBe(step)
})
