import { expect, test } from 'vitest'
import { fromHtml } from './read-html.ts'
import { config, fileNamed, ids, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

/** What is at an old address, for a browser that does not go on by itself, and for whoever reads it by ear. */

const redirects = [{ from: '/education/bus/', to: `page:${ids.travel}` }]
const site = smallSite({ redirects, config: config({ publish: { url: 'https://example.org/offer', targets: [] } }) })
const elements = fromHtml(fileNamed(renderSite(site), 'education/bus/index.html'))
const all = (name: string) => elements.filter(element => element.name === name)
const meta = (name: string) => all('meta').find(({ attributes }) => attributes.name === name)?.attributes.content

test('leads to the page at once, and says so with one heading and one link that has the page’s own name', () => {
  const refresh = all('meta').find(({ attributes }) => attributes['http-equiv'] === 'refresh')
  expect(refresh?.attributes.content).toBe('0; url=../travel/')
  expect(all('html')[0]?.attributes.lang).toBe('en-GB')
  expect(all('title')[0]?.text).toMatch(/^This page is at another address – ./)
  expect(all('h1').map(({ text }) => text)).toEqual(['This page is at another address'])
  expect(all('main')).toHaveLength(1)
  expect(all('a').map(({ text, attributes }) => [text, attributes.href])).toEqual([
    [site.pages.find(({ fields }) => fields.id === ids.travel)?.fields.title, '../travel/'],
  ])
})

test('looks like the site, allows nothing that the site does not, and is nothing to find', () => {
  const links = all('link').map(({ attributes }) => [attributes.rel, attributes.href])
  expect(links).toEqual([
    ['canonical', 'https://example.org/offer/education/travel/'],
    ['stylesheet', '../../assets/site.css'],
  ])
  expect(meta('robots')).toBe('noindex')
  expect(meta('viewport')).toBe('width=device-width, initial-scale=1')
  const policy = all('meta').find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
  expect(policy?.attributes.content).toMatch(/^default-src 'none'.*script-src 'none'/)
})
