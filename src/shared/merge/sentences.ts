import { isSame } from '../content/index.ts'
import type { Inline, Mark, Text } from '../content/model.ts'
import { division } from './divided.ts'
import type { SequenceRules } from './item.ts'
import { bagOf, likeness } from './likeness.ts'
import { enough } from './match.ts'
import { flatten, hasClash, type Piece } from './piece.ts'
import { mergeSequences } from './sequence.ts'

/** A sentence: its words and other inline things, and the space after it, which belongs to neither neighbour. */
interface Sentence {
  words: Inline[]
  space: Text | null
}

/**
 * Three-way merge of one text block. Edits in different sentences go together. In one sentence only the same edit, or an
 * edit that contains the other's, goes without asking: two halves of different thoughts make no sentence. Null: ask.
 */
export function mergeInlines(before: Inline[], mine: Inline[], theirs: Inline[]): Inline[] | null {
  const pieces = mergeSequences(sentencesOf(before), sentencesOf(mine), sentencesOf(theirs), bySentence)
  if (hasClash(pieces)) return null
  const sentences = flatten(pieces, 'theirs')
  const merged = joined(sentences)
  // Where one took away the full stop after which the other goes on, the two would run into each other.
  return sentencesOf(merged).length === sentences.length ? merged : null
}

const plain = (inlines: readonly Inline[]) => inlines.map(node => (node.type === 'text' ? node.text : ' ')).join('')
const keyOfWords = (words: readonly Inline[]) => JSON.stringify(asTyped(words))

const bySentence: SequenceRules<Sentence> = {
  key: sentence => keyOfWords(sentence.words),
  alike: (a, b) => likeness(bagOf(plain(a.words)), bagOf(plain(b.words))),
  mergeOne: mergeSentence,
  bothAdded: 'ask',
  rank: () => 0,
  isHeading: () => false,
  weight: ({ words }) => 1 + bagOf(plain(words)).size,
}

const byWord: SequenceRules<Inline> = {
  key: word => JSON.stringify(word),
  // A word that was replaced is an edit in its place, and never one moved from elsewhere.
  alike: () => enough,
  mergeOne: (before, mine, theirs) => ({ kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }),
  bothAdded: 'ask',
  rank: () => 0,
  isHeading: () => false,
  weight: () => 1,
}

function mergeSentence(before: Sentence, mine: Sentence, theirs: Sentence): Piece<Sentence> {
  const clash: Piece<Sentence> = { kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }
  const pieces = mergeSequences(before.words, mine.words, theirs.words, byWord)
  if (hasClash(pieces)) return clash
  const merged = keyOfWords(flatten(pieces, 'theirs'))
  const whole = [mine, theirs].find(side => keyOfWords(side.words) === merged)
  return whole ? { kind: 'settled', items: [whole] } : clash
}

const endsSentence = /[.!?…]["'”’)\]]*$/u

function sentencesOf(inlines: readonly Inline[]): Sentence[] {
  const sentences: Sentence[] = []
  let words: Inline[] = []
  const end = (space: Text | null) => {
    if (words.length > 0 || space) sentences.push({ words, space })
    words = []
  }
  for (const word of inlines.flatMap(asWords)) {
    const last = words.at(-1)
    const before = sentences.at(-1)
    if (words.length === 0 && isDivision(word)) {
      words.push(word)
      end(null)
    } else if (words.length === 0 && before?.space === null && isDivision(before.words[0]) && isBlank(word)) {
      before.space = word
    } else if (word.type === 'hardBreak') {
      words.push(word)
      end(null)
    } else if (isBlank(word) && last?.type === 'text' && endsSentence.test(last.text)) {
      end(word)
    } else words.push(word)
  }
  end(null)
  return sentences
}

const isBlank = (word: Inline): word is Text => word.type === 'text' && word.text.trim() === ''

/** Between two sentences it is one of its own, so that neither counts as changed. */
const isDivision = (word: Inline | undefined) => word?.type === 'text' && word.text === division

function asWords(node: Inline): Inline[] {
  if (node.type !== 'text') return [node]
  return (node.text.match(/\s+|\S+/g) ?? []).map(text => ({ ...node, text }))
}

/** The space between two sentences is as both of them are: bold only between two that are bold. */
function joined(sentences: readonly Sentence[]): Inline[] {
  const inlines: Inline[] = []
  for (const [index, { words, space }] of sentences.entries()) {
    inlines.push(...words)
    const [last, next] = [words.at(-1), sentences[index + 1]?.words[0]]
    if (index === sentences.length - 1 || (!space && last?.type === 'hardBreak')) continue
    const shared = marksOf(last).filter(mark => marksOf(next).some(other => isSame(mark, other)))
    const marks = shared.filter(mark => mark.type !== 'code' || space?.marks?.some(({ type }) => type === 'code'))
    inlines.push({ type: 'text', text: space?.text ?? ' ', ...(marks.length > 0 ? { marks } : {}) })
  }
  return asTyped(inlines)
}

const marksOf = (node: Inline | undefined): Mark[] => (node && 'marks' in node ? (node.marks ?? []) : [])

/** Neighbouring words with the same marks as one text, as the editor and the parser have them. */
function asTyped(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const node of inlines) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks)) {
      result[result.length - 1] = { ...last, text: last.text + node.text }
    } else result.push(node)
  }
  return result
}
