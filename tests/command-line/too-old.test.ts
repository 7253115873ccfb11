import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { oldestNode, tooOld } from '../../src/main/too-old.ts'

const checkout = join(import.meta.dirname, '../..')
const main = join(checkout, 'src/main')

test.each(['20.19.5', '21.7.3', '22.11.9'])('Node.js %s is told that it is too old, and what to do', version => {
  expect(tooOld(version)).toMatch(`${version}. Nothing was done.\nGet a newer one from https://nodejs.org`)
})

test.each(['22.12.0', '22.20.1', '24.0.0', '26.3.0'])('Node.js %s will do', version => {
  expect(tooOld(version)).toBeNull()
})

test('the package says the same', () => {
  expect(JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).engines.node).toBe(`>=${oldestNode}`)
})

test('nothing is loaded before that is known which an old one cannot read', () => {
  const waiting = ['cli.ts']
  for (const name of waiting) {
    const imports = readFileSync(join(main, name), 'utf8').matchAll(/^import .*? from '([^']+)'/gm)
    for (const [, from = ''] of imports) {
      if (from.startsWith('node:')) continue
      expect(from).toMatch(/^\.\/(?:too-old|settings\/data-folder)\.ts$/)
      waiting.push(from)
    }
  }
  expect(waiting).toEqual(['cli.ts', './settings/data-folder.ts', './too-old.ts'])
})
