import { type Lang, type Node, textOf } from '../../content/index.ts'
import { inlinesOf, marking } from '../edit-text.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { wordsOf } from '../markup/words.ts'
import { type Answer, type CheckedPage, type Finding, rule } from '../rule.ts'
import { foreignPassages, isInEnglish } from '../words/foreign.ts'
import { canBe, isLanguage, languageName, languageOf } from '../words/languages.ts'
import { ownLang, ownWords, unmarkedText } from '../words/spoken.ts'

/** Names of countries and of languages where the tag of a language belongs. */
const mistaken: Readonly<Record<string, string>> = {
  albanian: 'sq',
  arabic: 'ar',
  bengali: 'bn',
  chinese: 'zh',
  cn: 'zh',
  cz: 'cs',
  dk: 'da',
  english: 'en',
  farsi: 'fa',
  french: 'fr',
  german: 'de',
  gr: 'el',
  hindi: 'hi',
  jp: 'ja',
  lithuanian: 'lt',
  polish: 'pl',
  portuguese: 'pt',
  punjabi: 'pa',
  romanian: 'ro',
  russian: 'ru',
  somali: 'so',
  sp: 'es',
  spanish: 'es',
  turkish: 'tr',
  ua: 'uk',
  ukrainian: 'uk',
  urdu: 'ur',
}

/** Words that are marked as a language which they are not in. WCAG 2.2 SC 3.1.2. */
export const languageWrong = rule({
  id: 'language-wrong',
  severity: 'warning',
  wcag: ['3.1.2'],
  why: 'A screen reader changes its voice, and reads the words in the sounds of the wrong language.',
  on: {
    nodes: { paragraph: inWords, heading: inWords, tableCell: inWords, tableHeader: inWords, summary: inWords },
    elements: { '*': inElement },
    pageOfDocument: ofPage,
  },
  examples: {
    fail: [
      ':span[Możesz poprosić szkołę o pomoc dla swojego dziecka.]{lang=fr}',
      ':span[You can ask the school for help with this.]{lang=pl}',
      ':span[يمكنك أن تطلب المساعدة لطفلك.]{lang=pl}',
      ':span[Możesz poprosić szkołę o pomoc.]{lang=polish}',
      ':span[Jeigu jums reikia vertėjo, parašykite mums. Paslauga yra nemokama visoms šeimoms.]{lang=lv}',
      ':span[A ajuda é gratuita e não demora muito: peça esta informação.]{lang=es}',
      ':span[آپ اپنے بچے کے لیے مدد مانگ سکتے ہیں۔]{lang=ar}',
      ':span[Se o seu filho não come bem, fale com a professora.]{lang=es}',
      ':span[Si su hijo no come en la escuela, hable con la profesora de la clase.]{lang=it}',
      ':span[Peça ajuda ao diretor da escola.]{lang=es}',
      ':span[Als uw kind niet graag eet, vraag het dan aan de juf van de klas.]{lang=de}',
      '---\nlanguage: pl\n---\n\nYou can ask the school for help with this.',
    ],
    pass: [
      ':span[Możesz poprosić szkołę o pomoc dla swojego dziecka.]{lang=pl}',
      ':span[Mencap]{lang=cy}',
      '---\nlanguage: pl\n---\n\nMożesz poprosić szkołę o pomoc dla swojego dziecka.',
      ':span[Puteți cere ajutor pentru copilul dumneavoastră.]{lang=ro-RO}',
      ':span[آپ اپنے بچے کے لیے مدد مانگ سکتے ہیں۔]{lang=ur}',
      ':span[Puede pedir ayuda para su hijo en la escuela, mañana o este año.]{lang=es}',
      ':span[Pida cita por teléfono.]{lang=pt}',
      ':span[Si el vostre fill necessita ajuda, truqueu-nos.]{lang=ca}',
      ':span[Vivo in São Tomé, e il mio bambino va a scuola.]{lang=it}',
      ':span[Možete zatražiti pomoć za svoje dijete u školi.]{lang=bs}',
    ],
    html: {
      fail: [
        '<p lang="es">You can ask the school for help with this.</p>',
        '<p lang="cn">您可以为孩子寻求帮助。</p>',
        '<p lang="xx">Możesz poprosić o bezpłatnego tłumacza.</p>',
      ],
      pass: [
        '<p lang="en-GB">You can ask the school for help with this.</p>',
        '<p lang="zh-Hans">您可以为孩子寻求帮助。</p>',
      ],
    },
  },
})

function inWords(node: Node, path: number[]): Answer {
  let offset = 0
  return inlinesOf(node).flatMap((inline): Finding[] => {
    const text = textOf(inline)
    const start = offset
    offset += text.length
    const marks = inline.type === 'text' ? (inline.marks ?? []) : []
    const mark = marks.find((each): each is Lang => each.type === 'lang')
    const wrong = mark && wrongIn(text, mark.attrs.lang)
    if (!wrong) return []
    const place = { path, start, end: offset }
    if (wrong.right === null) return [{ message: wrong.message, place }]
    const fix = marking(`Mark it as ${languageName(wrong.right)}`, { node, path }, start, offset, wrong.right)
    return [{ message: wrong.message, place, fix }]
  })
}

/** What the page says of all of its words; each that says another language of itself is looked at by itself. */
function ofPage({ entry, texts }: CheckedPage): Answer {
  const language = entry.kind === 'page' ? entry.fields.language : ''
  if (language === '' || /^en\b/i.test(language)) return null
  const wrong = wrongIn(texts.map(({ node }) => unmarkedText(node)).join(' '), language)
  return wrong && { message: wrong.message.replace('This is', 'This page is'), place: { path: [] }, field: 'language' }
}

function inElement({ element, place }: MarkupElement): Answer {
  const lang = ownLang(element)
  if (lang === null || /^en(?:-|$)/i.test(lang)) return null
  const wrong = wrongIn(ownWords(element) || wordsOf(element), lang)
  return wrong && { message: wrong.message, place }
}

function wrongIn(text: string, lang: string): { message: string; right: string | null } | null {
  const right = mistaken[lang.toLowerCase()]
  if (right !== undefined)
    return { message: `“${lang}” names no language here: ${languageName(right)} is “${right}”.`, right }
  if (!isLanguage(lang)) return { message: `“${lang}” names no language.`, right: null }
  const isEnglish = isInEnglish(text) && foreignPassages(text).length === 0
  if (!isEnglish && canBe(text, lang)) return null
  const found = isEnglish ? 'en' : languageOf(text)
  // Marking English as English says nothing wrong, and a program that reads aloud changes its voice for nothing.
  const what = found === null ? 'something else' : languageName(found)
  return {
    message: `This is marked as ${languageName(lang.split('-')[0]?.toLowerCase() ?? lang)}, but seems to be ${what}.`,
    right: found === 'en' ? null : found,
  }
}
