import { expect, test } from 'vitest'
import { workedOut } from '../../src/main/desk/worked-out.ts'

test('what was worked out is kept until it is forgotten', async () => {
  let times = 0
  const count = workedOut(async () => ++times)
  expect([await count.get(), await count.get()]).toEqual([1, 1])
  count.forget()
  expect(await count.get()).toBe(2)
})

test('what failed is tried again by the next who asks', async () => {
  let times = 0
  const count = workedOut(async () => {
    times += 1
    if (times === 1) throw new Error('the disk failed')
    return times
  })
  await expect(count.get()).rejects.toThrow('the disk failed')
  expect(await count.get()).toBe(2)
})
