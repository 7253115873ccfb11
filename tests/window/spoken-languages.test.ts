import { expect, test } from 'vitest'
import { isSpokenLanguage, languageCodeTrouble, spokenLanguages } from '../../src/renderer/words/spoken-languages.ts'
import { languageSchema } from '../../src/shared/content/index.ts'

test('every language that is offered is one that a page can have', () => {
  for (const { value } of spokenLanguages) {
    expect(languageSchema.safeParse(value).success).toBe(true)
    expect(languageCodeTrouble(value)).toBeNull()
    expect(isSpokenLanguage(value)).toBe(true)
  }
})

test.each(['', 'p', 'Polish', 'pl-', 'pl PL', 'zh_Hans'])('“%s” is said to be no code of a language', code => {
  expect(languageCodeTrouble(code)).not.toBeNull()
})

test.each(['ne', ' ku-Arab ', 'zh-Hant', 'yue'])('“%s” will do', code => {
  expect(languageCodeTrouble(code)).toBeNull()
})
