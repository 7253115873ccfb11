import { siteRule } from '../site-rule.ts'

/** A section that has no page to begin with. */
export const sectionStart = siteRule({
  id: 'section-start',
  severity: 'notice',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is easy to understand and to find one’s way in',
  why: 'Somebody who does not know the words for what they need has to be told where to begin.',
  look({ config, entries }) {
    const pages = Map.groupBy(
      entries.flatMap(entry => (entry.kind === 'page' ? [entry] : [])),
      page => page.section,
    )
    return config.sections.flatMap(({ slug, title }) => {
      const own = pages.get(slug) ?? []
      if (own.length < enough || own.some(({ fields }) => fields.kind === 'start')) return []
      return [{ about: { section: slug }, message: `The section “${title}” has no start-here page.` }]
    })
  },
  examples: {
    fail: [
      {
        files: {
          'pages/education/one.md': 'title: One',
          'pages/education/two.md': 'title: Two',
          'pages/education/three.md': 'title: Three',
          'pages/education/four.md': 'title: Four',
        },
      },
    ],
    pass: [
      {
        files: {
          'pages/education/one.md': 'title: One\nkind: start',
          'pages/education/two.md': 'title: Two',
          'pages/education/three.md': 'title: Three',
          'pages/education/four.md': 'title: Four',
        },
      },
      // Of a few pages the list of the section is the start.
      { files: { 'pages/education/one.md': 'title: One', 'pages/education/two.md': 'title: Two' } },
      { files: {} },
    ],
  },
})

/** Fewer fit on one screen. */
const enough = 4
