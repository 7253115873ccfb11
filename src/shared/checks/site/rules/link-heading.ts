import { type SiteFinding, siteRule } from '../site-rule.ts'

/** A link to a part of another page that this page does not have. */
export const linkHeading = siteRule({
  id: 'link-heading',
  severity: 'warning',
  wcag: [],
  source: 'Families must be able to follow every link',
  why: 'The link opens the page at its top, and whoever followed it has to search for what was promised.',
  look({ entries, byId, seen }) {
    return entries.flatMap(about =>
      seen(about).links.flatMap(({ id, heading, text, path }): SiteFinding[] => {
        const target = byId.get(id)
        // A page that is not here at all is a problem of the page with the link, and so is a heading of its own.
        if (heading === null || target === undefined || target === about) return []
        if (seen(target).names.includes(heading)) return []
        const message = `“${text.trim()}” leads to a heading that is not on “${target.fields.title}” any more.`
        return [{ about, place: { path }, message, others: [target] }]
      }),
    )
  },
  examples: {
    fail: [
      {
        files: {
          'pages/education/travel.md': 'title: Travel\n---\n[Apply](page:BUS#how-to-apply)',
          'pages/education/bus.md': 'title: A bus pass\n---\n## Apply',
        },
      },
    ],
    pass: [
      {
        files: {
          'pages/education/travel.md': 'title: Travel\n---\n[Apply](page:BUS#apply), or [read on](page:BUS)',
          'pages/education/bus.md': 'title: A bus pass\n---\n## Apply',
        },
      },
      // An old page may have put a name of its own into what is kept.
      {
        files: {
          'pages/education/travel.md': 'title: Travel\n---\n[Apply](page:BUS#form)',
          'pages/education/bus.md': 'title: A bus pass\n---\n<a id="form"></a>\n\nWords.',
        },
      },
    ],
  },
})
