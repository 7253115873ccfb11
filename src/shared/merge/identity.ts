import { splitText } from '../content/index.ts'
import { readRecord } from './record-text.ts'

/** What a file is, which says how two versions of it go together. */
export type FileKind = 'entry' | 'record' | 'media' | 'other'

export function kindOf(path: string): FileKind {
  if (/^(pages|services)\/.+\.md$/.test(path)) return 'entry'
  if (/\.ya?ml$/.test(path)) return 'record'
  return path.startsWith('media/') ? 'media' : 'other'
}

/** The page id that a page's text carries, without reading the rest of it. */
export function idOfText(text: string): string | null {
  return /^id:[\t ]*["']?([0-7][0-9A-HJKMNP-TV-Z]{25})["']?[\t ]*\r?$/m.exec(splitText(text).yaml ?? '')?.[1] ?? null
}

/** What a person calls a page: its title, or its address where it has none. */
export function titleOfText(path: string, text: string): string {
  const title = readRecord(splitText(text).yaml ?? '')?.fields.title
  return typeof title === 'string' && title !== '' ? title : nameOfFile(path)
}

const recordNames: Readonly<Record<string, string>> = {
  'signpost.yml': 'the settings',
  'redirects.yml': 'the list of old addresses',
  checklists: 'a checklist',
  evaluations: 'an evaluation',
  feedback: 'what a family said',
  answers: 'an answer to families',
  reports: 'the words of a report',
  reviews: 'a review',
}

/** What a person calls a file that has no title: a page by its address, a picture by its name, a record by what it is. */
export function nameOfFile(path: string): string {
  const [folder = ''] = path.split('/')
  const described = /^media\/(.+)\.ya?ml$/.exec(path)?.[1]
  if (described !== undefined) return `the description of ${described}`
  return recordNames[folder] ?? path.replace(/^(pages|media)\//, '').replace(/\.md$/, '')
}

/** The same name with the first number from 2 that is free: `photo-2.jpg`. */
export function freeName(path: string, taken: (path: string) => boolean): string {
  const [, stem = path, ending = ''] = /^(.*?)((?:\.[^./]+)?(?:\.ya?ml)?)$/.exec(path) ?? []
  for (let number = 2; ; number++) {
    const name = `${stem}-${number}${ending}`
    if (!taken(name)) return name
  }
}
