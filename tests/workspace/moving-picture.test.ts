import { expect, test } from 'vitest'
import { factsOf } from '../../src/main/workspace/media-facts.ts'
import { isMovingPicture } from '../../src/main/workspace/moving-picture.ts'

/** Two pixels by three, of two colours: the screen and its colours are the first 19 bytes, the end is the last. */
const still = Buffer.from('R0lGODlhAgADAIAAAP///wAAACH5BAEAAAAALAAAAAACAAMAAAICRF4AOw==', 'base64')
const picture = still.subarray(19, -1)
const comment = Buffer.from('\x21\xfe\x03\x2c\x2c\x2c\x00', 'latin1')
const gif = (...parts: Buffer[]) => Buffer.concat([still.subarray(0, 19), ...parts, still.subarray(-1)])

const chunk = (name: string, data: number[]) =>
  Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(name, 'latin1'), Buffer.from(data), Buffer.alloc(4)])
const png = (...chunks: Buffer[]) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
const [head, pixels] = [chunk('IHDR', Array(13).fill(1)), chunk('IDAT', [1, 2, 3])]

const webp = (kind: string, flags: number) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\x0a\0\0\0`, 'latin1'), Buffer.from([flags, 0, 0, 0])])

test.each([
  ['a GIF of one picture', 'gif', still, false],
  ['a GIF of two', 'gif', gif(picture, picture), true],
  ['a GIF of one, with a comment of commas', 'gif', gif(comment, picture, comment), false],
  ['a GIF that was cut off in its first picture', 'gif', still.subarray(0, 40), false],
  ['a GIF of nothing but its name', 'gif', Buffer.from('GIF89a'), false],
  ['a PNG', 'png', png(head, pixels), false],
  ['a PNG of three pictures', 'png', png(head, chunk('acTL', [0, 0, 0, 3, 0, 0, 0, 0]), pixels), true],
  ['a PNG that says it is one of one', 'png', png(head, chunk('acTL', [0, 0, 0, 1, 0, 0, 0, 0]), pixels), false],
  ['a PNG that was cut off', 'png', png(head).subarray(0, 20), false],
  ['a WebP that moves', 'webp', webp('VP8X', 0b10), true],
  ['a WebP that lets light through', 'webp', webp('VP8X', 0b10000), false],
  ['a plain WebP', 'webp', webp('VP8 ', 0b10), false],
] as const)('%s', (_, kind, bytes, moves) => {
  expect(isMovingPicture(kind, bytes)).toBe(moves)
})

test('is told of a file with the rest that its bytes say', () => {
  expect(factsOf(gif(picture, picture))).toMatchObject({ picture: true, moves: true })
  expect(factsOf(still)).toEqual({ picture: true, size: { width: 2, height: 3 }, trouble: null })
})
