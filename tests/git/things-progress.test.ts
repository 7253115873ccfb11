import { expect, test } from 'vitest'
import type { Progress } from '../../src/main/git/index.ts'
import { thingsProgress } from '../../src/main/git/things-progress.ts'

test('how many there are is told as soon as it is known, and the end always', () => {
  const seen: Progress[] = []
  const progress = thingsProgress('Bringing in', each => seen.push(each))
  progress.passed(0, 40, 100)
  for (let came = 1; came <= 40; came++) progress.passed(came, 40, came * 100_000)
  expect(seen[0]).toEqual({ sentence: 'Bringing in', done: 0, total: null })
  expect(seen[1]).toEqual({ sentence: 'Bringing in', done: 0, total: 40 })
  expect(seen.at(-1)).toEqual({ sentence: 'Bringing in: 4 MB so far', done: 40, total: 40 })
})
