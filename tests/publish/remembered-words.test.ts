import { mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { parseBody } from '../../src/shared/content/index.ts'
import { arbitraryMarkdown, arbitraryText } from '../content/arbitrary-text.ts'
import { temporaryFolder, tidyUp } from '../git/team.ts'
import { ids, page } from '../site/site-of.ts'
import { contentsOf } from './folders.ts'
import { alonePress, type Press } from './press.ts'

afterEach(tidyUp)

test('a document that was kept as JSON is the same document', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryMarkdown, arbitraryText), text => {
      const { doc } = parseBody(text)
      expect(JSON.parse(JSON.stringify(doc))).toStrictEqual(doc)
    }),
    { numRuns: 150 },
  )
})

async function siteOf(it: Press): Promise<Record<string, string>> {
  const out = join(mkdtempSync(join(temporaryFolder(), 'site-')), 'site')
  await it.restart()
  expect(await it.publisher.build(out, 'desk')).toMatchObject({ kind: 'built' })
  return await contentsOf(out)
}

test('a site of remembered words is the site of words that were read now, whatever changed and whatever broke', async () => {
  const dataFolder = mkdtempSync(join(temporaryFolder(), 'data-'))
  const words = join(dataFolder, 'words.memory')
  const it = await alonePress({ dataFolder })
  const step = fc.record({
    path: fc.constantFrom('pages/education/moving.md', 'pages/education/travel.md', 'pages/education/plans.md'),
    body: arbitraryMarkdown,
    broken: fc.option(fc.double({ min: 0, max: 0.99, noNaN: true })),
  })
  const idOf = { moving: ids.moving, travel: ids.travel, plans: ids.plans }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 2 }), async steps => {
      for (const { path, body, broken } of steps) {
        const name = path.includes('moving') ? 'moving' : path.includes('travel') ? 'travel' : 'plans'
        it.laptop.write(path, page(idOf[name], name, body))
        await it.laptop.save(`Changed ${name}`)
        const site = await siteOf(it)
        expect(await siteOf(it)).toEqual(site)
        if (broken !== null) {
          const kept = await readFile(words)
          const at = Math.floor(kept.length * broken)
          kept[at] = (kept[at] ?? 0) ^ 1
          await writeFile(words, kept)
          expect(await siteOf(it)).toEqual(site)
        }
        await rm(words)
        expect(await siteOf(it)).toEqual(site)
      }
    }),
    { numRuns: 2 },
  )
})
