import fc from 'fast-check'
import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import { pictureBytes } from '../../src/main/publish/picture-bytes.ts'

/** Pictures put together by their formats' own rules, with notes that no family should get. */

const secret = 'taken at 51.5388N 0.7097E by Priya'
const text = (words: string) => Buffer.from(words, 'latin1')
const size = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}

const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), size(body.length + 2, 2), body])

/** A camera's note: which way is up, in either order of bytes, and where it was. */
function exif(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const number = (value: number, bytes: number) => {
    const buffer = size(value, bytes)
    return order === 'II' ? buffer.reverse() : buffer
  }
  const entry = [number(0x0112, 2), number(3, 2), number(1, 4), number(orientation, 2), number(0, 2)]
  const tiff = [text(order), number(42, 2), number(8, 4), number(1, 2), ...entry, number(0, 4)]
  return segment(0xe1, Buffer.concat([text('Exif\0\0'), ...tiff, text(secret)]))
}

const frame = segment(0xc0, Buffer.concat([Buffer.from([8]), size(600, 2), size(800, 2), Buffer.from([1, 1, 0x11, 0])]))
const colours = segment(0xe2, text('ICC_PROFILE\0the colours'))
// With a byte that looks like a mark, and one to start again from.
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]),
])
const end = Buffer.from([0xff, 0xd9])

function jpeg(...notes: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...notes, colours, frame, scan, end])
}

function chunk(name: string, body: Buffer): Buffer {
  return Buffer.concat([size(body.length, 4), text(name), body, size(0, 4)])
}

function png(...notes: Buffer[]): Buffer {
  const head = chunk('IHDR', Buffer.concat([size(800, 4), size(600, 4), Buffer.from([8, 2, 0, 0, 0])]))
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    start,
    head,
    chunk('iCCP', text('the colours')),
    ...notes,
    chunk('IDAT', text('pixels')),
    chunk('IEND', text('')),
  ])
}

function riff(name: string, body: Buffer): Buffer {
  const padding = Buffer.alloc(body.length % 2)
  return Buffer.concat([text(name), size(body.length, 4).reverse(), body, padding])
}

function webp(flags: number, ...notes: Buffer[]): Buffer {
  const canvas = Buffer.concat([Buffer.from([flags, 0, 0, 0]), size(799, 3).reverse(), size(599, 3).reverse()])
  const body = Buffer.concat([text('WEBP'), riff('VP8X', canvas), riff('VP8L', text('odd')), ...notes])
  return Buffer.concat([text('RIFF'), size(body.length, 4).reverse(), body])
}

const parts = (...all: Buffer[]) =>
  Buffer.concat([...all.flatMap(part => [Buffer.from([part.length]), part]), Buffer.from([0])])

/** A picture of one point that says how often it begins again. */
function gif(...notes: Buffer[]): Buffer {
  const head = Buffer.concat([text('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
  const repeat = Buffer.concat([Buffer.from([0x21, 0xff]), parts(text('NETSCAPE2.0'), Buffer.from([1, 0, 0]))])
  const time = Buffer.concat([Buffer.from([0x21, 0xf9]), parts(Buffer.from([0, 10, 0, 0]))])
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]), parts(Buffer.from([0x4c, 0x01]))])
  return Buffer.concat([head, repeat, ...notes, time, frame, Buffer.from([0x3b])])
}

describe('what families get of a picture', () => {
  test.each([
    ['a camera’s note', jpeg(exif(1))],
    ['a comment', jpeg(segment(0xfe, text(secret)))],
    [
      'a program’s notes',
      jpeg(segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${secret}`)), segment(0xed, text(secret))),
    ],
    ['a second picture behind the end', Buffer.concat([jpeg(), jpeg(exif(1))])],
  ])('of a JPEG: not %s, and every other byte', (_, picture) => {
    expect(Buffer.from(pictureBytes(picture))).toEqual(jpeg())
  })

  test.each(['II', 'MM'] as const)('of a JPEG: which way is up stays, and nothing beside it (%s)', order => {
    const got = Buffer.from(pictureBytes(jpeg(exif(6, order))))
    expect(got.includes(secret)).toBe(false)
    expect(imageSize(got)).toMatchObject({ width: 800, height: 600, orientation: 6 })
    expect(got.includes('the colours')).toBe(true)
    expect(Buffer.from(pictureBytes(got))).toEqual(got)
  })

  test('of a PNG: the pixels and colours, and no words', () => {
    const notes = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].map(name => chunk(name, text(secret)))
    expect(Buffer.from(pictureBytes(png(...notes)))).toEqual(png())
    expect(Buffer.from(pictureBytes(Buffer.concat([png(), text(secret)])))).toEqual(png())
  })

  test('of a WebP: no notes, and nothing that says that there are some', () => {
    const notes = [riff('EXIF', text(secret)), riff('XMP ', text(`${secret}!`))]
    expect(Buffer.from(pictureBytes(webp(0x1c, ...notes)))).toEqual(webp(0x10))
    expect(imageSize(pictureBytes(webp(0x1c, ...notes)))).toMatchObject({ width: 800, height: 600 })
  })

  test('of a GIF: the movement, and no words', () => {
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), parts(text(secret), text(secret))])
    const program = Buffer.concat([Buffer.from([0x21, 0xff]), parts(text('XMP DataXMP'), text(secret))])
    expect(Buffer.from(pictureBytes(gif(comment, program)))).toEqual(gif())
    expect(Buffer.from(pictureBytes(Buffer.concat([gif(), text(secret)])))).toEqual(gif())
    expect(imageSize(pictureBytes(gif(comment)))).toMatchObject({ width: 1, height: 1 })
  })

  test('of a format’s own parts alone: a note by a name that nobody has heard of goes too', () => {
    expect(Buffer.from(pictureBytes(png(chunk('caBX', text(secret)))))).toEqual(png())
    expect(Buffer.from(pictureBytes(webp(0x10, riff('C2PA', text(secret)))))).toEqual(webp(0x10))
  })

  test.each([
    ['a document', text('%PDF-1.7 and so on')],
    ['nothing', text('')],
    ['a JPEG that is cut short', jpeg(exif(1)).subarray(0, 40)],
    ['a PNG that is cut short', png().subarray(0, 30)],
  ])('is as it was where it is %s', (_, bytes) => {
    expect(pictureBytes(bytes)).toEqual(bytes)
  })

  test('is the same however often it is asked for, whatever the bytes are', () => {
    const start = fc.constantFrom(
      jpeg(exif(6)),
      png(chunk('tEXt', text(secret))),
      webp(0x0c, riff('EXIF', text(secret))),
      gif(Buffer.concat([Buffer.from([0x21, 0xfe]), parts(text(secret))])),
    )
    const broken = fc
      .tuple(start, fc.nat(300), fc.uint8Array({ maxLength: 6 }))
      .map(([picture, at, bytes]) =>
        Buffer.concat([picture.subarray(0, at), bytes, picture.subarray(at + bytes.length)]),
      )
    fc.assert(
      fc.property(broken, picture => {
        const once = pictureBytes(picture)
        expect(Buffer.from(pictureBytes(once))).toEqual(Buffer.from(once))
      }),
    )
  })
})
