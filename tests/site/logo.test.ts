import { describe, expect, test } from 'vitest'
import { renderPage, type SiteInput } from '../../src/shared/site/index.ts'
import { fromHtml } from './read-html.ts'
import { ids, picture, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

describe('the council’s logo', () => {
  const withLogo = (logo: string) => {
    const { config: own } = smallSite()
    return smallSite({ config: { ...own, site: { ...own.site, logo } } })
  }
  const logoOn = (site: SiteInput) =>
    fromHtml(renderPage(site, ids.moving) ?? '').find(({ attributes }) => attributes.class === 'site-header__logo')

  test('stands before the name in its own size, and a screen reader says the name alone', () => {
    const site = withLogo('media/hall.jpg')
    const { width, height } = picture
    const expected = { src: '../../media/hall.jpg', alt: '', width: `${width}`, height: `${height}` }
    expect(logoOn(site)?.attributes).toMatchObject(expected)
    expect([...renderSite(site)].map(({ path }) => path)).toContain('media/hall.jpg')
  })

  test.each(['', 'media/nowhere.png', 'https://example.org/logo.png', 'media/../signpost.yml'])(
    'is none where “%s” is no picture of the team',
    logo => expect(logoOn(withLogo(logo))).toBeUndefined(),
  )
})
