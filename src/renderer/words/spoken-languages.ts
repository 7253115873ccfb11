/** The languages that families in English councils speak most, as tags of BCP 47. */
export const spokenLanguages = [
  { value: 'ar', label: 'Arabic' },
  { value: 'bn', label: 'Bengali' },
  { value: 'zh-Hans', label: 'Chinese (simplified)' },
  { value: 'zh-Hant', label: 'Chinese (traditional)' },
  { value: 'fr', label: 'French' },
  { value: 'gu', label: 'Gujarati' },
  { value: 'lt', label: 'Lithuanian' },
  { value: 'pl', label: 'Polish' },
  { value: 'pt', label: 'Portuguese' },
  { value: 'pa', label: 'Punjabi' },
  { value: 'ro', label: 'Romanian' },
  { value: 'so', label: 'Somali' },
  { value: 'es', label: 'Spanish' },
  { value: 'ta', label: 'Tamil' },
  { value: 'tr', label: 'Turkish' },
  { value: 'uk', label: 'Ukrainian' },
  { value: 'ur', label: 'Urdu' },
  { value: 'cy', label: 'Welsh' },
] as const

export const anotherLanguage = { value: 'other', label: 'Another language' } as const

export function isSpokenLanguage(code: string): boolean {
  return spokenLanguages.some(({ value }) => value === code)
}

/** What is wrong with a tag that somebody typed, as a sentence; null where it will do. */
export function languageCodeTrouble(code: string): string | null {
  return /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(code.trim()) ? null : 'Write the two or three letters of the language.'
}
