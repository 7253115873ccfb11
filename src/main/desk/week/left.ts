import { otherLine, type WeekKind } from './kind.ts'

/** Somebody who is not in the team any more, or never was, looks after pages: nobody would check them. */
export const left: WeekKind = {
  id: 'left',
  label: 'Pages of somebody who left',
  heading: 'Pages that nobody in the team looks after',
  counts: true,
  find({ session, known }) {
    const { team } = session.workspace.config()
    // A workspace in which the team is not written down yet has nobody to give anything to.
    if (team.length === 0) return []
    const here = new Set(team.map(({ email }) => email.trim().toLowerCase()))
    const away = Map.groupBy(
      known.filter(({ owner }) => owner !== '' && !here.has(owner.trim().toLowerCase())),
      ({ owner }) => owner,
    )
    return [...away].map(([owner, pages]) =>
      otherLine({
        key: `left ${owner}`,
        kind: 'left',
        owner,
        title: `${owner} is not in the team`,
        chip: { words: pages.length === 1 ? '1 page' : `${pages.length.toLocaleString('en-GB')} pages`, tone: 'stop' },
        sentence: `${titles(pages.map(({ entry }) => entry.fields.title))}. Give them to somebody who is there.`,
        to: { place: 'page', id: null },
        acts: [{ act: 'give-all' }],
      }),
    )
  },
}

function titles(all: readonly string[]): string {
  const shown = all.slice(0, 3).map(title => `“${title}”`)
  const more = all.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more.toLocaleString('en-GB')} more` : shown.join(', ')
}
