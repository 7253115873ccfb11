import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { imageSize } from 'image-size'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/main/publish/build.ts'
import { drawCard } from '../../src/main/publish/cards/draw-card.ts'
import { type Letters, readLetters } from '../../src/main/publish/cards/letters.ts'
import { packedRows } from '../../src/main/publish/cards/packed-rows.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { cardOf, type SiteInput, siteIndex } from '../../src/shared/site/index.ts'
import { sampleMedia } from '../site/sample-site.ts'
import { config, ids, page, picture, siteOf } from '../site/site-of.ts'
import { someFolder } from './folders.ts'

/** The pictures that messengers and social networks show beside a link. */

const theme = 'resources/site'
let letters: Letters
beforeAll(async () => {
  letters = await readLetters(theme)
})

const words = {
  title: 'Help with travel to school',
  topic: 'Education',
  under: ['Southend Local Offer', 'The council'],
}

function site(title: string, given: Readonly<Record<string, unknown>> = {}): SiteInput {
  const published = config({ publish: { url: 'https://example.org/offer', targets: [] }, ...given })
  return siteOf({ 'pages/education/a.md': page(ids.moving, title) }, { config: published, cards: 'drawn' })
}

const cardFor = (title: string, given = {}) => cardOf(siteIndex(site(title, given)), { title, topic: 'Education' })

describe('what the picture beside a link says', () => {
  test('is the title, where it stands, and whose it is; and so says its description', () => {
    expect(cardFor('Moving to Southend')).toMatchObject({
      words: {
        title: 'Moving to Southend',
        topic: 'Education',
        under: ['Southend Local Offer', 'Southend-on-Sea City Council'],
      },
      alt: 'Moving to Southend. Education. Southend Local Offer. Southend-on-Sea City Council',
    })
  })

  test.each([
    ['in letters that the typeface has not got', 'عندما لا يذهب طفلك إلى المدرسة'],
    ['without words', ''],
    ['of little pictures alone', '🚌'],
  ])('is the site’s own for a title %s', (_, title) => {
    expect(cardFor(title)?.words).toEqual({
      title: 'Southend Local Offer',
      topic: '',
      under: ['Southend-on-Sea City Council'],
    })
  })

  test('keeps the words around a little picture', () => {
    expect(cardFor('The bus 🚌 and you')?.words.title).toBe('The bus and you')
  })

  test('has another name for other words, and for another colour', () => {
    const names = [cardFor('One'), cardFor('Two'), cardFor('One', { site: { colour: '#5a1a5e' } })].map(
      card => card?.path,
    )
    expect(new Set(names).size).toBe(3)
  })

  test('can be drawn: the typeface has each of its letters', () => {
    const index = siteIndex(site(''))
    const shown = (title: string) => cardOf(index, { title, topic: '' })?.words.title ?? ''
    const missing = (words: string) =>
      [...words].filter(letter => letters.sizes.some(size => !(letter in size.letters)))
    const asked = Array.from({ length: 0x2200 - 0x20 }, (_, at) => `A${String.fromCodePoint(at + 0x20)}A`)
    expect(asked.flatMap(title => missing(shown(title)))).toEqual([])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), title => {
        expect(missing(shown(title))).toEqual([])
      }),
    )
  })
})

describe('the picture', () => {
  test('is the same on every machine, to the byte', () => {
    const bytes = drawCard(words, '#0a5760', letters, null)
    expect(imageSize(bytes)).toMatchObject({ width: 1200, height: 630, type: 'png' })
    expect(hash('sha256', bytes).slice(0, 16)).toBe('52d22e48f2038387')
  })

  test('is drawn with the letters of today’s typeface', async () => {
    const name = '@fontsource-variable/atkinson-hyperlegible-next'
    const file = createRequire(import.meta.url).resolve(`${name}/package.json`)
    expect(letters.font).toBe(`${name} ${JSON.parse(await readFile(file, 'utf8')).version}`)
  })

  test('holds the longest title, word and name', () => {
    const long = {
      title: `${'W'.repeat(300)} ${'and so on '.repeat(80)}`,
      topic: 'W'.repeat(300),
      under: ['W'.repeat(300)],
    }
    expect(imageSize(drawCard(long, '#0a5760', letters, null)).width).toBe(1200)
  })

  test('is packed so that any reader gets each point back', () => {
    const rows = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 })).chain(([half, height]) =>
      fc
        .array(fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 600 })), { minLength: 1, maxLength: 30 })
        .map(runs => runs.flatMap(([point, times]) => Array<number>(times).fill(point)))
        .map(points => ({
          width: half * 2,
          points: Uint8Array.from({ length: half * 2 * height }, (_, at) => points[at % points.length] ?? 0),
        })),
    )
    fc.assert(
      fc.property(rows, ({ width, points }) => {
        expect(pointsIn(inflateSync(packedRows(points, width, 8)), width)).toEqual([...points])
        expect(inflateSync(packedRows(points, width, 4)).length).toBe((points.length / width) * (width / 2 + 1))
      }),
    )
  })
})

/** As a reader of PNG puts rows together that say how they differ from the one above. */
function pointsIn(filtered: Uint8Array, width: number): number[] {
  const points: number[] = []
  for (let row = 0; row * (width + 1) < filtered.length; row++) {
    for (let at = 0; at < width; at++) {
      const above = row === 0 ? 0 : (points[(row - 1) * width + at] ?? 0)
      points.push(((filtered[row * (width + 1) + 1 + at] ?? 0) + above) & 255)
    }
  }
  return points
}

describe('a built site', () => {
  const logo = { ...picture, bytes: 444, width: 96, height: 96 }
  const withLogo = (title: string): SiteInput => ({
    ...site(title, { site: { logo: 'media/council-mark.svg' } }),
    media: new Map([['council-mark.svg', logo]]),
  })

  test('has the picture that each page names, and draws none again', async () => {
    const out = join(await someFolder(), 'site')
    const build = async (title: string) => {
      const built = await buildSite(withLogo(title), out, { readMedia: sampleMedia, theme, site: 'southend' })
      if (isRefusal(built)) throw new Error(built.sentence)
      return built
    }
    await build('Moving')
    const named = async (path: string) => {
      const [, address = ''] =
        /og:image" content="https:\/\/example.org\/offer\/([^"]+)"/.exec(await readFile(join(out, path), 'utf8')) ?? []
      return address
    }
    const [own, home] = [await named('education/a/index.html'), await named('index.html')]
    expect(own).not.toBe(home)
    for (const path of [own, home]) expect(imageSize(await readFile(join(out, path)))).toMatchObject({ width: 1200 })
    expect(await build('Moving')).toMatchObject({ written: 0 })
    await build('Moving here')
    expect(await named('index.html')).toBe(home)
    await expect(readFile(join(out, own))).rejects.toThrow('ENOENT')
  })
})
