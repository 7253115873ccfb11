import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../src')

/**
 * Sentences of the terminal, which is not always on a laptop; a page that works on one computer only; and what families'
 * pages say of computers.
 */
const others =
  /^main\/(command-line|shell\/(loopback|choose))\b|^shared\/checks\/rules\/(link-unsafe|american-spelling)/

/** Its lines, without the comments, which are for whoever reads the code. */
const said = (text: string) =>
  text.split('\n').filter(line => !/^\s*(\/\/|\/?\*)/.test(line) && /computer/i.test(line.replace(/\s\/\/ .*/, '')))

test('what the team’s work is on is called a laptop, and nothing else', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))
  const words = files.filter(name => /\.(tsx?|html)$/.test(name) && !others.test(name))
  expect(words.length).toBeGreaterThan(500)
  expect(words.flatMap(name => said(readFileSync(join(root, name), 'utf8')))).toEqual([])
})
