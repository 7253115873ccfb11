import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import postcss from 'postcss'
import { expect, test } from 'vitest'
import { themeFiles } from '../../src/main/publish/index.ts'
import { config } from './site-of.ts'

/** WCAG 2.2 SC 2.4.11 and 2.3.3: nothing lies over what has the focus, and no page moves by itself to get there. */

async function declared(): Promise<string[]> {
  const files = await themeFiles('resources/site', config())
  const sheet = Buffer.from(files.find(({ path }) => path === 'assets/site.css')?.bytes ?? []).toString()
  const all: string[] = []
  postcss.parse(sheet).walkDecls(({ prop, value, parent }) => {
    const where = parent?.type === 'rule' ? (parent as postcss.Rule).selector : ''
    all.push(`${where} { ${prop}: ${value} }`)
  })
  return all
}

test('nothing of the site stays on the screen while the page moves under it', async () => {
  const all = await declared()
  expect(all.length).toBeGreaterThan(300)
  expect(all.filter(one => /\{ position: (sticky|fixed)/.test(one))).toEqual([])
})

test('no page is moved little by little, by its style or by a script', async () => {
  expect((await declared()).filter(one => /scroll-behavior: smooth/.test(one))).toEqual([])
  const folder = 'resources/site'
  const scripts = (await readdir(folder)).filter(name => name.endsWith('.js'))
  expect(scripts).toContain('directory.js')
  for (const name of scripts) expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/behavior: ['"]smooth/)
})
