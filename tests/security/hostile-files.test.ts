import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pageFromHtml, wordToHtml } from '../../src/main/import/index.ts'
import { unpackedSize } from '../../src/main/import/unpacked-size.ts'
import { factsOf } from '../../src/main/workspace/media-facts.ts'
import { isPlainSvg } from '../../src/main/workspace/plain-svg.ts'
import { hrefOf, htmlToDoc, textOf, workspacePathSchema } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { type ZipPart, zipOf } from '../import/hostile-zip.ts'
import { wordFile } from '../import/word-file.ts'
import { openOffer } from '../workspace/offer.ts'
import { payloads } from './payloads.ts'

/** A file is read for what it holds, not for what it says of itself, and a small one cannot fill a computer. */

describe('a Word file', () => {
  const refusedAs = async (bytes: Uint8Array) => {
    const read = await wordToHtml(bytes)
    return isRefusal(read) ? read.code : 'read'
  }
  const bomb = deflateRawSync(Buffer.alloc(40_000_000, ' '))
  const document: ZipPart = { name: 'word/document.xml', data: bomb, method: 8, size: 40_000_000 }

  test('that unpacks to more than is read is refused, whatever size it claims', async () => {
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusedAs(zipOf([document]))).toBe('too-big')
    expect(await refusedAs(zipOf([{ ...document, size: 10 }]))).toBe('too-big')
  })

  test('whose parts share the same bytes shows one thing and holds another, and is refused', async () => {
    const picture: ZipPart = { name: 'word/media/a.png', data: bomb, method: 8, size: 10 }
    const parts = Array.from({ length: 6 }, (_, at) => ({ ...picture, name: `word/media/${at}.png`, at: 0 }))
    expect(await refusedAs(zipOf([picture, ...parts]))).toBe('not-word')
  })

  test('that is small, and whose parts are the same bytes again and again, is not unpacked for each of them', () => {
    const nothing = Buffer.concat(Array.from({ length: 200 }, (_, at) => Buffer.of(at === 199 ? 1 : 0, 0, 0, 255, 255)))
    const part: ZipPart = { name: 'a', data: nothing, method: 8, size: 0 }
    expect(unpackedSize(Buffer.from(zipOf([part])), 1_000, 1_000)).toBe(0)
    const again = Array.from({ length: 100 }, () => ({ ...part, at: 0 }))
    expect(unpackedSize(Buffer.from(zipOf([part, ...again])), 1_000, 1_000)).toBe('broken')
  })

  test.each<[string, (zip: Uint8Array) => Uint8Array]>([
    ['has bytes before it', zip => Buffer.concat([Buffer.alloc(8), zip])],
    ['has bytes after it', zip => Buffer.concat([zip, Buffer.from('more')])],
    ['counts fewer parts than it has', zip => Buffer.from(zip).fill(1, zip.length - 12, zip.length - 11)],
    ['is two zips in one', zip => Buffer.concat([zip, zip])],
  ])('that %s can be read in two ways, and is refused', async (_, change) => {
    const good = wordFile([{ text: 'Words.' }])
    expect(await refusedAs(good)).toBe('read')
    expect(await refusedAs(change(good))).toBe('not-word')
  })

  test('with entities that repeat each other, or that are files of this computer, reads neither', async () => {
    const entities = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const body = (text: string) =>
      `<!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${entities}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
    for (const text of ['&l12;', '&f;']) {
      const read = await wordToHtml(
        zipOf([
          ...['[Content_Types].xml', '_rels/.rels'].map(name => ({ name, data: Buffer.from('<x/>'), method: 0 })),
          { name: 'word/document.xml', data: Buffer.from(body(text)), method: 0 },
        ]),
      )
      const shown = isRefusal(read) ? '' : read
      expect(shown.length).toBeLessThan(1_000)
      expect(shown).not.toMatch(/lol|root:/)
    }
  })

  test('with every payload in it is a page of words', async () => {
    const html = await wordToHtml(
      wordFile(payloads().map(text => ({ text: text.replace(/[^\t\n\r -\ud7ff]/g, ''), link: 'javascript:alert(1)' }))),
    )
    if (isRefusal(html)) throw new Error(html.sentence)
    const { entry } = pageFromHtml(workspacePathSchema.parse('pages/a/b.md'), html)
    const doc = JSON.stringify(entry.doc)
    expect(doc).toContain('alert(1)')
    expect(doc).not.toMatch(/"href":"javascript:/i)
  })
})

describe('a picture', () => {
  test.each([
    ['PNG', png(60_000, 60_000)],
    ['GIF', gif(65_535, 65_535)],
    ['PNG of one long row', png(2_000_000_000, 1)],
  ])('that unpacks to more pixels than any screen has: a %s', async (_, bytes) => {
    expect(bytes.byteLength).toBeLessThan(100)
    expect(factsOf(bytes)).toMatchObject({ picture: false, trouble: 'is a picture with too many pixels' })
    const { workspace } = await openOffer()
    const note = { alt: 'x', decorative: false, credit: '' }
    expect(await workspace.media.add('x.png', bytes, note)).toMatchObject({ kind: 'refused', code: 'too-many-pixels' })
  })

  test('as large as a good camera’s is a picture', () => {
    expect(factsOf(png(9_000, 6_000))).toMatchObject({ picture: true, trouble: null })
  })
})

describe('a drawing', () => {
  const svg = (inner: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)
  const levels = Array.from({ length: 9 }, (_, at) => at)

  test.each([
    [
      'draws a thing ten times, nine times over',
      levels.map(at => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`),
    ],
    [
      'fills with what is filled in turn',
      levels.map(at => `<pattern id="g${at + 1}">${`<rect fill="url(#g${at})"/>`.repeat(10)}</pattern>`),
    ],
    [
      'says so in its style',
      levels.map(
        at =>
          `<style>.c${at}{fill:url(#g${at})}</style><pattern id="g${at + 1}">${`<rect class="c${at}"/>`.repeat(10)}</pattern>`,
      ),
    ],
    ['goes deeper than any hand has drawn', [`${'<g>'.repeat(5_000)}${'</g>'.repeat(5_000)}`]],
  ])('that %s is none', (_, parts) => {
    expect(isPlainSvg(svg(`<rect id="g0"/>${parts.join('')}<use href="#g9"/>`))).toBe(false)
  })

  test.each([
    ['uses one thing often', `<g id="a"><rect/></g>${'<use href="#a"/>'.repeat(2_000)}`],
    [
      'is painted by a style',
      `<style>.a{fill:url(#p)}</style><linearGradient id="p"><stop/></linearGradient>${'<rect class="a"/>'.repeat(2_000)}`,
    ],
    ['leads back to itself', '<pattern id="p"><rect fill="url(#p)"/></pattern>'],
  ])('that %s is one', (_, inner) => {
    expect(isPlainSvg(svg(inner))).toBe(true)
  })

  test('is none with any payload in it that is more than words', () => {
    for (const payload of payloads().filter(text => /<\/?[a-z!?]/i.test(text.replace(comment, '')))) {
      expect([payload, isPlainSvg(svg(payload))]).toEqual([payload, false])
    }
  })
})

describe('a web page', () => {
  test.each([
    ['is a tower of boxes', '<div>'.repeat(200_000)],
    [
      'opens marks that every paragraph opens again',
      `<p>${Array.from({ length: 240 }, (_, at) => `<b id=b${at}>`).join('')}</p>${'<p>x'.repeat(200_000)}`,
    ],
    ['is a tower of lists', '<ul><li>'.repeat(100_000)],
    ['is a table in a table in a table', '<table><tr><td>'.repeat(50_000)],
    ['is nothing but attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=x`).join(' ')}>words`],
  ])('that %s is read without its markup, or as it is, and does not end the program', (_, html) => {
    const { doc } = htmlToDoc(html)
    expect(textOf(doc).length).toBeLessThan(html.length)
    expect(JSON.stringify(doc).length).toBeLessThan(20_000_000)
  })

  test('of every payload has no address that runs', () => {
    const { doc } = htmlToDoc(payloads().join('\n'))
    const addresses = [...JSON.stringify(doc).matchAll(/"(?:href|src)":"([^"]*)"/g)].map(([, address = '']) => address)
    expect(addresses.filter(address => hrefOf(address) === null && !address.startsWith('media/'))).toEqual([])
  })
})

test('no spelling of a scheme that runs is an address', () => {
  const schemed = payloads().filter(
    text => /^[^<>"'(]*(script|data|blob|filesystem)[^<>"'(]*:/i.test(text) && !/^(https|\[|!|:|\/\/|\\)/.test(text),
  )
  expect(schemed.length).toBeGreaterThan(50)
  for (const address of schemed) {
    const href = hrefOf(address)
    // What is left is relative to the page it stands on, whatever a browser makes of it.
    const leads = href === null ? 'https:' : new URL(href, 'https://example.org/').protocol
    expect([address, leads]).toEqual([address, 'https:'])
  }
})

/** In XML nobody looks into one. */
const comment = /<!--(?:(?!--)[\s\S])*-->/g

function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(45)
  header.write('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'latin1')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  header.write('IEND', 37, 'latin1')
  return header
}

function gif(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.write('GIF89a', 'latin1')
  header.writeUInt16LE(width, 6)
  header.writeUInt16LE(height, 8)
  return header
}
