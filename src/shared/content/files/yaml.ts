import { type Document, isNode, isScalar, LineCounter, parseDocument } from 'yaml'

/**
 * YAML from a workspace, which is untrusted: the plain core schema, no types of its own, a bound on size, depth and
 * aliases. What cannot be read is answered with the line and a reason in plain words.
 */

export interface ReadYaml {
  kind: 'yaml'
  document: Document.Parsed
  lineOf(offset: number): number
}

export interface BrokenYaml {
  kind: 'broken'
  /** Counted from 1. */
  line: number
  /** What is wrong there, to stand after “line 4: ”. */
  reason: string
}

const mostAliases = 20
const mostDepth = 60
/** In one list of names and values; the library compares each name with every other. */
const mostKeys = 2_000

export function readYaml(text: string, mostLength: number): ReadYaml | BrokenYaml {
  if (text.length > mostLength) return { kind: 'broken', line: 1, reason: 'there is too much of it' }
  const deep = tooDeepAt(text)
  if (deep) return { kind: 'broken', line: deep, reason: 'there are too many lists inside one another' }
  const wide = tooWideAt(text)
  if (wide) return { kind: 'broken', line: wide, reason: 'there are too many names in one list' }
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'core', lineCounter: counter, logLevel: 'silent', strict: true })
  const [error] = document.errors
  if (error) return { kind: 'broken', line: counter.linePos(error.pos[0]).line || 1, reason: reasonOf(error.code) }
  return { kind: 'yaml', document, lineOf: offset => counter.linePos(offset).line || 1 }
}

/** What a document or a part of it says, as plain values; undefined where its aliases say more than they may. */
export function plainOf(document: Document.Parsed, node: unknown = document.contents): unknown {
  if (!isNode(node)) return node
  // The library answers a bomb of aliases with an exception, at the moment of reading it out.
  try {
    return node.toJS(document, { maxAliasCount: mostAliases })
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined
    throw error
  }
}

export function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key ?? '')
}

/** The first line on which brackets or list marks are nested beyond what anybody writes, which would exhaust the reader. */
function tooDeepAt(text: string): number | null {
  let brackets = 0
  for (const [at, line] of text.split('\n').entries()) {
    brackets += (line.match(/[[{]/g)?.length ?? 0) - (line.match(/[\]}]/g)?.length ?? 0)
    const widest = line.match(/[[{]/g)?.length ?? 0
    const marks = /^(?:\s*[-?:](?=\s))+/.exec(line)?.[0].replace(/\s/g, '').length ?? 0
    const indent = /^ */.exec(line)?.[0].length ?? 0
    if (brackets > mostDepth || widest > 200 || marks > mostDepth || indent > 400) return at + 1
  }
  return null
}

/** The first line that is one name too many of its list: by its place in the line, or inside brackets by the commas. */
function tooWideAt(text: string): number | null {
  const keys = new Map<number, number>()
  let commas = 0
  for (const [at, line] of text.split('\n').entries()) {
    const indent = line.search(/[^ ]/)
    if (/^ *-\s/.test(line)) for (const deeper of [...keys.keys()].filter(one => one > indent)) keys.delete(deeper)
    else if (line.includes(':')) keys.set(indent, (keys.get(indent) ?? 0) + 1)
    if (/[[{]/.test(line) || commas > 0) commas += line.split(',').length - 1
    if (/[\]}]\s*$/.test(line)) commas = 0
    if ((keys.get(indent) ?? 0) > mostKeys || commas > mostKeys) return at + 1
  }
  return null
}

function reasonOf(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'the same name stands there twice'
  if (code === 'TAB_AS_INDENT') return 'it starts with a tab, and only spaces may stand there'
  if (code === 'BAD_INDENT') return 'it does not start as far in as the lines around it'
  if (code === 'MISSING_CHAR') return 'a quotation mark, a bracket or a colon is missing'
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'it has a colon in it, so its words need quotation marks around them'
  return 'it is not written as expected'
}
