import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * At most one second of typing can be lost on any screen. A field whose words live in the window alone loses all of them
 * with it, so each of those is named here, with why that may be.
 */
const inTheWindowAlone: Readonly<Record<string, string>> = {
  'desk/change-many-dialog.tsx due': 'a day that is chosen again with what it is for',
  'editor/dialogs/language-dialog.tsx code': 'two or three letters',
  'editor/find/find-bar.tsx words': 'looked for, and written nowhere',
  'desk/spread-dialog.tsx from': 'a day that is proposed',
  'desk/spread-dialog.tsx to': 'a day that is proposed',
  'reports/reports-place.tsx since': 'the first day of what is looked at, which is proposed',
  'reports/reports-place.tsx until': 'the last day of what is looked at',
  'settings/connection-sheet.tsx token': 'a secret',
  'settings/web-hosts-sheet.tsx passphrase': 'a secret',
  'settings/web-hosts-sheet.tsx password': 'a secret',
  'settings/web-hosts-sheet.tsx privateKey': 'a secret',
  'start/join-form.tsx token': 'a secret',
}

const root = join(import.meta.dirname, '../../src/renderer')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.tsx') && !name.startsWith('ui'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }))

/** What the text fields of a source show that only the window holds. */
function heldInTheWindow(text: string): string[] {
  const held = new Set([...text.matchAll(/const \[(\w+), \w+\] = useState\b/g)].map(([, name]) => name))
  const fields = [...text.matchAll(/<(?:TextField|DateField|TextArea)\b((?:=>|[^>])*)>/g)].map(
    ([, attributes = '']) => attributes,
  )
  return fields.flatMap(attributes => {
    const shown = /\bvalue=\{(\w+)/.exec(attributes)?.[1]
    return shown !== undefined && held.has(shown) ? [shown] : []
  })
}

describe('what is typed', () => {
  test('is seen where only the window holds it', () => {
    const seen = `const [why, setWhy] = useState('')\n<TextField label="Why" onChange={value => setWhy(value)} value={why} rows={3} />`
    expect(heldInTheWindow(seen)).toEqual(['why'])
    expect(heldInTheWindow(seen.replace("useState('')", "useKeptText('why')"))).toEqual([])
  })

  test('is kept on the disk in every field but these', () => {
    const found = sources.flatMap(({ name, text }) => heldInTheWindow(text).map(field => `${name} ${field}`))
    expect([...new Set(found)].sort()).toEqual(Object.keys(inTheWindowAlone).sort())
  })
})
