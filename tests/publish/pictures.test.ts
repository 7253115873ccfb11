import { hash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/main/publish/build.ts'
import { type MadePart, rememberingParts } from '../../src/main/publish/made-parts.ts'
import { type Library, openLibrary } from '../../src/main/publish/pictures/library.ts'
import { shrink } from '../../src/main/publish/pictures/shrink.ts'
import type { Memory } from '../../src/main/settings/index.ts'
import { factsOf } from '../../src/main/workspace/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { MediaFact, SiteInput } from '../../src/shared/site/index.ts'
import { temporaryFolder, tidyUp } from '../git/team.ts'
import { sampleMedia } from '../site/sample-site.ts'
import { ids, page, siteOf } from '../site/site-of.ts'
import { contentsOf, someFolder } from './folders.ts'

/** Pictures as families get them: in the sizes of their screens, without what a telephone wrote beside them. */

const secret = 'taken at 51.5388N 0.7097E'
let vips: Library
let photo: Buffer

beforeAll(async () => {
  vips = await openLibrary()
  photo = withNotes(drawn(1700, 900))
}, 60_000)
afterEach(tidyUp)
afterAll(() => vips.shutdown())

/** A soft picture of its own colours, as a telephone makes one. */
function drawn(width: number, height: number): Buffer {
  const slope = vips.Image.xyz(width, height).multiply(0.13)
  const image = slope.bandjoin(slope.extractBand(0)).cast('uchar').copy({ interpretation: 'srgb' })
  return Buffer.from(image.jpegsaveBuffer({ Q: 95, keep: 'none' }))
}

/** Lying on its side, and with a place in it. */
function withNotes(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000600000000000000', 'hex')
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

function fact(bytes: Uint8Array): MediaFact {
  const { size, trouble } = factsOf(bytes)
  return { bytes: bytes.byteLength, width: size?.width ?? null, height: size?.height ?? null, alt: '', trouble }
}

function site(title: string, media: Readonly<Record<string, Uint8Array>>): SiteInput {
  const body = Object.keys(media)
    .map(name => `Words.\n\nMore.\n\n::figure{src="media/${name}" alt="A hall"}`)
    .join('\n\n')
  const facts = new Map(Object.entries(media).map(([name, bytes]) => [name, fact(bytes)]))
  return siteOf({ 'pages/education/a.md': page(ids.moving, title, body) }, { media: facts })
}

/** A computer that remembers nothing, or what stands in its folder. */
async function built(input: SiteInput, media: Readonly<Record<string, Uint8Array>>, data?: string) {
  const out = join(await someFolder(), 'site')
  const read: string[] = []
  const options = {
    readMedia: async (name: string) => {
      read.push(name)
      return media[name] ?? Buffer.alloc(0)
    },
    theme: 'resources/site',
    site: 'southend',
    nameOf: (path: string) =>
      media[path.replace('media/', '')] && hash('sha1', media[path.replace('media/', '')] ?? ''),
  }
  const build = (parts?: Memory<MadePart>) =>
    buildSite(input, out, {
      ...options,
      ...(parts && data !== undefined ? { parts, pictures: join(data, 'pictures') } : {}),
    })
  const done = data === undefined ? await build() : await rememberingParts({ dataFolder: data, program: 'this' }, build)
  if (isRefusal(done)) throw new Error(done.sentence)
  return { out, read, files: await contentsOf(out) }
}

describe('a photograph', () => {
  test('comes in the sizes of screens, the right way up, and without where it was taken', async () => {
    const media = { 'hall.jpg': photo }
    const { out, files } = await built(site('Moving', media), media)
    const pictures = Object.keys(files).filter(path => path.startsWith('media/'))
    expect(pictures.toSorted()).toEqual([
      'media/hall.jpg',
      'media/sizes/400/hall.jpg.webp',
      'media/sizes/900/hall.jpg.webp',
    ])
    for (const path of pictures) {
      const bytes = await readFile(join(out, path))
      expect(bytes.includes(secret), path).toBe(false)
      expect(bytes.includes('GPS'), path).toBe(false)
    }
    expect(imageSize(await readFile(join(out, 'media/sizes/400/hall.jpg.webp')))).toMatchObject({
      width: 400,
      height: 756,
    })
    const html = await readFile(join(out, 'education/a/index.html'), 'utf8')
    expect(html).toContain(
      'srcset="../../media/sizes/400/hall.jpg.webp 400w, ../../media/sizes/900/hall.jpg.webp 900w"',
    )
    expect(html).toContain('<img src="../../media/hall.jpg" alt="A hall" width="900" height="1700" loading="lazy">')
  })

  test('is the same whoever builds the site, and whatever they remember', { timeout: 120_000 }, async () => {
    const media = { 'hall.jpg': photo }
    const data = mkdtempSync(join(temporaryFolder(), 'data-'))
    const { files } = await built(site('Moving', media), media)
    expect((await built(site('Moving', media), media, data)).files).toEqual(files)
    const again = await built(site('Moving', media), media, data)
    expect(again.files).toEqual(files)
    const kept = join(data, 'pictures')
    for (const name of (await readdir(kept)).filter(each => each !== 'tmp')) {
      await writeFile(join(kept, name), (await readFile(join(kept, name))).subarray(0, -1))
    }
    expect((await built(site('Moving', media), media, data)).files).toEqual(files)
    await rm(join(data, 'parts.memory'))
    expect((await built(site('Moving', media), media, data)).files).toEqual(files)
  })

  test('is the same on every machine, to the byte', async () => {
    const sizes = shrink(vips, await sampleMedia('film-welcome.png'))
    // Another library or setting makes other bytes: then `shrinkSettings` needs another name too, and these another hash.
    expect(sizes.map(({ width, bytes }) => [width, hash('sha256', bytes).slice(0, 10)])).toEqual([
      [400, '284a2374bc'],
      [640, '3609f4e80a'],
    ])
  })
})

describe('what stands as it is', () => {
  test.each([
    ['one that only begins like a picture', () => photo.subarray(0, 400)],
    ['one that could only grow', coarse],
    ['a moving one', moving],
  ])('%s', (_, picture) => {
    expect(shrink(vips, picture())).toEqual([])
  })

  test('a damaged picture, on a page that is there all the same', async () => {
    const media = { 'hall.jpg': photo.subarray(0, 400), 'art.png': Buffer.from('no picture') }
    const { files } = await built(site('Moving', { 'hall.jpg': photo, 'art.png': photo }), media)
    expect(Object.keys(files).filter(path => path.startsWith('media/sizes/'))).toEqual([])
    expect(files['education/a/index.html']).toContain('<img src="../../media/hall.jpg"')
  })
})

function coarse(): Uint8Array {
  const noise = vips.Image.gaussnoise(300, 200, { mean: 128, sigma: 50, seed: 1 }).cast('uchar')
  return noise.copy({ interpretation: 'b-w' }).webpsaveBuffer({ Q: 1, keep: 'none' })
}

function moving(): Uint8Array {
  const frames = vips.Image.black(300, 200).add(90).join(vips.Image.black(300, 200), 'vertical').cast('uchar')
  const paged = frames.copy()
  paged.setInt('page-height', 200)
  return paged.webpsaveBuffer({ lossless: true })
}
