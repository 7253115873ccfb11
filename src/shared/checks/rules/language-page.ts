import type { WholePage } from '../markup/markup.ts'
import { rule } from '../rule.ts'
import { isInEnglish } from '../words/foreign.ts'
import { canBe, isLanguage, isRightToLeft, languageName, languageOf } from '../words/languages.ts'

/** A web page that does not say its language, or says a wrong one. WCAG 2.2 SC 3.1.1. */
export const languagePage = rule({
  id: 'language-page',
  severity: 'error',
  wcag: ['3.1.1'],
  why: 'A screen reader, a translator and a Braille display go by it: with the wrong one the page is noise.',
  on: {
    markup: ({ whole }) => {
      const message = whole && fault(whole)
      return message ? { message, place: whole.place } : null
    },
  },
  examples: {
    fail: [],
    pass: ['Ask us for help.'],
    html: {
      fail: [
        '<html><body><p>Ask us for help with travel to school.</p></body></html>',
        '<html lang=""><body><p>Ask us for help with travel to school.</p></body></html>',
        '<html xml:lang="en"><body><p>Ask us for help with travel to school.</p></body></html>',
        '<html lang="eng"><body><p>Ask us for help with travel to school.</p></body></html>',
        '<html lang="english"><body><p>Ask us for help with travel to school.</p></body></html>',
        '<html lang="fr"><body><p>Ask us for help with travel to school.</p></body></html>',
        '<html lang="en" dir="rtl"><body><p>Ask us for help with travel to school.</p></body></html>',
      ],
      pass: [
        '<html lang="en-GB"><body><p>Ask us for help with travel to school.</p></body></html>',
        '<html lang="pl"><body><p>Możesz poprosić szkołę o pomoc dla swojego dziecka.</p></body></html>',
        '<html lang="ar" dir="rtl"><body><p>يمكنك أن تطلب المساعدة لطفلك.</p></body></html>',
        '<html lang="ar" dir="rtl"><body><p>تجد في هذه الصفحة معلومات عن المدارس والأنشطة للأطفال.</p><p><a href="/en" lang="en" dir="ltr">Read this page in English</a></p></body></html>',
        '<p>Ask us for help.</p>',
        '<html lang="cy"><body><p>Ffôn: 01632 960001</p></body></html>',
      ],
    },
  },
})

function fault({ lang, dir, words }: WholePage): string | null {
  if (lang === null || lang.trim() === '') return 'This page does not say which language it is in: lang="en".'
  if (!isLanguage(lang)) return `“${lang}” names no language. English is “en”.`
  const isRight = isRightToLeft(words)
  if (!isRight && dir?.toLowerCase() === 'rtl' && /\p{Script=Latin}{3}/u.test(words))
    return 'This page says that it is read from right to left.'
  if (/^en(?:-|$)/i.test(lang)) return null
  if (isRight && dir?.toLowerCase() !== 'rtl' && dir?.toLowerCase() !== 'auto')
    return 'This page is read from right to left, and does not say so: dir="rtl".'
  const isEnglish = isInEnglish(words)
  if (!isEnglish && canBe(words, lang)) return null
  const found = isEnglish ? 'en' : languageOf(words)
  const what = found === null ? 'something else' : languageName(found)
  return `This page says that it is in ${languageName(lang.split('-')[0]?.toLowerCase() ?? lang)}, but seems to be in ${what}.`
}
