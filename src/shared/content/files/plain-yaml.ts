/**
 * Plain YAML the short way. Nearly every front matter and record is names with words behind them, lists and short mappings, one
 * a line, as Signpost writes them; the library takes a millisecond for each. Anything that might be something else (a comment,
 * an escape, a blank line, a word that YAML takes for nothing or for yes) is left to the library: the answer is null then, and
 * never another one than the library's. See docs/decisions/0013-plain-yaml-the-short-way.md.
 */
export type PlainValue = string | number | PlainValue[] | { [name: string]: PlainValue }

export interface PlainField {
  name: string
  value: PlainValue
  /** Counted from 1. */
  line: number
}

/** The names and values of a mapping, in their order; null for what the library has to read. */
export function readPlainYaml(text: string): PlainField[] | null {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const reader: Reader = { lines, at: 0 }
  const fields = lines.length > 0 && lines.length <= mostLines ? fieldsAt(reader, 0) : null
  return reader.at === lines.length ? fields : null
}

/** What `plainOf` says of the same text. */
export function plainMapping(fields: readonly PlainField[]): { [name: string]: PlainValue } {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}

interface Reader {
  lines: readonly string[]
  at: number
}

const mostLines = 500
const field = /^( *)([A-Za-z_][A-Za-z0-9_-]{0,60}):(?: (.+))?$/
const listed = /^( *)- (.+)$/
/** Words that are something else to YAML, and a name that is something else to JavaScript. */
const otherWord = /^(?:null|true|false|__proto__)$/i

function fieldsAt(reader: Reader, indent: number): PlainField[] | null {
  const fields: PlainField[] = []
  const names = new Set<string>()
  for (let found = lineAt(reader, field); found?.[1]?.length === indent; found = lineAt(reader, field)) {
    const [, , name = '', words] = found
    if (otherWord.test(name) || names.has(name)) return null
    names.add(name)
    const line = ++reader.at
    const value = words === undefined ? valueBelow(reader, indent + 2) : scalarOf(words)
    if (value === null) return null
    fields.push({ name, value, line })
  }
  return fields.length > 0 ? fields : null
}

const lineAt = ({ lines, at }: Reader, shape: RegExp) => shape.exec(lines[at] ?? '')

function valueBelow(reader: Reader, indent: number): PlainValue | null {
  if (lineAt(reader, listed)?.[1]?.length === indent) return listAt(reader, indent)
  const fields = fieldsAt(reader, indent)
  return fields && plainMapping(fields)
}

function listAt(reader: Reader, indent: number): PlainValue[] | null {
  const items: PlainValue[] = []
  for (let found = lineAt(reader, listed); found?.[1]?.length === indent; found = lineAt(reader, listed)) {
    const item = field.test(found[2] ?? '') ? mappingInList(reader, indent + 2) : scalarOf(found[2] ?? '')
    if (item === null) return null
    if (typeof item !== 'object' || Array.isArray(item)) reader.at += 1
    items.push(item)
  }
  return items
}

/** Its first name stands behind the mark of the list: read as if it stood below it. */
function mappingInList(reader: Reader, indent: number): PlainValue | null {
  const lines = reader.lines.with(reader.at, (reader.lines[reader.at] ?? '').replace('-', ' '))
  const inner: Reader = { lines, at: reader.at }
  const fields = fieldsAt(inner, indent)
  reader.at = inner.at
  return fields && plainMapping(fields)
}

/** What begins something else than plain words, or may: an indicator, a fraction, a hexadecimal or an octal number. */
const otherStart = /^(?:[-?:,[\]{}#&*!|>'"%@`~=.+<\s]|0[xo])/i
/** What ends plain words, or makes them something else. */
const otherWithin = /: | #|:$|\s$/
/** Characters that YAML does not allow, and those that some reader takes for the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const otherCharacter = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/
const day = /^\d{4}-\d{2}-\d{2}$/
/** Digits, and what else may stand in a number or a time. */
const maybeNumber = /^[\d.eE+_:-]+$/

function scalarOf(words: string): PlainValue | null {
  if (words === '[]') return []
  if (otherCharacter.test(words)) return null
  const quoted = /^"([^"\\]*)"$/.exec(words) ?? /^'([^']*)'$/.exec(words)
  if (quoted) return quoted[1] ?? null
  if (otherStart.test(words) || otherWithin.test(words) || otherWord.test(words)) return null
  if (wholeNumber.test(words)) return Number(words)
  return maybeNumber.test(words) && !day.test(words) ? null : words
}
