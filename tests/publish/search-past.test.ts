import { expect, test } from 'vitest'
import { pastLast } from '../../resources/site/search-asking.js'
import { hashOf } from '../../src/main/publish/manifest.ts'
import { lastDaysFile, searchedIn } from '../../src/main/publish/search/index.ts'
import { nameInIndex } from '../../src/main/publish/search/searched.ts'
import { siteIndex, unitsOf } from '../../src/shared/site/index.ts'
import { ids, page, siteOf } from '../site/site-of.ts'

/** What was on stands behind what is on, in the search too, without the site being made again. */

const club = (id: string, title: string, schedule: string) => page(id, title, 'A club.', { schedule })
const site = siteIndex(
  siteOf({
    'services/easter.md': club(ids.club, 'Easter club', 'Until 17 April 2026.'),
    'services/every-week.md': club(ids.plans, 'Weekly club', 'Mondays, since 5 January 2026.'),
    'services/summer.md': club(ids.travel, 'Summer club', '20 July 2026 to 28 August 2026.'),
    'pages/education/clubs.md': page(ids.moving, 'Clubs on 1 May 2020'),
  }),
)
const inIndex = (page: { address: string; hash: string }) => ({ ...page, name: nameInIndex(page) })
const searched = [...unitsOf(site)].flatMap(unit =>
  unit
    .render(site)
    .flatMap(({ content, searchAs }) =>
      searchAs === undefined ? [] : [inIndex({ address: searchAs, hash: hashOf(searchedIn(content)) })],
    ),
)
const idOf = (address: string) => ({
  id: nameInIndex(searched.find(each => each.address === address) ?? expect.fail()),
})
const [easter, weekly, summer, clubs] = [
  idOf('/services/easter/'),
  idOf('/services/every-week/'),
  idOf('/services/summer/'),
  idOf('/education/clubs/'),
]
const lastDays = JSON.parse(lastDaysFile(site, searched).content) as Record<string, string>

test('the site says of each service that ends on which day', () => {
  expect(lastDays).toEqual({ [easter.id]: '2026-04-17', [summer.id]: '2026-08-28' })
})

test.each([
  ['2026-04-17', [easter, weekly, summer, clubs], 0],
  ['2026-04-18', [weekly, summer, clubs, easter], 1],
  ['2026-08-29', [weekly, clubs, easter, summer], 2],
])('on %s', (today, order, over) => {
  const told = pastLast([easter, weekly, summer, clubs], lastDays, today)
  expect(told.map(({ result }) => result)).toEqual(order)
  expect(told.map(({ isOver }) => isOver)).toEqual(order.map((_, at) => at >= order.length - over))
})
