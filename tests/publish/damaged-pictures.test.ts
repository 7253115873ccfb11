import { expect, test } from 'vitest'
import { readCache, readSite } from '../../src/main/publish/read-site.ts'
import type { SiteFiles } from '../../src/main/publish/site-files.ts'
import { writeRecord } from '../../src/shared/content/index.ts'
import { orThrow } from '../git/team.ts'
import { sampleMedia } from '../site/sample-site.ts'
import { config, ids, page } from '../site/site-of.ts'
import { renderSite } from '../site/whole-site.ts'
import { planFrom, type Side } from './plan-from.ts'

/** A picture that families could not see holds back the pages that show it, by name, and nothing else. */

const figure = (name: string) => `::figure{src="media/${name}" alt="A hall"}`
const text = (words: string) => Buffer.from(words)
const settings = { 'signpost.yml': text(writeRecord(config())) }

/** A PNG (W3C, section 5.3) that says to be so large, and has no pixels. */
function claims(width: number, height: number): Buffer {
  const file = Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000000000000000802000000000000000000000049454e4400000000',
    'hex',
  )
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  return file
}

/** A JPEG of 7 by 5 pixels whose pixels break off. */
const cutJpeg = Buffer.from('ffd8ffe000040000ffc0000b080005000701011100ffda0008010100003f0000112233', 'hex')

/** The site that the plan would make: path to text, or to the name of a file of the media folder. */
async function siteOf(files: SiteFiles): Promise<Map<string, string>> {
  const input = orThrow(await readSite(files, { publish: 'p', at: '2026-11-22T14:02:00.000Z' }, readCache()))
  return new Map(
    [...renderSite(input)].map(({ path, content }) => [path, typeof content === 'string' ? content : content.media]),
  )
}

test('each of them is named with what to do, and every other page goes', async () => {
  const whole = await sampleMedia('film-welcome.png')
  const damaged: [name: string, bytes: Uint8Array, trouble: string][] = [
    ['cut.png', whole.subarray(0, -100), 'it is a picture that was cut off.'],
    ['cut.jpg', cutJpeg, 'it is a picture that was cut off.'],
    ['words.png', text('Dear colleague'), 'it is not a picture or document that Signpost knows.'],
    ['no-size.png', whole.subarray(0, 12), 'it is a damaged picture.'],
    ['vast.png', claims(60_000, 60_000), 'it is a picture with too many pixels.'],
  ]
  const desk: Record<string, Uint8Array> = {
    ...settings,
    'media/whole.png': whole,
    'pages/education/travel.md': text(page(ids.travel, 'Travel', figure('whole.png'))),
    'pages/education/moving.md': text(page(ids.moving, 'Moving')),
  }
  const withThem = damaged.map((_, at) => `01JDAXQ4S2Q0M5K7E3V8R9T8P${at}`)
  for (const [at, [name, bytes]] of damaged.entries()) {
    desk[`media/${name}`] = bytes
    desk[`pages/health/p${at}.md`] = text(page(withThem[at] ?? '', `With ${name}`, figure(name)))
  }
  const { planning } = await planFrom(desk, {}, [ids.travel, ids.moving, ...withThem])
  const { heldBack, ready } = planning.plan
  const sentence = (name: string, trouble: string) =>
    `The file “${name}” cannot go on the site: ${trouble} Put a sound one in its place, or choose another.`
  expect(heldBack.map(({ title, why, sentence }) => [title, why, sentence])).toEqual(
    damaged.map(([name, _, trouble]) => [`With ${name}`, 'problems', sentence(name, trouble)]),
  )
  expect(ready.map(({ title }) => title)).toEqual(['Moving', 'Travel'])
  const site = await siteOf(planning.files)
  expect([...site.keys()].filter(path => path.startsWith('media/'))).toEqual(['media/whole.png'])
  expect(site.get('education/travel/index.html')).toContain('media/whole.png')
})

test('one that somebody put in the place of a sound one leaves families what they have, and the rest goes', async () => {
  const whole = await sampleMedia('film-welcome.png')
  const live: Side = {
    ...settings,
    'media/hall.png': whole,
    'pages/education/travel.md': text(page(ids.travel, 'Travel', figure('hall.png'))),
  }
  const cut = { ...live, 'media/hall.png': whole.subarray(0, -100) }
  const moving = { 'pages/education/moving.md': text(page(ids.moving, 'Moving')) }
  const { planning } = await planFrom({ ...cut, ...moving }, live, [ids.moving])
  expect(planning.plan.heldBack).toMatchObject([{ title: 'Travel', sentence: expect.stringContaining('hall.png') }])
  expect(planning.plan.ready).toMatchObject([{ title: 'Moving', change: 'new' }])
  expect(Buffer.from(await planning.files.read('media/hall.png'))).toEqual(Buffer.from(whole))
  expect((await siteOf(planning.files)).get('education/travel/index.html')).toContain('media/hall.png')

  const again = await planFrom(cut, live, [])
  expect(again.planning.plan.stop?.sentence).toBe('Families see everything that is approved.')
})
