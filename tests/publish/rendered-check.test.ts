import { afterEach, expect, test } from 'vitest'
import { faultsAsRendered, type RenderedCheck } from '../../src/main/publish/rendered-check.ts'
import { siteIndex } from '../../src/shared/site/index.ts'
import { tidyUp } from '../git/team.ts'
import { ids, page, siteOf } from '../site/site-of.ts'
import { alonePress } from './press.ts'

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const
const dead = 'Look [further down](#gone).'

test('a page that is wrong as it is rendered is held back by name, with those that lead to it, and no other', async () => {
  const it = await alonePress()
  it.laptop.write(travel, page(ids.travel, 'Travel to school', dead))
  it.laptop.write('pages/education/start.md', page(ids.plans, 'EHC plans', 'Start here.'))
  await it.laptop.save('Priya wrote a page')
  it.approve(moving, travel, 'pages/education/start.md')
  const plan = await it.plan()
  expect(plan.ready.map(({ title }) => title)).toEqual(['EHC plans'])
  expect(plan.heldBack).toMatchObject([
    { title: 'Moving into Southend', why: 'problems' },
    { title: 'Travel to school', why: 'problems', sentence: expect.stringContaining('“#gone”'), mayGoAlthough: [] },
  ])
  await it.publishAll()
  expect((await fetch(`${it.url}/education/travel/`)).status).toBe(404)

  it.laptop.write(travel, page(ids.travel, 'Travel to school', 'The bus.'))
  await it.laptop.save('Priya mended a link')
  it.approve(travel)
  expect((await it.plan()).ready.map(({ title }) => title)).toEqual(['Moving into Southend', 'Travel to school'])
})

test('a page is looked at again when its words, or what other pages make of it, are others', async () => {
  const known: RenderedCheck = new WeakMap()
  const input = siteOf({ [travel]: page(ids.travel, 'Travel', dead), [moving]: page(ids.moving, 'Moving', 'Words.') })
  const look = async () => [...(await faultsAsRendered(siteIndex(input), input.pages, known)).keys()]
  expect(await look()).toEqual([ids.travel])
  const [first] = input.pages
  const before = first && known.get(first)
  expect(await look()).toEqual([ids.travel])
  expect(first && known.get(first)?.faults).toBe(before?.faults)
})
