import { editYaml, isSame } from '../content/index.ts'
import { type RecordText, readRecord } from './record-text.ts'
import { fieldOf, mergeLines, mergeNames, type Value } from './values.ts'

/** One field of a record as somebody wrote it: its lines, with the comments above it. */
type FieldTexts = ReadonlyMap<string, string>

/**
 * The merged fields, each in the words, comments and layout of whoever has that value, in an order that does not depend on
 * who comes first. What does not read back as meant is not written so: then null.
 */
export function writeFields(
  was: RecordText | null,
  here: RecordText,
  there: RecordText,
  fields: { [name: string]: Value },
): string | null {
  const [before, mine, theirs] = [was, here, there].map(record => fieldTexts(record))
  if (!before || !mine || !theirs) return null
  const names = mergeNames([...before.keys()], [...mine.keys()], [...theirs.keys()])
  const texts = names.flatMap(name => {
    const value = fieldOf(fields, name)
    if (value === undefined) return []
    const [own, their] = [mine.get(name), theirs.get(name)]
    const fits = [
      isSame(value, fieldOf(here.fields, name)) && own,
      isSame(value, fieldOf(there.fields, name)) && their,
    ].filter(Boolean)
    const whole = mergeText(before.get(name), own ?? their ?? '', their ?? own ?? '')
    const text = fits.length === 2 ? whole : fits[0] || withValue(name, whole, value)
    // A comment above it that one changed is not lost with the value that the other changed.
    const [former, mineAbove, theirsAbove] = [before.get(name), own ?? their, their ?? own].map(commentIn)
    return [mergeComments(former, mineAbove ?? '', theirsAbove ?? '') + text.slice(commentIn(text).length)]
  })
  const ends = [before, mine, theirs].map(each => each.get('') ?? '')
  const text = texts.map(ended).join('') + mergeComments(ends[0], ends[1] ?? '', ends[2] ?? '')
  return isSame(readRecord(text)?.fields, fields) ? text : null
}

const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`)

/** Where only the layout differs, whoever changed it; of two new ones, always the same. */
function mergeText(before: string | undefined, mine: string, theirs: string): string {
  if (mine === theirs || theirs === before) return mine
  if (mine === before) return theirs
  return mine < theirs ? mine : theirs
}

/** Comments are somebody's words: of two that were both changed, each line of either is there once. */
function mergeComments(before: string | undefined, mine: string, theirs: string): string {
  if (mine === theirs || theirs === before) return mine
  if (mine === before) return theirs
  const [was, here, there] = [before ?? '', mine, theirs].map(text => text.match(/.*\n|.+$/g)?.map(ended) ?? [])
  return mergeLines(was ?? [], here ?? [], there ?? []).join('')
}

/** The lines above a field: comments, and empty ones. */
const commentIn = (text = '') => /^(?:(?:#.*)?[\t ]*\r?\n)*/.exec(text)?.[0] ?? ''

function withValue(name: string, text: string, value: Value): string {
  const record = readRecord(text)
  return record ? editYaml(text, record.read, [{ key: name, value }]) : text
}

/** The text cut before each field; what follows the last one is kept under the empty name. */
function fieldTexts(record: RecordText | null): FieldTexts {
  const texts = new Map<string, string>()
  let above = ''
  let name = ''
  for (const line of record?.text.match(/.*\n|.+$/g) ?? []) {
    const [, quoted, plain] = /^(?:["'](.*?)["']|([^\s#\-"'][^:]*?))[\t ]*:(?:\s|$)/.exec(line) ?? []
    const starts = quoted ?? plain
    if (starts !== undefined && record && Object.hasOwn(record.fields, starts)) {
      name = starts
      texts.set(name, above + line)
      above = ''
    } else if (/^(?:#.*)?\s*$/.test(line)) above += line
    else if (name !== '') {
      texts.set(name, `${texts.get(name) ?? ''}${above}${line}`)
      above = ''
    } else above += line
  }
  texts.set('', above)
  return texts
}
