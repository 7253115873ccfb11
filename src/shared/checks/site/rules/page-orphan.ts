import { type SiteFinding, siteRule, type WholeSite } from '../site-rule.ts'

/** A page to which no other one leads. The list of its section has it all the same, and so has the search. */
export const pageOrphan = siteRule({
  id: 'page-orphan',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK content design: people find a page from the one that they are on',
  why: 'People follow links from what they are reading. To a page that nothing leads to, they come by luck.',
  look(site) {
    const led = ledTo(site)
    return site.entries.flatMap((about): SiteFinding[] => {
      // Home leads to each start-here page, and the directory to each service.
      if (about.kind !== 'page' || about.fields.kind === 'start' || led.has(about.fields.id)) return []
      if (site.entries.length < enough) return []
      const message = 'No other page leads here. People only find it in the list of its section, or by searching.'
      return [{ about, message, place: { path: [] } }]
    })
  },
  examples: {
    fail: [
      {
        files: {
          'pages/education/start.md': 'title: Start here\nkind: start\n---\nSee [travel](page:TRAVEL).',
          'pages/education/travel.md': 'title: Travel to school',
          'pages/education/lost.md': 'title: Lost',
        },
      },
      // A page that leads to itself is not led to.
      {
        files: {
          'pages/education/start.md': 'title: Start here\nkind: start\n---\nSee [travel](page:TRAVEL).',
          'pages/education/travel.md': 'title: Travel to school',
          'pages/education/lost.md': 'title: Lost\n---\n[This page](page:LOST).',
        },
      },
    ],
    pass: [
      {
        files: {
          'pages/education/start.md': 'title: Start here\nkind: start\n---\nSee [travel](page:TRAVEL#how).',
          'pages/education/travel.md': 'title: Travel to school\nrelated:\n  - BUS',
          'pages/education/bus.md': 'title: A pass for the bus',
        },
      },
      // A transcript and an easy read version are led to by what they belong to.
      {
        files: {
          'pages/education/start.md':
            'title: Start here\nkind: start\neasyRead: page:EASY\n---\n::video{href="https://example.org/film" title="A film" transcript="page:SPOKEN"}',
          'pages/education/easy.md': 'title: Start here in easy read',
          'pages/education/spoken.md': 'title: What is said in the film',
        },
      },
      { files: { 'pages/education/one.md': 'title: The first page', 'services/one.md': 'title: A service' } },
    ],
  },
})

/** Where a site is only begun, nothing can lead anywhere yet. */
const enough = 3

function ledTo({ entries, seen }: WholeSite): ReadonlySet<string> {
  const led = new Set<string>()
  for (const entry of entries) {
    const fields = entry.kind === 'page' ? [...entry.fields.related, idIn(entry.fields.easyRead)] : []
    for (const id of [...seen(entry).links.map(link => link.id), ...fields]) {
      if (id !== entry.fields.id) led.add(id)
    }
  }
  return led
}

function idIn(reference: string): string {
  return reference.replace(/^page:/, '').replace(/#.*/, '')
}
