import { lstat, mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import { sameName, workspacePathSchema } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { now, offer, resourcesDir } from '../workspace/offer.ts'
import { tempFolder } from '../workspace/temp-folder.ts'

/** A name in a workspace, from whatever file system or git host it comes, never means anything outside or beside it. */

const opens = (path: string) => workspacePathSchema.safeParse(path).success

/** What HFS+ leaves out of a name (git's own list, utf8.c), all of which a screen does not show. */
const unseen = [
  0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x206a, 0x206b, 0x206c, 0x206d, 0x206e,
  0x206f, 0xfeff,
].map(code => String.fromCharCode(code))

describe('no path', () => {
  test.each([
    '..',
    '../x',
    'pages/..',
    'pages/../x',
    'pages/../../x',
    './x',
    'pages/.',
    '/x',
    '//x',
    'pages//x',
    'pages/',
    '',
    '\\\\host\\share',
    'C:\\x',
    'C:/x',
    'c:x',
    'pages\\..\\x',
    'pages/..\\x',
    'pages/..\u200c/x',
    'pages/\u202e../x',
    'pages/．．/x',
    'pages/‥/x',
    'pages/… /x',
    'pages/.. /x',
    'pages/... /x',
    'pages/x\0.md',
    'pages/x\n.md',
    'pages/\u001b[2Jx.md',
    'pages/\u0085x.md',
    'pages/x?.md',
    'pages/x*.md',
    'pages/<x>.md',
    'pages/"x".md',
    'pages/x|y.md',
    'pages/x:stream',
    'pages/x.md::$DATA',
    'pages/\ud800.md',
    `pages/${'x'.repeat(256)}`,
    `pages/${'é'.repeat(128)}`,
    `pages/${'😀'.repeat(64)}`,
    `${'x/'.repeat(120)}y`,
  ])('climbs out, hides or means two things: %j', path => {
    expect(opens(path)).toBe(false)
  })

  test.each([
    '.git',
    '.GIT',
    '.Git',
    '.git.',
    '.git ',
    '.git...',
    '.git . .',
    '．git',
    '.ｇｉｔ',
    '.ℊit',
    'git~1',
    'GIT~1',
    '.git::$INDEX_ALLOCATION',
    '.git:x',
    '.git\\x',
    ...unseen.flatMap(character => [`.g${character}it`, `${character}.git`, `.git${character}`]),
  ])('is the history’s own folder in another spelling: %j', name => {
    for (const path of [name, `${name}/config`, `pages/${name}/config`]) expect(opens(path)).toBe(false)
  })

  test.each([
    ...['con', 'prn', 'aux', 'nul', 'conin$', 'conout$', 'com0', 'com1', 'com9', 'lpt1', 'com¹', 'lpt³', 'clock$'],
    ...['CON', 'Nul', 'con.md', 'nul.tar.gz', 'aux .md', 'COM1 .x', 'ｃｏｎ', 'c\u200don'],
  ])('is a device of Windows: %j', name => {
    for (const path of [name, `pages/${name}`, `${name}/x.md`]) expect(opens(path)).toBe(false)
  })

  test.each([
    'pages/a/x.md',
    'media/café.pdf',
    'pages/gitter/x.md',
    'media/.gitkeep',
    'pages/console.md',
    'media/a b.png',
  ])('is refused without need: %j', path => expect(opens(path)).toBe(true))
})

test('however letters and unseen characters are mixed, the history’s own folder stays shut', () => {
  const character = fc.constantFrom('', ...unseen)
  const letter = (...forms: string[]) =>
    fc.tuple(character, fc.constantFrom(...forms), character).map(all => all.join(''))
  const git = fc.tuple(
    letter('.', '．', '․'),
    letter('g', 'G', 'ｇ', 'ℊ'),
    letter('i', 'I', 'ｉ', 'ⅰ'),
    letter('t', 'T', 'ｔ'),
  )
  fc.assert(
    fc.property(git, fc.constantFrom('', '.', ' ', '. .'), (parts, end) => {
      expect(opens(`pages/${parts.join('')}${end}/config`)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['Travel.md', 'travel.md'],
  ['caf\u00e9.md', 'cafe\u0301.md'],
  ['CAFÉ.md', 'cafe\u0301.md'],
  ['stra\u00dfe.md', 'STRASSE.md'],
  ['\ufb01le.md', 'file.md'],
  ['a\u200db.md', 'ab.md'],
  ['\u212ain.md', 'kin.md'],
])('%j and %j are one file on some disk', (one, other) => {
  expect(sameName(one)).toBe(sameName(other))
})

describe('a link in Signpost’s own corner of a workspace', () => {
  test.each(['.signpost', '.signpost/tmp'])(
    '%s: what it leads to is not touched, and the workspace is not opened',
    async link => {
      const precious = await tempFolder({ 'tmp/thesis.txt': 'words', 'thesis.txt': 'words' })
      const root = await tempFolder(offer)
      await mkdir(join(root, link, '..'), { recursive: true })
      await symlink(precious, join(root, link))
      const answer = await openWorkspace(root, { data: await tempFolder(), resourcesDir, now })
      expect(isRefusal(answer) && answer.code).toBe('leads-out')
      expect((await readdir(precious, { recursive: true })).sort()).toEqual(['thesis.txt', 'tmp', 'tmp/thesis.txt'])
      expect((await lstat(join(root, link))).isSymbolicLink()).toBe(true)
    },
  )
})
