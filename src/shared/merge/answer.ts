import { type Block, type Doc, editYaml, isSame, serialiseBody, splitText, textOf } from '../content/index.ts'
import { readBody } from './body.ts'
import type { Choice } from './choice.ts'
import { readRecord } from './record-text.ts'
import { type Fields, isFields, type Value } from './values.ts'

/** What somebody chose; `written` are their own words. */
export type Answer = { kind: 'mine' } | { kind: 'theirs' } | { kind: 'both' } | { kind: 'written'; doc: Doc }

/**
 * The page's text once a choice is answered. `currentText` is the page as it stands now, perhaps edited since. Where the
 * words in question are no longer as they were, the answer goes in beside them: nothing that stands there is taken out.
 */
export function answerChoice(choice: Choice, answer: Answer, currentText: string): string {
  if (answer.kind === 'theirs') return currentText
  return choice.field === 'body' ? answerBody(choice, answer, currentText) : answerField(choice, answer, currentText)
}

type Asked = NonNullable<Choice['values']>
type Given = Exclude<Answer, { kind: 'theirs' }>

function answerBody(choice: Choice, answer: Given, currentText: string): string {
  const { body, bodyOffset } = splitText(currentText)
  const { blocks } = readBody(body)
  const { at, count } = placeOf(choice, blocks)
  const [mine, theirs] = [choice.mine.doc.content, choice.theirs.doc.content]
  const there = blocks.slice(at, at + count)
  const chosen =
    answer.kind === 'mine'
      ? mine
      : answer.kind === 'both'
        ? [...(count > 0 ? there : theirs), ...mine]
        : answer.doc.content
  const content = [...blocks.slice(0, at), ...chosen, ...blocks.slice(at + count)]
  const text = serialiseBody({ type: 'doc', content })
  return `${currentText.slice(0, bodyOffset)}${text === '' ? '' : `\n${text}`}`
}

/** Where their words stand now; a `count` of 0 where they no longer stand as they were. */
function placeOf(choice: Choice, blocks: readonly Block[]): { at: number; count: number } {
  const theirs = choice.theirs.doc.content
  const [above] = choice.above.content
  const [below] = choice.below.content
  let best = { at: -1, count: theirs.length, score: -1 }
  for (let at = 0; at + theirs.length <= blocks.length; at++) {
    if (!theirs.every((block, offset) => isSame(block, blocks[at + offset]))) continue
    const score = Number(fits(above, blocks[at - 1])) + Number(fits(below, blocks[at + theirs.length]))
    if (score > best.score && (theirs.length > 0 || score > 0)) best = { at, count: theirs.length, score }
  }
  if (best.at >= 0) return best
  const after = blocks.findIndex(block => above !== undefined && isSame(block, above))
  const before = blocks.findIndex(block => below !== undefined && isSame(block, below))
  return { at: after >= 0 ? after + 1 : before >= 0 ? before : blocks.length, count: 0 }
}

const fits = (expected: Block | undefined, found: Block | undefined) =>
  expected === undefined ? found === undefined : isSame(expected, found)

function answerField(choice: Choice, answer: Given, currentText: string): string {
  const { yaml, yamlOffset } = splitText(currentText)
  const record = readRecord(yaml ?? '')
  const [key = '', ...inner] = choice.field.split('.')
  if (yaml === null || record === null || choice.values === null) return currentText
  const present = valueWithin(record.fields[key], inner)
  const chosen = besideWhatChanged(present, choice.values, chosenValue(choice.values, answer))
  const value = setWithin(record.fields[key], inner, chosen)
  const edited = editYaml(yaml, record.read, [{ key, value }])
  return currentText.slice(0, yamlOffset) + edited + currentText.slice(yamlOffset + yaml.length)
}

function chosenValue({ mine, theirs }: { mine: Value; theirs: Value }, answer: Given): Value {
  if (answer.kind === 'mine') return mine
  if (answer.kind === 'both') return typeof theirs === 'string' && typeof mine === 'string' ? `${theirs} ${mine}` : mine
  const words = answer.doc.content.map(textOf).join('\n')
  const number = Number(words)
  return typeof theirs === 'number' && words.trim() !== '' && !Number.isNaN(number) ? number : words
}

/** Words that came into the field since the question was asked were on nobody's screen who chose: they stay, before the answer. */
function besideWhatChanged(present: Value | undefined, { mine, theirs }: Asked, chosen: Value): Value {
  const isAsAsked = present === undefined || isSame(present, theirs) || isSame(present, mine) || isSame(present, chosen)
  return isAsAsked || typeof present !== 'string' || typeof chosen !== 'string' ? chosen : `${present} ${chosen}`
}

function valueWithin(present: Value | undefined, names: readonly string[]): Value | undefined {
  const [name, ...rest] = names
  if (name === undefined) return present
  return isFields(present) ? valueWithin(present[name], rest) : undefined
}

function setWithin(present: Value | undefined, names: readonly string[], value: Value): Value {
  const [name, ...rest] = names
  if (name === undefined) return value
  const fields: Fields = isFields(present) ? present : {}
  return { ...fields, [name]: setWithin(fields[name], rest, value) }
}
