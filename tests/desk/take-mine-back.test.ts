import { describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { share } from './asking.ts'
import { type Laptop, must } from './laptop.ts'
import { teamServer } from './team-server.ts'
import { act, newPage } from './undoing.ts'

const ours = teamServer()
const map = 'R0lGODlhAQABAAAAACwAAAAAAQABAAA='
const words = (alt: string, credit = '') => ({ alt, decorative: false, credit })
const described = async (at: Laptop) => (await desk.listMedia(at.session)).find(({ name }) => name === 'map.gif')
const tellsOf = async (at: Laptop) => must(await at.session.history.told()).told

/** Priya and Sam each described one picture; Priya's words stand, and Sam is told. */
async function bothDescribed(name: string) {
  const { one, two } = await ours.team(name, async at => {
    must(await desk.addMedia(at.session, 'map.gif', map, words('A map')))
    return newPage(at)
  })
  must(await desk.describeMedia(one.session, 'map.gif', words('A map of the way to the hub')))
  must(await desk.describeMedia(two.session, 'map.gif', words('The bus stops near the hub', 'Sam')))
  await share(one, two)
  const [told, ...others] = await tellsOf(two)
  if (told === undefined || others.length > 0) throw new Error('Sam is told one thing')
  return { one, two, told }
}

describe('where a colleague’s words stand since work was put together', () => {
  test('one’s own come back with one press, beside everything written since, and that can be undone', async () => {
    const { one, two, told } = await bothDescribed('mine-again')
    expect(told.settled).toEqual({
      about: 'the description of map.gif',
      values: [{ label: 'Description', mine: 'The bus stops near the hub', theirs: 'A map of the way to the hub' }],
    })
    must(await desk.describeMedia(two.session, 'map.gif', words('A map of the way to the hub', 'The council')))
    await two.restart()
    must(await desk.takeMineBack(two.session, told.id))
    expect(await described(two)).toMatchObject({ alt: 'The bus stops near the hub', credit: 'The council' })
    expect(await tellsOf(two)).toEqual([])
    await share(two, one)
    expect(await described(one)).toMatchObject({ alt: 'The bus stops near the hub' })
    const back = await act(two, 'Sam put their own words back')
    expect(back.sentence).toBe('Sam put their own words back in the description of map.gif')
    must(await desk.undoAct(two.session, back.act))
    expect(await described(two)).toMatchObject({ alt: 'A map of the way to the hub', credit: 'The council' })
  })

  test('nothing that was written there since is written over, and the words stay to be copied', async () => {
    const { two, told } = await bothDescribed('changed-again')
    must(await desk.describeMedia(two.session, 'map.gif', words('Three bus stops')))
    const refused = await desk.takeMineBack(two.session, told.id)
    expect(isRefusal(refused) && refused.sentence).toBe(
      'The description of map.gif was changed in the same place again, so your words were not put over that. They still stand here.',
    )
    expect(await described(two)).toMatchObject({ alt: 'Three bus stops' })
    expect(await tellsOf(two)).toEqual([told])
  })

  test('a picture that was deleted, and one that was put away, say so', async () => {
    const { two, told } = await bothDescribed('deleted-since')
    must(await desk.removeMedia(two.session, 'map.gif'))
    expect(await desk.takeMineBack(two.session, told.id)).toMatchObject({ code: 'deleted-since' })
    must(await two.session.history.putToldAway(told.id))
    expect(await desk.takeMineBack(two.session, told.id)).toMatchObject({ code: 'put-away' })
  })
})
