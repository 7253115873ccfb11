import { expect, test } from 'vitest'
import { renderPage } from '../../src/shared/site/index.ts'
import { config, ids, smallSite } from './site-of.ts'

test('a page and a service that nobody checked for long say so before their words, with whom to ask', () => {
  const site = smallSite({ late: new Set([ids.moving, ids.club]) })
  const said = (id: string, of = site) =>
    /govuk-inset-text" data-pagefind-ignore>(.*)<\/p>/.exec(renderPage(of, id) ?? '')?.[1]
  const ask =
    'Some of it may have changed. To be sure: Call <a class="govuk-link" href="tel:01632960123">01632 960123</a> or email <a class="govuk-link" href="mailto:localoffer@example.org">localoffer@example.org</a>.'
  expect(said(ids.moving)).toBe(`We have not checked this page since 5 November 2026. ${ask}`)
  expect(said(ids.club)).toBe(`We have not checked this page for a long time. ${ask}`)
  expect(said(ids.travel)).toBeUndefined()
  const nobodyToAsk = { ...site, config: config({ contact: {} }) }
  expect(said(ids.moving, nobodyToAsk)).toBe(
    'We have not checked this page since 5 November 2026. Some of it may have changed.',
  )
})
