import { isBlockElement } from '../../content/html/bare-html.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { type Answer, rule } from '../rule.ts'
import { isRightToLeft } from '../words/languages.ts'
import { directionOf, ownWords } from '../words/spoken.ts'

/** Words that run the wrong way. In a document the language says it; HTML has to say it too. WCAG 2.2 SC 1.3.2. */
export const languageDirection = rule({
  id: 'language-direction',
  severity: 'warning',
  wcag: ['1.3.2'],
  why: 'Full stops, numbers and lists stand on the wrong side, and the words cannot be followed.',
  on: { elements: { '*': inElement } },
  examples: {
    fail: ['<p lang="ar">يمكنك أن تطلب المساعدة لطفلك.</p>', '<p dir="rtl">You can ask the school for help.</p>'],
    pass: [
      '<p lang="ar" dir="rtl">يمكنك أن تطلب المساعدة لطفلك.</p>',
      '<div dir="auto"><p lang="ur">آپ مدد مانگ سکتے ہیں۔</p></div>',
      '<p>Arabic (<span lang="ar">العربية</span>): ring us.</p>',
      '<p lang="pl">Możesz poprosić szkołę o pomoc.</p>',
    ],
    html: {
      fail: ['<p lang="ar">يمكنك أن تطلب المساعدة لطفلك.</p>', '<p dir="rtl">You can ask the school for help.</p>'],
      pass: [
        '<p lang="ar" dir="rtl">يمكنك أن تطلب المساعدة لطفلك.</p>',
        '<p>Arabic (<span lang="ar">العربية</span>)</p>',
        '<html lang="ar" dir="rtl"><body><h1>مساعدة</h1><p>تجد في هذه الصفحة معلومات عن المدارس.</p></body></html>',
      ],
    },
  },
})

function inElement({ element, around, place }: MarkupElement): Answer {
  if (!isBlockElement(element)) return null
  const words = ownWords(element)
  const direction = directionOf([element, ...around])
  if (isRightToLeft(words) && direction !== 'rtl' && direction !== 'auto') {
    return { message: 'These words are read from right to left, and do not say so: dir="rtl".', place }
  }
  const isLatin =
    /(?:\p{Script=Latin}{2,}\P{L}+){2}\p{Script=Latin}/u.test(words) &&
    !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words)
  if (isLatin && direction === 'rtl')
    return { message: 'These words are read from left to right, and are set the other way.', place }
  return null
}
