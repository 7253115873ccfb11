import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Every field into which words are typed: what happens to them when the program is killed has to be known. */

/**
 * Where the words of the other fields are, or why they need not be kept. A form that keeps them itself needs no line here:
 * its fields show what `useKept…` or `useKeptDialog` gave them.
 */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'in the draft of the page (editor/session/draft-journal.ts)': [
    'editor/page/line-field.tsx: value',
    'editor/page/title-fields.tsx: title',
    'editor/page/title-fields.tsx: summary',
    'editor/side/review-fields.tsx: review',
    'editor/side/service-details.tsx: fields',
    'editor/side/service-details.tsx: value',
    'editor/side/service-details.tsx: TextField',
  ],
  'with the answer to a choice (choose/reply-keeper.ts)': [
    'choose/write-sheet.tsx: WordsEditor',
    'choose/write-sheet.tsx: DateField',
    'choose/write-sheet.tsx: TextField',
  ],
  'by the settings’ form around it (settings/workspace-sheets.tsx)': [
    'settings/accessibility-fields.tsx: facts',
    'settings/accessibility-fields.tsx: fault',
    'settings/colour-field.tsx: value',
    'settings/colour-field.tsx: isColour',
    'settings/families-say-fields.tsx: task',
    'settings/look-fields.tsx: site',
    'settings/publish-fields.tsx: publish',
    'settings/publish-fields.tsx: target',
    'settings/review-policy-fields.tsx: review',
    'settings/review-policy-fields.tsx: holiday',
    'settings/search-fields.tsx: pair',
    'settings/section-fields.tsx: section',
    'settings/site-fields.tsx: name',
    'settings/site-fields.tsx: council',
    'settings/site-fields.tsx: contact',
    'settings/site-fields.tsx: review',
    'settings/team-fields.tsx: member',
    'settings/urgent-fields.tsx: urgent',
    'settings/working-fields.tsx: gap',
  ],
  'by the form around it, which uses useKept… (start/typed-fields.ts; the dialogs of comments, media and problems)': [
    'start/folder-field.tsx: folder',
    'start/join-form.tsx: fields',
    'start/new-form.tsx: fields',
    'start/open-form.tsx: fields',
    'start/person-fields.tsx: name',
    'start/person-fields.tsx: email',
    'families/details-fields.tsx: typed',
    'editor/side/let-be-fields.tsx: letBe',
    'desk/media-words.tsx: words',
    'evaluation/saying-fields.tsx: shown',
    'editor/dialogs/link-dialog.tsx: shownWords',
  ],
  'nowhere, for it is a secret': [
    'start/join-form.tsx: token',
    'settings/connection-sheet.tsx: token',
    'settings/web-hosts-sheet.tsx: password',
    'settings/web-hosts-sheet.tsx: privateKey',
    'settings/web-hosts-sheet.tsx: passphrase',
  ],
  'nowhere, for it looks for something and says nothing': ['editor/find/find-bar.tsx: words'],
  'nowhere, for it is a day or a code of two letters among things that are chosen': [
    'reports/reports-place.tsx: since',
    'reports/reports-place.tsx: until',
    'editor/side/language-fields.tsx: code',
    'editor/dialogs/language-dialog.tsx: code',
    'desk/change-many-dialog.tsx: due',
    'desk/spread-dialog.tsx: from',
    'desk/spread-dialog.tsx: to',
  ],
}

interface Field {
  /** `week/week-views.tsx: name`: the file, and what the field shows; or what it is, where that cannot be told. */
  id: string
  isKept: boolean
}

const tags = /<(TextField|DateField|LineField|WordsEditor|textarea|input)\b((?:=>|[^>])*)/g
/** What gives a field that is on this laptop's disk within a second. */
const keptNames = /const \[([\w{} ,:]+?), set\w+(?:, [^\]]*)?\] =\s*useKept\w*[<(]/g
const keptDialogs = /const (\w+) = useKeptDialog\(/g
const takenApart = /const (?:\{([^}]*)\}|(\w+)) = (\w+)(?:\.typed)?$/gm

function fieldsOf(path: string, text: string): Field[] {
  const kept = new Set<string>()
  const add = (names: string) => {
    for (const [name] of names.matchAll(/\w+/g)) kept.add(name)
  }
  for (const [, names = ''] of text.matchAll(keptNames)) add(names)
  for (const [, name = ''] of text.matchAll(keptDialogs)) add(name)
  for (const [, parts, whole, of = ''] of text.matchAll(takenApart)) if (kept.has(of)) add(parts ?? whole ?? '')
  return [...text.matchAll(tags)].map(([, tag = '', attributes = '']) => {
    const shown = /\bvalue=\{\W*([a-zA-Z]\w*)/.exec(attributes)?.[1]
    return { id: `${path}: ${shown ?? tag}`, isKept: shown !== undefined && kept.has(shown) }
  })
}

const window = new URL('../../src/renderer/', import.meta.url).pathname

describe('what is typed into any field outlives a kill', () => {
  const fields = globSync('**/*.tsx', { cwd: window })
    .map(path => path.replaceAll('\\', '/'))
    // The parts that every form is made of.
    .filter(path => !path.startsWith('ui/'))
    .flatMap(path => fieldsOf(path, readFileSync(join(window, path), 'utf8')))
  const said = Object.values(elsewhere).flat()
  const open = new Set(fields.filter(({ isKept }) => !isKept).map(({ id }) => id))

  test('or it is said here why not', () => {
    expect(fields.length).toBeGreaterThan(80)
    expect([...open].filter(id => !said.includes(id))).toEqual([])
  })

  test('and nothing is said here of a field that is gone, or is kept by now', () => {
    expect(said.filter(id => !open.has(id))).toEqual([])
    expect(new Set(said).size).toBe(said.length)
  })

  test('which a new field that nobody keeps would break', () => {
    const field = '<TextField label="New" value={words} onChange={setWords} />'
    const of = (hook: string) => fieldsOf('new.tsx', `const [words, setWords] = ${hook}\n${field}`)
    expect(of("useState('')")).toEqual([{ id: 'new.tsx: words', isKept: false }])
    expect(of("useKeptText('new')")).toEqual([{ id: 'new.tsx: words', isKept: true }])
    expect(fieldsOf('new.tsx', '<TextField label="New" />')).toEqual([{ id: 'new.tsx: TextField', isKept: false }])
  })
})
