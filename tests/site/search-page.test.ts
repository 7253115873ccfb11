import { describe, expect, test } from 'vitest'
import { isUrgent } from '../../resources/site/search-words.js'
import { ageRange } from '../../src/shared/site/words.ts'
import { fromHtml } from './read-html.ts'
import { sampleSite } from './sample-site.ts'
import { config, fileNamed, ids, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

const searchOf = (site: Parameters<typeof renderSite>[0]) => fileNamed(renderSite(site), 'search/index.html')
const phrasesOf = (page: string) => (/data-words="([^"]+)"/.exec(page)?.[1] ?? '').split('|')
const usual = phrasesOf(searchOf(smallSite({})))

describe('who helps at once', () => {
  test.each([
    'suicide',
    'my son talks about sucide',
    'self harm',
    'self-harm',
    'I want to kill myself',
    'abuse',
    'someone hurt me',
    'my daughter is not safe',
    "she doesn't want to live, wants to die",
    'my child hits me',
  ])('comes first for “%s”', typed => expect(isUrgent(typed, usual)).toBe(true))

  test.each(['travel to school', 'EHC plan', 'safe places to play', 'decide', 'hit the ball', ''])(
    'does not stand in front of “%s”',
    typed => expect(isUrgent(typed, usual)).toBe(false),
  )

  test('is two numbers for all of England and what the team names, in its words', async () => {
    const page = searchOf(await sampleSite())
    const links = fromHtml(page).filter(({ name }) => name === 'a')
    const hrefs = links.map(({ attributes }) => attributes.href)
    expect(hrefs).toEqual(expect.arrayContaining(['tel:999', 'tel:111', '../services/crisis-line/', 'tel:08081570104']))
    expect(hrefs).toContain('../social-care/worried-about-a-child/')
  })

  test('leads nowhere that is not on the site, and knows the team’s own words for it', () => {
    const site = {
      urgent: [{ to: 'page:01JDAXQ4S2Q0M5K7E3V8R9T6ZZ' }],
      search: [{ says: 'Unalive', means: 'suicide' }],
    }
    const page = searchOf(smallSite({ config: config({ site }) }))
    expect(page).toContain('tel:999')
    expect(page).not.toContain('T6ZZ')
    expect(isUrgent('he says unalive', phrasesOf(page))).toBe(true)
  })
})

test('whoever typed nothing, found nothing or has no JavaScript reads what others come for, and whom to ask', () => {
  const site = { tasks: [{ says: 'We are moving here', to: `page:${ids.moving}` }] }
  const page = searchOf(smallSite({ config: config({ site }) }))
  expect(page).toContain('such as “We are moving here”')
  const others = page.slice(page.indexOf('id="search-others"'))
  expect(others).toContain('>We are moving here</a>')
  expect(others).toContain('tel:01632960123')
})

test('ages are said as they are meant: more than 25 is no limit, since a Local Offer ends there', () => {
  const saidOf = (minimum_age: number | null, maximum_age: number | null) => ageRange({ minimum_age, maximum_age })
  expect([saidOf(0, 99), saidOf(null, 99), saidOf(0, null)]).toEqual(['All ages', 'All ages', 'All ages'])
  expect([saidOf(16, 99), saidOf(16, null)]).toEqual(['Ages 16 and over', 'Ages 16 and over'])
  expect([saidOf(0, 4), saidOf(5, 11), saidOf(7, 7), saidOf(null, null)]).toEqual([
    'Up to age 4',
    'Ages 5 to 11',
    'Age 7',
    '',
  ])
})
