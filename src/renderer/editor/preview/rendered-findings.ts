import {
  childrenOf,
  type Doc,
  type Node,
  nodeAt,
  type Place,
  type Positions,
  positionsIn,
  textOf,
} from '../../../shared/content/index.ts'
import { writtenRules } from './rendered-rules.ts'

/** One thing that is wrong with a page as it is drawn, with where its words stand. */
export interface Seen {
  /** Axe's name for it. */
  rule: string
  /** Axe's own sentence. */
  help: string
  /** The success criteria of WCAG that it fails; none where it is good practice alone. */
  criteria: readonly string[]
  /** The path of the innermost block, cell or item; null for what stands in no words of this page. */
  place: 'title' | readonly number[] | null
  words: string
}

export interface Finding {
  id: string
  sentence: string
  place: 'title' | Place
}

/** What our own rules say, or were told to let be: the rule, and where in the document as it is now. */
export interface Known {
  rule: string
  where: 'title' | Positions
}

export interface Findings {
  ofWords: readonly Finding[]
  /** What nobody can mend by writing: axe's sentences, each once. */
  ofSite: readonly string[]
  /** The success criteria that all of these fail. */
  criteria: readonly string[]
}

/** What was seen, led back to the words, without what our own rules already say about the same ones. */
export function findingsOf(seen: readonly Seen[], doc: Doc, known: readonly Known[]): Findings {
  const positionOf = positionsIn(doc)
  const ofWords: Finding[] = []
  const ofSite = new Set<string>()
  const criteria = new Set<string>()
  const count = (one: Seen) => {
    for (const criterion of one.criteria) criteria.add(criterion)
  }
  for (const [index, one] of seen.entries()) {
    if (one.place === null) {
      ofSite.add(one.help)
      count(one)
      continue
    }
    const place = placeIn(doc, one.place, one.words)
    if (place === null) continue
    if (!isKnown(one.rule, place === 'title' ? place : positionOf(place), known)) {
      ofWords.push({ id: `${one.rule} ${index}`, sentence: sentenceOf(one), place })
      count(one)
    }
  }
  return { ofWords, ofSite: [...ofSite], criteria: [...criteria] }
}

function sentenceOf({ rule, help, words }: Seen): string {
  const short = words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words
  return writtenRules.get(rule)?.says(short) ?? `${help}.`
}

/** The very words where they stand in their block as they are drawn, and otherwise the block. */
function placeIn(doc: Doc, place: 'title' | readonly number[], words: string): Finding['place'] | null {
  if (place === 'title') return place
  const block = nodeAt(doc, place)
  // The words have changed since they were drawn; the next look is on its way.
  if (block === null) return null
  const start = holdsWords(block) && words !== '' ? textOf(block).indexOf(words) : -1
  return start < 0 ? { path: [...place] } : { path: [...place], start, end: start + words.length }
}

function holdsWords(block: Node): boolean {
  return childrenOf(block).some(({ type }) => type === 'text')
}

function isKnown(rule: string, where: 'title' | Positions | null, known: readonly Known[]): boolean {
  const ours = writtenRules.get(rule)?.ours ?? []
  return known.some(other => ours.includes(other.rule) && meets(other.where, where))
}

function meets(a: 'title' | Positions, b: 'title' | Positions | null): boolean {
  if (a === 'title' || b === 'title' || b === null) return a === b
  return a.from < b.to && b.from < a.to
}
