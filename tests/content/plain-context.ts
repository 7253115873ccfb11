import type { HtmlContext } from '../../src/shared/content/index.ts'

/** A site where everything is there. */
export const plainContext: HtmlContext = {
  href: href => (href.startsWith('page:') ? `/pages/${href.slice(5)}/` : href),
  media: src => ({ url: `/${src}`, width: 800, height: 600, bytes: 123_456, format: 'Word document' }),
  service: id => ({ title: 'Sunshine Club', href: `/services/${id}/`, summary: 'A club on Saturdays.' }),
  headingOffset: 0,
  kept: 'text',
}
