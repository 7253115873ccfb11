import { isBlockElement } from '../../content/html/bare-html.ts'
import { type Doc, type Node, textOf } from '../../content/index.ts'
import { marking } from '../edit-text.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { type Answer, type Finding, rule } from '../rule.ts'
import { foreignPassages, type Passage } from '../words/foreign.ts'
import { languageName } from '../words/languages.ts'
import { ownLang, ownWords, unmarkedText } from '../words/spoken.ts'

/** A passage in another language that does not say so. WCAG 2.2 SC 3.1.2. */
export const languageUnmarked = rule({
  id: 'language-unmarked',
  severity: 'warning',
  wcag: ['3.1.2'],
  inEnglish: true,
  why: 'A screen reader reads it out as if it were English, and nobody can follow.',
  on: {
    pageOfDocument: ({ doc, texts }) => {
      const marked = markedParts(doc)
      return texts.flatMap(({ node, path }) => (marked.has(path[0] ?? 0) ? [] : inWords(node, path)))
    },
    elements: { '*': inElement },
  },
  examples: {
    fail: [
      'Możesz poprosić szkołę o pomoc dla swojego dziecka.',
      'Help in your language: Puteți cere ajutor pentru copilul dumneavoastră la școală.',
      'يمكنك أن تطلب المساعدة لطفلك.',
      'Nós ajudamos crianças. Ligue para nós.',
      '## আপনার সন্তানের জন্য সাহায্য',
      '<div lang="en">\n\nMożesz poprosić szkołę o pomoc dla swojego dziecka.\n\n</div>',
      'Unokwanisa kukumbira rubatsiro kumwana wako kuchikoro chake.',
      'Pomoc dla dzieci z niepełnosprawnościami',
      'Ask us. Vous pouvez demander de l’aide pour votre enfant à son école.',
    ],
    pass: [
      ':span[Możesz poprosić szkołę o pomoc dla swojego dziecka.]{lang=pl}',
      'Ask Wojciech Brzęczyszczykiewicz, Oluwaseun Adéyemí or Nguyễn Thị Minh Khai.',
      'Ask Kowalska. Ask Nowak. Ask Wiśniewska. Ask Zieliński.',
      'The café serves crème brûlée à la carte, and pierogi. Eid Mubarak!',
      'It measures 5 µm at an angle of α. Take lisdexamfetamine, atomoxetine, guanfacine or melatonin.',
      'One.\n\n<div lang="pl">\n\nMożesz poprosić szkołę o pomoc dla swojego dziecka.\n\n</div>\n\nTwo.',
      'Type `Możesz poprosić szkołę o pomoc`.',
      '---\nlanguage: pl\n---\n\nMożesz poprosić szkołę o pomoc dla swojego dziecka.',
    ],
    html: {
      fail: [
        '<p>Możesz poprosić szkołę o pomoc dla swojego dziecka.</p>',
        '<div lang="en"><p>يمكنك أن تطلب المساعدة.</p></div>',
      ],
      pass: [
        '<p lang="pl">Możesz poprosić szkołę o pomoc dla swojego dziecka.</p>',
        '<div lang="ar" dir="rtl"><p>يمكنك أن تطلب المساعدة.</p></div>',
        '<ul><li><a href="/pl" lang="pl">Pomoc dla rodzin dzieci z niepełnosprawnością</a></li></ul>',
      ],
    },
  },
})

const opening = /^\s*<(article|blockquote|details|div|main|section)\b[^<>]*\slang=["']?([a-z-]+)[^<>]*>\s*$/i

/** The blocks between two kept lines of HTML, the first of which opens what says another language than English. */
function markedParts({ content }: Doc): ReadonlySet<number> {
  const marked = new Set<number>()
  let closing: string | null = null
  content.forEach((block, index) => {
    const source = block.type === 'kept' ? block.attrs.source : ''
    const [, tag = '', lang = ''] = (source !== '' && opening.exec(source)) || []
    if (tag !== '' && !/^en(?:-|$)/i.test(lang)) closing = `</${tag.toLowerCase()}`
    else if (closing !== null && source.toLowerCase().includes(closing)) closing = null
    else if (closing !== null) marked.add(index)
  })
  // What nobody closes marks nothing for sure.
  return closing === null ? marked : new Set()
}

/** Nothing of a document is ever changed in its place. */
const known = new WeakMap<Node, readonly Passage[]>()

function passagesIn(node: Node): readonly Passage[] {
  const before = known.get(node)
  if (before) return before
  const passages = foreignPassages(unmarkedText(node))
  known.set(node, passages)
  return passages
}

function inWords(node: Node, path: number[]): readonly Finding[] {
  const passages = passagesIn(node)
  if (passages.length === 0) return []
  const text = textOf(node)
  return passages.map(({ start, end, lang }): Finding => {
    const place = { path, start, end }
    const message = messageFor(text.slice(start, end), lang)
    if (lang === null) return { message, place }
    return { message, place, fix: marking(`Mark it as ${languageName(lang)}`, { node, path }, start, end, lang) }
  })
}

function inElement({ element, around, place }: MarkupElement): Answer {
  if (!isBlockElement(element) && ownLang(element) === null) return null
  const lang = [element, ...around].map(ownLang).find(each => each !== null) ?? null
  if (lang !== null && !/^en(?:-|$)/i.test(lang)) return null
  const words = ownWords(element)
  const [passage] = foreignPassages(words)
  return passage && { message: messageFor(words.slice(passage.start, passage.end), passage.lang), place }
}

function messageFor(words: string, lang: string | null): string {
  const short = words.length > 40 ? `${words.slice(0, 40).trim()}…` : words
  const what = lang === null ? 'not in English' : `in ${languageName(lang)}`
  return `“${short}” seems to be ${what}, and does not say so.`
}
