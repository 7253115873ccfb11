import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** A file has one subject; one that needs more lines than this has two. */
const ceiling = 350
const root = join(import.meta.dirname, '../..')
const written = /\.(ts|tsx|css|cjs|mjs)$/
/** Taken over as it is, or made by a script. */
const notOurs = /^resources\/site\/vendor\//

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && written.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !notOurs.test(path))
}

describe('no file is longer than one subject needs', () => {
  test.each(['src', 'tests', 'resources'])('in %s', folder => {
    const files = filesIn(folder)
    expect(files.length).toBeGreaterThan(3)
    const long = files.map(path => ({ path, lines: linesOf(readFileSync(join(root, path), 'utf8')) }))
    expect(long.filter(({ lines }) => lines > ceiling)).toEqual([])
  })

  test('which a file of one line too many would break', () => {
    expect(linesOf('line\n'.repeat(ceiling))).toBe(ceiling)
    expect(linesOf(`${'line\n'.repeat(ceiling)}line`)).toBe(ceiling + 1)
  })
})
