import { closeHistory } from '@tiptap/pm/history'
import type { Mark } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { getMatchHighlights, SearchQuery, setSearchState } from 'prosemirror-search'

/** Words that were found; both ends are positions in the document. */
export interface Match {
  from: number
  to: number
}

/** Marks all places that have these words, in one block each, whatever is bold or a link in them; no words mark none. */
export function lookFor(state: EditorState, words: string, matchCase: boolean): Transaction {
  const folded = (text: string) => (matchCase ? text : text.toLowerCase())
  const query = new SearchQuery({
    search: words,
    caseSensitive: matchCase,
    literal: true,
    // A few letters become two when they are made small, and what stands after them would be taken for something else.
    filter: ({ doc }, { from, to }) => to <= doc.content.size && folded(doc.textBetween(from, to)) === folded(words),
  })
  return setSearchState(state.tr, query)
}

/** In the order of the page. */
export function matchesOf(state: EditorState): Match[] {
  return getMatchHighlights(state)
    .find()
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => a.from - b.from)
}

/** Which of the matches is selected, counted from 0; -1 where none is. */
export function chosenMatch({ selection }: EditorState, matches: readonly Match[]): number {
  return matches.findIndex(({ from, to }) => from === selection.from && to === selection.to)
}

/** Selects the first match that begins at this position or after it, round and round. Null where nothing was found. */
export function goToMatch(state: EditorState, from: number): Transaction | null {
  const matches = matchesOf(state)
  return select(state, matches.find(match => match.from >= from) ?? matches[0])
}

/** Selects the next match after the selection, or the one before it, round and round. */
export function stepToMatch(state: EditorState, step: 1 | -1): Transaction | null {
  const { from, to } = state.selection
  if (step === 1) return goToMatch(state, chosenMatch(state, matchesOf(state)) === -1 ? from : to)
  const matches = matchesOf(state)
  return select(state, matches.findLast(match => match.to <= from) ?? matches.at(-1))
}

/** Puts words in the place of the selected match; null where none is selected. The cursor is behind them. */
export function replaceMatch(state: EditorState, words: string): Transaction | null {
  const matches = matchesOf(state)
  const match = matches[chosenMatch(state, matches)]
  if (match === undefined) return null
  const tr = closeHistory(replaceWords(state.tr, match, words))
  return tr.setSelection(TextSelection.create(tr.doc, match.from + words.length))
}

/** Puts words in the place of all matches, as one step to undo; null where nothing was found. */
export function replaceMatches(state: EditorState, words: string): Transaction | null {
  const matches = matchesOf(state)
  if (matches.length === 0) return null
  return closeHistory(matches.reduceRight((tr, match) => replaceWords(tr, match, words), state.tr))
}

/** The new words are bold, or a link, where all of the old ones were. */
function replaceWords(tr: Transaction, { from, to }: Match, words: string): Transaction {
  if (words === '') return tr.delete(from, to)
  const all: (readonly Mark[])[] = []
  tr.doc.nodesBetween(from, to, node => {
    if (node.isText) all.push(node.marks)
  })
  const marks = (all[0] ?? []).filter(mark => all.every(each => mark.isInSet(each)))
  return tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks))
}

function select(state: EditorState, match: Match | undefined): Transaction | null {
  return match === undefined ? null : state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to))
}
