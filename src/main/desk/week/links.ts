import { handOver, pageLine, type WeekKind } from './kind.ts'

/** Links out that led nowhere when Signpost last looked, on two days at least: one line a page. */
export const brokenLink: WeekKind = {
  id: 'broken-link',
  label: 'Links that lead nowhere',
  heading: 'Links that lead nowhere',
  counts: true,
  async find(facts) {
    const { links } = await facts.session.links.links()
    const broken = links.filter(({ kind }) => kind === 'broken')
    const found = broken.flatMap(({ href, why, pages }) => pages.map(page => ({ ...page, href, why })))
    return [...Map.groupBy(found, ({ id }) => id)].flatMap(([id, each]) => {
      const known = facts.byId.get(id)
      const [first, ...more] = each
      if (known === undefined || first === undefined) return []
      const others = more.length === 0 ? '' : ` And ${more.length} more.`
      return [
        pageLine(facts, known, {
          kind: 'broken-link',
          chip: { words: each.length === 1 ? '1 link' : `${each.length} links`, tone: 'warn' },
          sentence: `“${first.text || first.href}”: ${first.why}${others}`,
          acts: [
            { act: 'go', label: 'Mend it', to: { place: 'page', id } },
            { act: 'go', label: 'See all', to: { place: 'site', id: null } },
            ...handOver,
          ],
        }),
      ]
    })
  },
}
