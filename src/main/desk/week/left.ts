import { countsOf, workByOwner } from '../give-all.ts'
import { hasLeft, otherLine, type WeekKind } from './kind.ts'

/** Somebody who is not in the team any more, or never was, has work here: nobody would do it. */
export const left: WeekKind = {
  id: 'left',
  label: 'Work of somebody who left',
  heading: 'Work that nobody in the team has',
  counts: true,
  find({ session, work: all }) {
    const away = workByOwner(all, owner => hasLeft(owner, session))
    return [...away].map(([owner, work]) => {
      const { pages, comments, promises, gaps } = countsOf(work)
      const named = titles(work.pages.map(({ entry }) => entry.fields.title))
      const parts = [
        counted(pages, 'page'),
        counted(comments, 'comment to answer', 'comments to answer'),
        counted(promises, 'promise to families', 'promises to families'),
        counted(gaps, 'gap'),
      ].filter(each => each !== '')
      const [one = ''] = parts.length === 1 ? parts : []
      const everything = parts.map(each => (each === parts[0] && pages > 0 ? `${each} (${named})` : each)).join(', ')
      return otherLine({
        key: `left ${owner}`,
        kind: 'left',
        owner,
        title: `${owner} is not in the team`,
        chip: { words: one || `${pages + comments + promises + gaps} things`, tone: 'stop' },
        sentence: `${one && pages > 0 ? named : everything}. Give them to somebody who is there.`,
        to: { place: 'page', id: null },
        acts: [{ act: 'give-all' }],
      })
    })
  },
}

function counted(many: number, one: string, several = `${one}s`): string {
  return many === 0 ? '' : `${many.toLocaleString('en-GB')} ${many === 1 ? one : several}`
}

function titles(all: readonly string[]): string {
  const shown = all.slice(0, 3).map(title => `“${title}”`)
  const more = all.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more.toLocaleString('en-GB')} more` : shown.join(', ')
}
