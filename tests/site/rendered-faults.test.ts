import { describe, expect, test } from 'vitest'
import { renderedFaults } from '../../src/shared/site/index.ts'
import { sampleSite } from './sample-site.ts'
import { everyBlock } from './site-of.ts'
import { renderSite } from './whole-site.ts'

const page = (body: string, head = '<title>A page</title>') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`

test('the pages of the sample, and every kind of block, have no fault', async () => {
  for (const input of [everyBlock(), await sampleSite()]) {
    for (const { path, content, searchAs } of renderSite(input)) {
      if (searchAs === undefined || typeof content !== 'string') continue
      expect([path, renderedFaults(content)]).toEqual([path, []])
    }
  }
}, 120_000)

describe('is told', () => {
  test.each([
    ['HTML that a browser mends', '<p id="a" id="b">One</p>', /otherwise than it was meant/],
    ['a second main heading', '<h1>Another</h1>', 'It has 2 main headings.'],
    ['a second main part', '<main></main>', 'It has 2 main parts.'],
    ['one id twice', '<p id="a"></p><p id="a"></p>', /^Two parts of it have the same name inside \(“a”\)/],
    [
      'a link to a part that is not there',
      '<a href="#gone">Go</a>',
      /leads to a part of the page that is not there \(“#gone”\)/,
    ],
    ['a name from a part that is not there', '<nav aria-labelledby="x y"></nav><p id="x"></p>', /not there \(“y”\)/],
    ['a picture without a description', '<img src="a.png">', 'A picture on it has no description.'],
    ['a link without words', '<a href="/x/"><img src="a.png" alt=""></a>', 'A link on it has no words.'],
    ['a button without words', '<button> </button>', 'Something to press on it has no words.'],
  ])('%s', (_, body, sentence) => {
    const faults = renderedFaults(page(body))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(sentence)
  })

  test('a page without a title, a main heading or a language', () => {
    expect(renderedFaults('<!DOCTYPE html><html><head></head><body><main><h1> </h1></main></body></html>')).toEqual([
      'It has no title for the browser.',
      'Its title has no words.',
      'It does not say which language it is in.',
    ])
    expect(renderedFaults(page('').replace(/<h1>.*<\/h1>/, ''))).toEqual(['It has no main heading.'])
  })
})

test.each([
  '<a href="#caf%C3%A9">Go</a><p id="café"></p>',
  '<a href="/x/"><img src="a.png" alt="Home"></a>',
  '<a href="/x/" aria-label="Home"></a>',
  '<img src="a.png" alt="">',
])('%s has no fault', body => {
  expect(renderedFaults(page(body))).toEqual([])
})
