import { expect, test } from 'vitest'
import { fileMark } from '../../src/renderer/desk/file-mark.ts'

const picture = (bytes: string, name = 'image.png') => new File([bytes], name, { type: 'image/png', lastModified: 7 })

test('a file is known again, and no other of the same name is taken for it', async () => {
  const mark = await fileMark(picture('a map'))
  expect(await fileMark(picture('a map'))).toBe(mark)
  expect(await fileMark(picture('a hub'))).not.toBe(mark)
  expect(await fileMark(picture('a map', 'map.png'))).not.toBe(mark)
})

test('one that cannot be read is known by its size and its day', async () => {
  const gone = Object.assign(picture('a map'), { arrayBuffer: () => Promise.reject(new Error('It is not there.')) })
  expect(await fileMark(gone)).toBe('image.png 5 7')
})

test('what is typed about a picture is kept by that mark, never by its name alone', async () => {
  const { readFileSync } = await import('node:fs')
  const dialogs = [
    'desk/add-media-dialog.tsx',
    'editor/dialogs/picture-dialog.tsx',
    'editor/dialogs/document-dialog.tsx',
  ]
  for (const name of dialogs) {
    const text = readFileSync(new URL(`../../src/renderer/${name}`, import.meta.url), 'utf8')
    expect(text).toMatch(/\b(?:mark|keyOf\(chosen\))\}`/)
    expect(text).not.toMatch(/(?:useKept\w+\(|block: )`[^`]*file\.name|key=\{[^}]*file\.name/)
  }
})
