import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readGovukCss, subsetOf } from '../../resources/site/make-vendor.ts'
import { themeFiles } from '../../src/main/publish/index.ts'
import { renderPage } from '../../src/shared/site/index.ts'
import { fromHtml } from './read-html.ts'
import { config, everyBlock, ids, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

const moving = () => renderPage(smallSite(), ids.moving) ?? ''

describe('the theme', () => {
  const vendored = () => readFile('resources/site/vendor/govuk.css', 'utf8')

  test('is one style sheet of all its parts', async () => {
    const css = await sent()
    const parts = await readdir('resources/site/theme')
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) expect(css).toContain(await readFile(`resources/site/theme/${part}`, 'utf8'))
  })

  test('is the part of govuk-frontend that the site uses, made from the installed version', async () => {
    expect(await vendored()).toBe(subsetOf(await readGovukCss()))
  })

  const sent = async () => {
    const files = await themeFiles('resources/site', config())
    return Buffer.from(files.find(file => file.path === 'assets/site.css')?.bytes ?? []).toString()
  }

  test('has no crown, no GOV.UK typeface and nothing from elsewhere', async () => {
    const css = await sent()
    expect(css).not.toMatch(/GDS Transport|govuk-logo|crown-|@import|url\(["']?(https?:)?\/\//)
  })

  test('has a rule for every class of govuk-frontend that a page has', async () => {
    const css = await vendored()
    const pages = [...renderSite(everyBlock())].flatMap(({ content }) =>
      typeof content === 'string' ? fromHtml(content) : [],
    )
    const used = new Set(
      pages.flatMap(one => (one.attributes.class ?? '').split(' ')).filter(name => name.startsWith('govuk-')),
    )
    expect(used.size).toBeGreaterThan(15)
    const all = await readGovukCss()
    expect([...used].filter(name => all.includes(`.${name}`) && !css.includes(`.${name}`))).toEqual([])
  })

  test('sends a first view of less than 60 kB to a phone', async () => {
    const css = await sent()
    const font = await readFile('resources/site/vendor/atkinson-hyperlegible-next-latin-wght-normal.woff2')
    expect(gzipSync(css).length + font.length + gzipSync(moving()).length).toBeLessThan(60_000)
  })
})
