import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, laptop, must, priya } from './laptop.ts'
import { newPage } from './undoing.ts'

afterEach(closeLaptops)

const oneDay = 86_400_000

test('what a laptop said whose clock is a year ahead counts from the day of the version before it, on every day after', async () => {
  const at = await laptop()
  const id = await newPage(at)
  const facts = async () => {
    at.session.knowing.forget()
    const known = await at.session.knowing.one(id)
    return { ...known?.due, said: known?.records.map(record => `${record.kind} ${record.at.slice(0, 10)}`) }
  }
  at.tick(365 * oneDay)
  must(await desk.changeMany(at.as(danny), [id], { due: isoDateSchema.parse('2028-01-10') }))
  must(await desk.stillAccurate(at.as(danny), id))
  at.tick(-365 * oneDay)
  const first = await facts()
  expect(first).toMatchObject({ last: '2026-11-22' })
  expect(first.said?.filter(said => !said.endsWith(' 2026-11-22'))).toEqual([])
  at.tick(30 * oneDay)
  expect(await facts()).toEqual(first)
  await at.restart()
  expect(await facts()).toEqual(first)
  must(await desk.stillAccurate(at.as(priya), id))
  expect(await facts()).toMatchObject({ last: '2026-12-22' })
})
