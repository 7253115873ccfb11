import { hasLeft, otherLine, type WeekKind } from './kind.ts'

/** Somebody who is not in the team any more, or never was, looks after pages: nobody would check them. */
export const left: WeekKind = {
  id: 'left',
  label: 'Pages of somebody who left',
  heading: 'Pages that nobody in the team looks after',
  counts: true,
  find({ session, known }) {
    const away = Map.groupBy(
      known.filter(({ owner }) => hasLeft(owner, session)),
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
