import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeDisk } from '../../src/main/files/index.ts'
import { openMedia } from '../../src/main/workspace/media.ts'
import { safeMediaName } from '../../src/main/workspace/media-name.ts'
import { openRoom } from '../../src/main/workspace/room.ts'
import { workspacePathSchema } from '../../src/shared/content/index.ts'
import { faultyDisk } from '../files/faults.ts'
import { tempFolder, write } from './temp-folder.ts'

const base64 = (text: string) => Buffer.from(text, 'base64')
const png = base64('iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAADklEQVR4nGP4//8/AwMDAA0GAQC9DmNnAAAAAElFTkSuQmCC')
const gif = base64('R0lGODlhAgADAIAAAP///wAAACH5BAEAAAAALAAAAAACAAMAAAICRF4AOw==')
const jpg = Buffer.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
  ...[0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 1, 1, 0x11, 0, 0xff, 0xd9],
])
const webp = Buffer.concat([
  Buffer.from('RIFF\x18\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'),
  Buffer.from([8, 0, 0, 5, 0, 0, 0, 0]),
])
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0"/></svg>')
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n')
const docx = Buffer.from('PK\x03\x04....[Content_Types].xml....word/document.xml', 'latin1')

const described = { alt: 'Two children at a table', decorative: false, credit: '' }
const undescribed = { alt: ' ', decorative: false, credit: '' }

async function media(files: Parameters<typeof tempFolder>[0] = {}, disk = nodeDisk) {
  const root = await tempFolder({ 'signpost.yml': '', ...files })
  const room = openRoom(
    root,
    disk,
    () => new Date('2026-11-22T10:42:00Z'),
    () => null,
  )
  return { root, media: openMedia(room) }
}

describe('adding a picture or document', () => {
  test.each([
    ['hall.PNG', png, 'hall.png', { width: 3, height: 2 }],
    ['hall.gif', gif, 'hall.gif', { width: 2, height: 3 }],
    ['Hall at night.jpeg', jpg, 'hall-at-night.jpg', { width: 7, height: 5 }],
    ['hall.webp', webp, 'hall.webp', { width: 9, height: 6 }],
    ['plan.svg', svg, 'plan.svg', { width: 40, height: 30 }],
    ['letter.pdf', pdf, 'letter.pdf', null],
    ['Form (final) v2.docx', docx, 'form-final-v2.docx', null],
    ['really-a-png.jpg', png, 'really-a-png.png', { width: 3, height: 2 }],
    ['../../etc/passwd.png', png, 'passwd.png', { width: 3, height: 2 }],
    ['CON.png', png, 'file-con.png', { width: 3, height: 2 }],
  ])('%s', async (name, bytes, safe, size) => {
    const { root, media: room } = await media()
    const added = await room.add(name, bytes, described)
    expect(added).toMatchObject({ kind: 'added', item: { name: safe, size, picture: size !== null, trouble: null } })
    expect(await readFile(join(root, 'media', safe))).toEqual(Buffer.from(bytes))
    expect(await readFile(join(root, 'media', `${safe}.yml`), 'utf8')).toContain('alt: Two children at a table')
    expect(await room.list()).toMatchObject([{ name: safe, alt: described.alt, bytes: bytes.byteLength }])
    expect(await room.size(safe)).toEqual(size)
  })

  test.each([
    ['holiday.jpg', Buffer.from('Dear colleague, the picture is attached.'), 'not-a-picture'],
    ['holiday.png', Buffer.from('<html><script>alert(1)</script></html>'), 'not-a-picture'],
    ['empty.png', Buffer.alloc(0), 'not-a-picture'],
    ['cut.png', png.subarray(0, 12), 'damaged-picture'],
    ['cut.jpg', jpg.subarray(0, 4), 'damaged-picture'],
    ['cut-late.png', png.subarray(0, -20), 'damaged-picture'],
    ['cut-late.jpg', jpg.subarray(0, -2), 'damaged-picture'],
    ['cut-late.webp', webp.subarray(0, -1), 'damaged-picture'],
    ['active.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'active-drawing'],
    ['macro.docx', Buffer.concat([docx, Buffer.from('word/vbaProject.bin')]), 'unknown-kind'],
    ['setup.exe', Buffer.from('MZ\x90\0'), 'unknown-kind'],
    ['big.png', Buffer.concat([png, Buffer.alloc(20_000_001)]), 'media-too-large'],
  ])('%s is refused with a sentence and leaves nothing behind', async (name, bytes, code) => {
    const { root, media: room } = await media({ 'media/kept.txt': '' })
    const refused = await room.add(name, bytes, described)
    expect(refused).toMatchObject({ kind: 'refused', code, sentence: expect.stringContaining(`“${name}”`) })
    expect(await readdir(join(root, 'media'))).toEqual(['kept.txt'])
  })

  test('a picture needs words or the statement that it needs none; a document needs neither', async () => {
    const { media: room } = await media()
    expect(await room.add('hall.png', png, undescribed)).toMatchObject({ kind: 'refused', code: 'no-alternative' })
    expect(await room.add('hall.png', png, { ...undescribed, decorative: true })).toMatchObject({ kind: 'added' })
    expect(await room.add('letter.pdf', pdf, undescribed)).toMatchObject({ kind: 'added' })
  })

  test('two of one name stand side by side', async () => {
    const { media: room } = await media()
    await room.add('hall.png', png, described)
    await room.add('Hall.png', png, { ...described, alt: 'Another' })
    expect((await room.list()).map(({ name, alt }) => [name, alt])).toEqual([
      ['hall-2.png', 'Another'],
      ['hall.png', described.alt],
    ])
  })

  test('a full disk never leaves a picture without its words', async () => {
    for (let change = 0; change < 12; change += 1) {
      const { root, media: room } = await media(
        {},
        faultyDisk('ENOSPC', one => one >= change),
      )
      expect(await room.add('hall.png', png, described)).toMatchObject({ kind: 'refused', code: 'disk-full' })
      const names = await readdir(join(root, 'media')).catch(() => [])
      expect(names).not.toContain('hall.png')
    }
  })
})

describe('describing and removing', () => {
  test('new words replace the old; comments and other programs’ keys stay', async () => {
    const note = '# asked at the open day\nalt: Old words\npermission: form 12\n'
    const { root, media: room } = await media({ 'media/hall.png': png, 'media/hall.png.yml': note })
    expect(await room.describe('hall.png', described)).toEqual({ kind: 'ok' })
    const text = await readFile(join(root, 'media/hall.png.yml'), 'utf8')
    expect(text).toContain('# asked at the open day')
    expect(text).toContain('permission: form 12')
    expect(await room.list()).toMatchObject([{ alt: described.alt }])
    expect(await room.describe('hall.png', undescribed)).toMatchObject({ code: 'no-alternative' })
    expect(await room.describe('gone.png', described)).toMatchObject({ code: 'no-such-file' })
  })

  test('takes the file and what was said of it', async () => {
    const { root, media: room } = await media({
      'media/hall.png': png,
      'media/hall.png.yml': 'alt: x\n',
      'pages/a.md': '',
    })
    expect(await room.remove('hall.png')).toEqual({ kind: 'ok' })
    expect(await readdir(root)).not.toContain('media')
    expect(await room.remove('hall.png')).toMatchObject({ code: 'no-such-file' })
    expect(await room.remove('../pages/a.md')).toMatchObject({ code: 'no-such-file' })
  })
})

describe('what lies in the folder already', () => {
  test('is listed with its trouble, and never thrown about', async () => {
    const { root, media: room } = await media({
      'media/active.svg': '<svg onload="alert(1)"/>',
      'media/broken.png': png.subarray(0, 12),
      'media/hall.png': png,
      'media/hall.png.yml': 'alt: [unclosed',
      'media/huge.pdf': Buffer.concat([pdf, Buffer.alloc(20_000_001)]),
      'media/program.exe': 'MZ',
    })
    const troubles = Object.fromEntries((await room.list()).map(({ name, trouble }) => [name, trouble]))
    expect(troubles).toEqual({
      'active.svg': expect.stringContaining('script'),
      'broken.png': expect.stringContaining('damaged'),
      'hall.png': null,
      'huge.pdf': expect.stringContaining('20 MB'),
      'program.exe': expect.stringContaining('not a picture'),
    })
    await write(root, { 'media/hall.png': gif })
    expect(await room.size('hall.png')).toEqual({ width: 2, height: 3 })
  })
})

test('whatever a file is called, its safe name is a path of the workspace and is not taken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
      const first = safeMediaName(name, 'png', new Set())
      const second = safeMediaName(name, 'png', new Set([first]))
      expect(second).not.toBe(first)
      for (const safe of [first, second]) {
        expect(safe).toMatch(/^[a-z0-9-]+\.png$/)
        expect(workspacePathSchema.safeParse(`media/${safe}`).success).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})
