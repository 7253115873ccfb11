import { isMap, isScalar } from 'yaml'
import { mostFrontMatterLength, readYaml, type SourceRange, splitText } from '../content/index.ts'
import type { Problem } from './rule.ts'

/** Where a field stands in a file, from its name to the end of its value; nowhere (0) where the file does not have it. */
export function rangeOfField(text: string, field: string, place: Problem['place']): SourceRange {
  const { yaml, yamlOffset } = splitText(text)
  const found = yaml === null ? null : rangeInYaml(yaml, field, place)
  return found ? { start: yamlOffset + found.start, end: yamlOffset + found.end } : { start: 0, end: 0 }
}

/** All the problems of a file are located one after the other: its front matter is read once for them. */
let last: { yaml: string; read: ReturnType<typeof readYaml> } | null = null

function readOnce(yaml: string): ReturnType<typeof readYaml> {
  if (last?.yaml !== yaml) last = { yaml, read: readYaml(yaml, mostFrontMatterLength) }
  return last.read
}

function rangeInYaml(yaml: string, field: string, place: Problem['place']): SourceRange | null {
  const read = readOnce(yaml)
  if (read.kind === 'broken' || !isMap(read.document.contents)) return null
  for (const { key, value } of read.document.contents.items) {
    if (!isScalar(key) || String(key.value) !== field || !key.range) continue
    const range = value && typeof value === 'object' && 'range' in value ? value.range : null
    const [start, end] = [key.range[0], Array.isArray(range) ? Number(range[1]) : key.range[1]]
    const words = isScalar(value) && typeof value.value === 'string' ? value.value : null
    const exact = words === null ? null : wordsOfField(yaml, start, end, words, place)
    return exact ?? { start, end: start + yaml.slice(start, end).trimEnd().length }
  }
  return null
}

/** The very words, where the value stands in the file as it is read. */
function wordsOfField(
  yaml: string,
  from: number,
  to: number,
  words: string,
  place: Problem['place'],
): SourceRange | null {
  const at = yaml.indexOf(words, from)
  if (place.start === undefined || words === '' || at < 0 || at + words.length > to) return null
  return { start: at + place.start, end: at + (place.end ?? words.length) }
}
