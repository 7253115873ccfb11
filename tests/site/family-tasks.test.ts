import { expect, test } from 'vitest'
import { familyTasks } from './family-tasks.ts'
import { fromHtml } from './read-html.ts'
import { sampleSite } from './sample-site.ts'
import { renderSite } from './whole-site.ts'

/** The same tasks by search are in tests/site/searched.test.ts. */

const pages = new Map(
  [...renderSite(await sampleSite())].flatMap(({ path, content }) =>
    path.endsWith('index.html') && typeof content === 'string'
      ? [[`/${path.slice(0, -'index.html'.length)}`, content]]
      : [],
  ),
)

function followed(from: string, words: string): string {
  const link = fromHtml(pages.get(from) ?? '').find(
    ({ name, text, attributes }) => name === 'a' && attributes.href !== undefined && text.trim() === words,
  )
  if (link === undefined) throw new Error(`${from} has no link “${words}”`)
  return new URL(link.attributes.href ?? '', `http://site${from}`).pathname
}

test('there are twenty tasks or more, each another', () => {
  expect(new Set(familyTasks.map(({ says }) => says)).size).toBeGreaterThanOrEqual(20)
})

test.each(familyTasks.map(task => [task.says, task] as const))(
  '“%s” is within three clicks from home',
  (_, { way, answers }) => {
    expect(way.length).toBeLessThanOrEqual(3)
    expect(answers).toContain(way.reduce(followed, '/'))
  },
)
