import type { Inline, Text } from '../content/model.ts'
import type { SequenceRules } from './item.ts'
import { bagOf, likeness } from './likeness.ts'
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
  return hasClash(pieces) ? null : joined(flatten(pieces, 'theirs'))
}

const plain = (inlines: readonly Inline[]) => inlines.map(node => (node.type === 'text' ? node.text : ' ')).join('')
const keyOfWords = (words: readonly Inline[]) => JSON.stringify(asTyped(words))

const bySentence: SequenceRules<Sentence> = {
  key: sentence => keyOfWords(sentence.words),
  alike: (a, b) => likeness(bagOf(plain(a.words)), bagOf(plain(b.words))),
  mergeOne: mergeSentence,
  bothAdded: 'ask',
  rank: () => 0,
  weight: () => 1,
}

const byWord: SequenceRules<Inline> = {
  key: word => JSON.stringify(word),
  alike: () => 1,
  mergeOne: (before, mine, theirs) => ({ kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }),
  bothAdded: 'ask',
  rank: () => 0,
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
    if (word.type === 'hardBreak') {
      words.push(word)
      end(null)
    } else if (
      word.type === 'text' &&
      word.text.trim() === '' &&
      last?.type === 'text' &&
      endsSentence.test(last.text)
    ) {
      end(word)
    } else words.push(word)
  }
  end(null)
  return sentences
}

function asWords(node: Inline): Inline[] {
  if (node.type !== 'text') return [node]
  return (node.text.match(/\s+|\S+/g) ?? []).map(text => ({ ...node, text }))
}

function joined(sentences: readonly Sentence[]): Inline[] {
  const inlines: Inline[] = []
  for (const [index, { words, space }] of sentences.entries()) {
    inlines.push(...words)
    if (index === sentences.length - 1) continue
    if (space) inlines.push(space)
    else if (words.at(-1)?.type !== 'hardBreak') inlines.push({ type: 'text', text: ' ' })
  }
  return asTyped(inlines)
}

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
