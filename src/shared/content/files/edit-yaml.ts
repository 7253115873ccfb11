import { Document, isMap, isScalar, isSeq, type Pair, Scalar, stringify, type YAMLMap } from 'yaml'
import { isSame } from '../same.ts'
import { keyOf, plainOf, type ReadYaml } from './yaml.ts'

/** One field to set; `undefined` takes it out, and so it does for each part of a mapping. */
export interface FieldChange {
  key: string
  value: unknown
}

/**
 * The YAML of a mapping with some of its fields set. Only the lines of those fields change: every other byte, comment and
 * blank line stays where it is, which writing the whole mapping anew would not do.
 */
export function editYaml(text: string, read: ReadYaml, changes: readonly FieldChange[]): string {
  const { contents } = read.document
  if (contents !== null && !isMap(contents)) return text
  const map = contents as YAMLMap | null
  if (map?.flow) return rewritten(read, changes)
  const edits = changes.flatMap(change => editOf(text, map, change) ?? [])
  const added = changes.filter(
    ({ key, value }) => value !== undefined && !leavesNothing(value, null) && !pairOf(map, key),
  )
  let out = text
  for (const { from, to, words } of edits.toSorted((one, other) => other.from - one.from)) {
    out = out.slice(0, from) + words + out.slice(to)
  }
  const lines = added.map(({ key, value }) => `${key}:${valueText(value)}`)
  if (!lines.length) return out
  const start = out === '' || out.endsWith('\n') ? out : `${out}\n`
  return `${start}${lines.join('\n')}\n`
}

interface TextEdit {
  from: number
  to: number
  words: string
}

function editOf(text: string, map: YAMLMap | null, { key, value }: FieldChange): TextEdit | null {
  const pair = pairOf(map, key)
  const start = rangeOf(pair?.key)?.[0]
  if (!pair || start === undefined) return null
  const range = rangeOf(pair.value)
  const plainEnd = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start)
  // The end of the words themselves: a comment after them, and the line break, stay.
  const given = range ? Math.max(range[1], rangeOf(pair.key)?.[1] ?? start) : plainEnd
  const end = start + text.slice(start, given).trimEnd().length
  if (value === undefined || leavesNothing(value, pair.value)) return removal(text, start, end)
  const existing = isScalar(pair.value) || isSeq(pair.value) || isMap(pair.value) ? pair.value : null
  return {
    from: start,
    to: end,
    words: `${text.slice(start, keyEnd(text, pair, start))}:${valueText(value, existing)}`,
  }
}

function keyEnd(text: string, pair: Pair, start: number): number {
  const end = rangeOf(pair.key)?.[1] ?? start
  return start + text.slice(start, end).trimEnd().length
}

/** A mapping of which every part is taken out, and which has no part that Signpost does not know. */
function leavesNothing(value: unknown, before: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const unknown = isMap(before) ? before.items.filter(pair => !(keyOf(pair.key) in value)) : []
  return !unknown.length && Object.values(value).every(part => part === undefined)
}

/** The field with its whole line; a comment beside it stays as a line of its own. */
function removal(text: string, start: number, end: number): TextEdit {
  const lineEnd = text.indexOf('\n', end)
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd)
  if (rest.trim() !== '') return { from: start, to: end + (rest.length - rest.trimStart().length), words: '' }
  return { from: start, to: lineEnd < 0 ? text.length : lineEnd + 1, words: '' }
}

function pairOf(map: YAMLMap | null, key: string): Pair | undefined {
  return map?.items.find(pair => keyOf(pair.key) === key)
}

function rangeOf(node: unknown): [number, number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  return Array.isArray(node.range) ? (node.range as [number, number, number]) : undefined
}

/** What stands after the colon: in the same manner of quoting or listing as before, where there was one. */
function valueText(value: unknown, before: unknown = null): string {
  const document = new Document({ field: value })
  const node = document.get('field', true)
  if (isScalar(node) && isScalar(before) && typeof node.value === 'string') {
    const quoted = before.type === Scalar.QUOTE_DOUBLE || before.type === Scalar.QUOTE_SINGLE
    if (quoted && before.type) node.type = before.type
  }
  if (isSeq(node) && isSeq(before)) {
    node.flow = before.flow === true || node.items.length === 0
    node.items = node.items.map(item => before.items.find(old => isSame(plain(old), plain(item))) ?? item)
  }
  if (isMap(node) && isMap(before)) keepWithin(node, before, value)
  return document
    .toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: false })
    .trimEnd()
    .slice('field:'.length)
}

/** A mapping inside a field: what `value` does not name stays, and so do the comments beside what it does. */
function keepWithin(node: YAMLMap, before: YAMLMap, value: unknown): void {
  const named = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const added = node.items.filter(pair => !pairOf(before, keyOf(pair.key)))
  const stayed = before.items.flatMap(old => {
    const key = keyOf(old.key)
    const next = pairOf(node, key)
    if (!next) return named.includes(key) ? [] : [old]
    if (isScalar(next.value) && isScalar(old.value)) next.value.comment = old.value.comment ?? null
    return [isSame(plain(next.value), plain(old.value)) ? old : next]
  })
  node.flow = before.flow === true
  node.commentBefore = before.commentBefore ?? null
  node.items = [...stayed, ...added]
}

function plain(node: unknown): unknown {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), plain(value)]))
  if (isSeq(node)) return node.items.map(plain)
  return isScalar(node) ? node.value : node
}

/** A mapping in braces on one line, which nobody but a program writes, is written anew as a whole. */
function rewritten(read: ReadYaml, changes: readonly FieldChange[]): string {
  const known = plainOf(read.document)
  const fields = {
    ...(typeof known === 'object' ? known : {}),
    ...Object.fromEntries(changes.map(c => [c.key, c.value])),
  }
  return stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), {
    lineWidth: 0,
  })
}
