import { isFields, type Value } from './values.ts'

/** A field of a record as the screen calls it on which it is set. `$1` is what the path names there: a section, a word. */
type Labels = readonly (readonly [RegExp, string])[]

const ofMedia: Labels = [
  [/^alt$/, 'Description'],
  [/^decorative$/, 'It is decorative'],
  [/^credit$/, 'Credit'],
]

const ofSettings: Labels = [
  [/^name$/, 'Name'],
  [/^council$/, 'Council'],
  [/^contact\.telephone$/, 'Telephone for families'],
  [/^contact\.email$/, 'Email for families'],
  [/^sections\.(.+)\.title$/, 'Name of the section “$1”'],
  [/^sections\.(.+)\.summary$/, 'What the section “$1” is about'],
  [/^sections\.(.+)\.review$/, 'How often pages of the section “$1” are checked'],
  [/^team\.(.+)\.name$/, 'Name of $1'],
  [/^publish\.url$/, 'Address of the site'],
  [/^publish\.targets/, 'Where the site is published'],
  [/^shortForms\.(.+)\.means$/, 'What “$1” stands for'],
  [/^checks\.levels\.(.+)$/, 'What the check “$1” does'],
  [/^review\.every$/, 'How often a page is checked, unless it says otherwise'],
  [/^review\.risk$/, 'How often pages with law, money, deadlines or telephone numbers are checked'],
  [/^review\.late\.weeks$/, 'How long after its day a page counts as such'],
  [/^site\.colour$/, 'The council’s colour'],
  [/^site\.logo$/, 'Logo'],
  [/^site\.useful$/, 'Where “Is this page useful?” leads'],
]

/** How the screens name it; elsewhere, and where they do not, the field's own name as words: “next action”. */
export function fieldLabel(path: string, field: string): string {
  const labels = path.startsWith('media/') ? ofMedia : path === 'signpost.yml' ? ofSettings : []
  for (const [pattern, label] of labels) {
    const found = pattern.exec(field)
    if (found) return label.replace('$1', found[1] ?? '')
  }
  const name = (field.split('.').at(-1) ?? field).replace(/[-_]+/g, ' ').replace(/(?<=\p{Ll})\p{Lu}/gu, ' $&')
  return `${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}`
}

/** A value as a person says it. */
export function valueInWords(value: Value): string {
  if (value === null || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(valueInWords).join(', ')
  if (!isFields(value)) return String(value)
  return Object.entries(value)
    .map(([name, part]) => `${name} ${valueInWords(part)}`)
    .join(', ')
}
