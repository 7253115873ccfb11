import { firstName } from '../page-history.ts'
import { headings, otherLine, pageLine, type WeekKind } from './kind.ts'

/** Two people changed the same thing, and somebody at this computer has to choose. */
export const choice: WeekKind = {
  id: 'choice',
  label: 'To choose',
  heading: headings.waiting,
  counts: true,
  async find(facts) {
    return (await facts.session.choices.list()).map(({ id, page, title, field, theirs, undoing }) => {
      const line = {
        key: `choice ${id}`,
        kind: 'choice',
        title,
        // Whoever's page it is: the question is asked of this computer alone.
        mine: true,
        chip: { words: 'Choose', tone: 'warn' as const },
        sentence: sentenceOf(field, undoing !== undefined, firstName(theirs.by.name)),
        to: { place: 'choose' as const, id: null },
        acts: [{ act: 'go' as const, label: 'Choose', to: { place: 'choose' as const, id: null } }],
      }
      const known = page === null ? undefined : facts.byId.get(page)
      return known === undefined ? otherLine(line) : pageLine(facts, known, line)
    })
  },
}

/** Why a choice waits: the same words, a whole page or picture, or an undo. */
function sentenceOf(field: string, undoing: boolean, them: string): string {
  if (undoing) return `You were undoing something here that ${them} changed since. Nothing is undone until you choose.`
  return field === 'file'
    ? `What you and ${them} did with it cannot both be. Nothing is lost.`
    : `You and ${them} both changed the same words. Both are kept.`
}
