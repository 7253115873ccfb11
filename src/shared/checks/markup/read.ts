import type { Element, ElementContent, Root, RootContent } from 'hast'
import { isBlockElement } from '../../content/html/bare-html.ts'
import { elementsIn, type Parent } from '../../content/html/main-part.ts'
import type { Spot, TextBlock } from '../seen.ts'
import { isInEnglish } from '../words/foreign.ts'
import { canBe, isLanguage } from '../words/languages.ts'
import { isNotShown, roleOf, said } from './attributes.ts'
import type { Markup, MarkupElement, MarkupLink, MarkupSource } from './markup.ts'
import { pictureOf } from './pictures.ts'
import { nameOf, tidy, wordsOf } from './words.ts'

/** A web page as markup: what stands in its main part. */
export function markupOfPage(tree: Root, main: Parent): Markup {
  const page = elementsIn(tree).find(({ tagName }) => tagName === 'html')
  const inMain = readMarkup({
    root: main,
    around: page ? [speaking(page)] : [],
    named: namesIn(tree),
    placeOf: ({ position }) => ({
      path: [],
      within: { start: position?.start.offset ?? 0, end: position?.end.offset ?? position?.start.offset ?? 0 },
    }),
    placeOfWords: () => null,
  })
  const read = { ...inMain, comments: commentsIn(tree) }
  // A browser makes up what nobody wrote, and has no place for it.
  if (!page?.position) return read
  const [lang, dir] = [said(page, 'lang'), said(page, 'dir')]
  const start = page.position.start.offset ?? 0
  const titles = elementsIn(tree).find(({ tagName }) => tagName === 'title')?.children ?? []
  const title = tidy(titles.map(child => (child.type === 'text' ? child.value : '')).join(''))
  const meta = new Map(
    elementsIn(tree).flatMap((element): [string, string][] => {
      const name = element.tagName === 'meta' ? (said(element, 'name') ?? said(element, 'httpEquiv')) : null
      return name === null ? [] : [[name.trim().toLowerCase(), (said(element, 'content') ?? '').toLowerCase()]]
    }),
  )
  const hasTop = elementsIn(tree).some(isTop)
  return {
    ...read,
    whole: {
      title,
      meta,
      lang,
      dir,
      hasTop,
      words: wordsOf(main),
      place: { path: [], within: { start, end: start + 5 } },
    },
  }
}

function commentsIn(node: Root | Element): Markup['comments'] {
  const children: readonly RootContent[] = node.children
  return children.flatMap((child): Markup['comments'] => {
    if (child.type === 'element') return commentsIn(child)
    if (child.type !== 'comment') return []
    const start = child.position?.start.offset ?? 0
    return [{ text: child.value, place: { path: [], within: { start, end: child.position?.end.offset ?? start } } }]
  })
}

function isTop(element: Element): boolean {
  const level = said(element, 'ariaLevel')
  if (isNotShown(element)) return false
  return element.tagName === 'h1' ? (level ?? '1') === '1' : roleOf(element) === 'heading' && level === '1'
}

/** The language of a web page that says another one than English, and seems to be right. */
export function otherLanguageOf(tree: Root, main: Parent): string | null {
  const page = elementsIn(tree).find(({ tagName }) => tagName === 'html')
  const lang = page ? (said(page, 'lang') ?? '').trim() : ''
  if (lang === '' || /^en(?:-|$)/i.test(lang) || !isLanguage(lang)) return null
  const words = wordsOf(main)
  return canBe(words, lang) && !isInEnglish(words) ? lang : null
}

export function namesIn(tree: Root): Map<string, Element> {
  const named = new Map<string, Element>()
  for (const element of elementsIn(tree)) {
    const name = said(element, 'id') ?? (element.tagName === 'a' ? said(element, 'name') : null)
    if (name && !named.has(name)) named.set(name, element)
  }
  return named
}

/** What a page says of the language and the direction of everything in it, and nothing of how it looks. */
function speaking(page: Element): Element {
  const { lang, dir, xmlLang } = page.properties
  return { ...page, properties: { lang, dir, xmlLang }, children: [] }
}

export function readMarkup({ root, around: outside = [], named, placeOf, placeOfWords }: MarkupSource): Markup {
  const elements: MarkupElement[] = []
  const words = new Map<Element, { text: string; place: Spot }>()
  const visit = (node: Element, around: readonly Element[], nearest: Spot | null): void => {
    for (const child of node.children) {
      if (child.type === 'text') addWords(words, around, child.value, placeOfWords(child))
      if (child.type !== 'element' || isNotShown(child)) continue
      // What a browser makes up (the body of a table) stands where the thing around it does.
      const place = child.position ? placeOf(child) : nearest
      if (place) elements.push({ element: child, tag: child.tagName, around, place, named })
      visit(child, [child, ...around], place)
    }
  }
  const whole = asElement(root)
  visit(whole, [whole, ...outside], null)
  const links = elements.filter(isLink).map(linkOf)
  return {
    elements,
    links,
    pictures: elements.flatMap(pictureOf),
    texts: [...words.values()].flatMap(textBlock),
    comments: [],
    named,
    shortForms: new Set(elements.filter(isExplained).map(({ element }) => wordsOf(element).toUpperCase())),
    whole: null,
  }
}

function isExplained({ element, tag }: MarkupElement): boolean {
  return /^(?:abbr|acronym|dfn)$/.test(tag) && /\p{L} *\p{L}{2}/u.test(said(element, 'title') ?? '')
}

/** Everything stands in something, also in a part of a page. */
function asElement(root: Parent): Element {
  const all: readonly RootContent[] = root.children
  const children = all.filter(child => child.type !== 'doctype')
  return root.type === 'element' ? root : { type: 'element', tagName: 'body', properties: {}, children }
}

function addWords(
  words: Map<Element, { text: string; place: Spot }>,
  around: readonly Element[],
  text: string,
  place: Spot | null,
): void {
  const block = around.find(isBlockElement)
  if (!place || !block) return
  const known = words.get(block)
  if (known) known.text += text
  else words.set(block, { text, place })
}

function textBlock({ text, place }: { text: string; place: Spot }): TextBlock[] {
  const words = tidy(text)
  if (words === '') return []
  const node = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }
  return [{ node, path: place.path, text: words, within: [], spot: place }]
}

function isLink({ element, tag }: MarkupElement): boolean {
  const leads = tag === 'a' || tag === 'area' ? said(element, 'href') !== null : false
  return leads || roleOf(element) === 'link'
}

function linkOf(seen: MarkupElement): MarkupLink {
  const { element, around, place, named } = seen
  const text = nameOf(element, named)
  const [before, after] = beside(element, around)
  const whole = before + text + after
  const node = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: whole }] }
  const block: TextBlock = { node, path: place.path, text: whole, within: [], spot: place }
  const [start, end] = [before.length, before.length + text.length]
  return { href: (said(element, 'href') ?? '').trim(), text, block, path: place.path, place, start, end, seen }
}

/** What is read with a link: a few words of its line, before and after it. */
const fewWords = 200

function beside(element: Element, around: readonly Element[]): [before: string, after: string] {
  let [before, after] = ['', '']
  let inner = element
  for (const outer of around) {
    const at = outer.children.indexOf(inner)
    for (let i = at - 1; i >= 0 && before.length < fewWords; i--) before = spelled(outer.children[i]) + before
    for (let i = at + 1; i < outer.children.length && after.length < fewWords; i++) after += spelled(outer.children[i])
    if (isBlockElement(outer)) break
    inner = outer
  }
  return [before.replace(/\s+/g, ' '), after.replace(/\s+/g, ' ')]
}

function spelled(node: ElementContent | undefined): string {
  if (node?.type === 'text') return node.value
  if (node?.type !== 'element' || isNotShown(node)) return ''
  return node.tagName === 'br' || isBlockElement(node) ? ` ${wordsOf(node)} ` : wordsOf(node)
}
