import { describe, expect, test } from 'vitest'
import { checkSite, siteRules } from '../../src/shared/checks/index.ts'
import { siteOf } from './site-of.ts'

describe.each(siteRules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.examples.fail.map((site, number) => [number + 1, site] as const))(
    'sees site %i that fails',
    (_n, site) => {
      expect(checkSite(siteOf(site), [rule])).not.toEqual([])
    },
  )

  test.each(rule.examples.pass.map((site, number) => [number + 1, site] as const))(
    'is silent about site %i that passes',
    (_n, site) => {
      expect(checkSite(siteOf(site), [rule]).map(({ message }) => message)).toEqual([])
    },
  )

  test('has examples both ways, a reason and a source', () => {
    expect(rule.examples.fail.length).toBeGreaterThan(0)
    expect(rule.examples.pass.length).toBeGreaterThan(0)
    expect(rule.why).toMatch(/\.$/)
    expect(rule.source).not.toBe('')
  })
})

describe('many pages', () => {
  test('each is held against every other without taking long for it, and twins are found among them', () => {
    const words = (number: number) =>
      Array.from({ length: 90 }, (_, at) => `word${((number + 1) * (at + 3) * (at + number) * 7919) % 15013}`).join(' ')
    const files = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, number) => [
        `pages/education/p${number}.md`,
        `title: Page ${number}\n---\n${words(number)}.`,
      ]),
    )
    const twin = { 'pages/health/twin.md': `title: The twin\n---\n${words(500)} and more.` }
    const found = checkSite(siteOf({ files: { ...files, ...twin } })).filter(({ rule }) => rule === 'pages-alike')
    expect(found.map(({ about }) => ('fields' in about ? about.fields.title : '')).sort()).toEqual([
      'Page 500',
      'The twin',
    ])
  })
})
