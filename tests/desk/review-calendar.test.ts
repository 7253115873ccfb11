import ICAL from 'ical.js'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, laptop, must, priya } from './laptop.ts'
import { newPage } from './undoing.ts'

afterEach(closeLaptops)

const titlesIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map(event => String(event.getFirstPropertyValue('summary')))

test('the calendar of the reviews is one person’s or everybody’s, and the same at every hour', async () => {
  const at = await laptop()
  const config = at.session.workspace.config()
  must(await desk.setConfig(at.session, { ...config, team: [...config.team, { ...danny, roles: [] }] }))
  const [mine, his] = [await newPage(at, 'Sleep'), await newPage(at, 'Travel, by bus')]
  at.tick(1000)
  const due = isoDateSchema.parse('2026-11-10')
  must(await desk.changeMany(at.session, [mine], { owner: priya.email, due }))
  at.tick(1000)
  must(await desk.changeMany(at.session, [his], { owner: danny.email, due: isoDateSchema.parse('2027-11-01') }))

  const whole = await desk.reviewCalendar(at.session, { mine: false })
  expect(titlesIn(whole.text)).toEqual(expect.arrayContaining(['Check “Sleep”', 'Check “Travel, by bus”']))
  expect(titlesIn(whole.text)).toHaveLength(whole.pages)
  const own = titlesIn((await desk.reviewCalendar(at.session, { mine: true })).text)
  expect(own).toContain('Check “Sleep”')
  expect(own).not.toContain('Check “Travel, by bus”')

  at.tick(3 * 60 * 60 * 1000)
  await at.restart()
  expect(await desk.reviewCalendar(at.session, { mine: false })).toEqual(whole)

  must(await desk.stillAccurate(at.session, mine))
  const stamps = (text: string) =>
    text
      .match(/DTSTAMP:\S+/g)
      ?.toSorted()
      .at(-1)
  expect(stamps((await desk.reviewCalendar(at.session, { mine: false })).text)).not.toBe(stamps(whole.text))
})
