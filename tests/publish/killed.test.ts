import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { tidyUp } from '../git/team.ts'
import { ids, page } from '../site/site-of.ts'
import { alonePress, files, type Press } from './press.ts'

/** Signpost dies at each word that it says of a publish: never a false “live”, never a broken site, always a way on. */

afterEach(tidyUp)

const travel = 'pages/education/travel.md'

/** A site that is live, with one page changed and approved since; `dieAt` ends the program at that word of the next publish. */
async function ready() {
  let left = Number.POSITIVE_INFINITY
  let said = 0
  const it = await alonePress({
    onState: () => {
      said += 1
      left -= 1
      if (left <= 0) throw new Error('killed')
    },
  })
  it.approve(...Object.keys(files))
  await it.publishAll()
  const before = await travelPage(it)
  it.laptop.write(travel, page(ids.travel, 'Travel to school', 'The tram.'))
  await it.laptop.save('Priya changed a page')
  it.approve(travel)
  said = 0
  const dieAt = (word: number) => {
    left = word
  }
  return { it, before, dieAt, words: () => said }
}

const travelPage = (it: Press) => readFile(join(it.folder, 'education/travel/index.html'), 'utf8')
const isNew = (text: string) => text.includes('The tram.') && text.trimEnd().endsWith('</html>')
const stamp = async (it: Press) => JSON.parse(await readFile(join(it.folder, 'version.json'), 'utf8')).publish

test('at every word of it', { timeout: 240_000 }, async () => {
  const whole = await ready()
  await whole.it.publishAll()
  const words = whole.words()
  expect(words).toBeGreaterThan(5)
  for (let word = 1; word <= words; word++) {
    const { it, before, dieAt } = await ready()
    const { plan } = await it.plan()
    dieAt(word)
    await expect(it.publisher.publish(plan)).rejects.toThrow('killed')
    dieAt(Number.POSITIVE_INFINITY)
    await it.restart()
    const state = await it.publisher.state()
    if (state.kind === 'live') expect([word, state.publish]).toEqual([word, await stamp(it)])
    if (state.kind === 'failed') expect(state.nextStep).toMatch(/\.$/)
    expect([word, state.kind]).not.toEqual([word, 'building'])
    // Each page is one of the two that were whole.
    const now = await travelPage(it)
    expect([word, now === before || isNew(now)]).toEqual([word, true])
    await it.publisher.resume()
    if ((await it.plan()).stop === null) await it.publishAll()
    expect([word, await it.publisher.verify()]).toMatchObject([word, { kind: 'live' }])
    expect([word, isNew(await travelPage(it))]).toEqual([word, true])
    await tidyUp()
  }
})
