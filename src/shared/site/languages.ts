import type { Entry } from '../content/index.ts'
import { html, type Piece } from './html.ts'

/** Pages in a language of their own: how it is called by those who speak it, and from which side it is read. */

const names: Readonly<Record<string, string>> = {
  ar: 'العربية',
  bg: 'Български',
  bn: 'বাংলা',
  cs: 'Čeština',
  cy: 'Cymraeg',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fa: 'فارسی',
  fr: 'Français',
  gu: 'ગુજરાતી',
  hi: 'हिन्दी',
  hu: 'Magyar',
  it: 'Italiano',
  ku: 'Kurdî',
  lt: 'Lietuvių',
  lv: 'Latviešu',
  pa: 'ਪੰਜਾਬੀ',
  pl: 'Polski',
  ps: 'پښتو',
  pt: 'Português',
  ro: 'Română',
  ru: 'Русский',
  sk: 'Slovenčina',
  so: 'Soomaali',
  sq: 'Shqip',
  ta: 'தமிழ்',
  tr: 'Türkçe',
  uk: 'Українська',
  ur: 'اردو',
  vi: 'Tiếng Việt',
  yue: '廣東話',
  zh: '中文',
}

export function languageName(language: string): string {
  return names[language] ?? names[language.split('-')[0] ?? ''] ?? language
}

const fromTheRight = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The attributes of an element whose words are in this language (WCAG 2.2 SC 3.1.2); none where it is the site's own. */
export function inLanguage(language: string): Piece {
  if (language === '') return null
  return html` lang="${language}"${isFromTheRight(language) && html` dir="rtl"`}`
}

/** The same for what a list says of an entry in its own words. */
export function inItsLanguage(entry: Entry): Piece {
  return entry.kind === 'page' ? inLanguage(entry.fields.language) : null
}

export function isFromTheRight(language: string): boolean {
  return fromTheRight.has(scriptOf(language))
}

/** Said in the tag itself (`ku-Arab`), and otherwise the usual one of the language. */
function scriptOf(language: string): string {
  const [spoken = '', ...more] = language.split('-')
  const said = more.find(part => /^[a-z]{4}$/i.test(part))
  if (said !== undefined) return said.charAt(0).toUpperCase() + said.slice(1).toLowerCase()
  return /^[a-z]{2,3}$/i.test(spoken) ? (new Intl.Locale(spoken).maximize().script ?? '') : ''
}
