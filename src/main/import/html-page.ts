import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { type Markup, markupOfPage, otherLanguageOf } from '../../shared/checks/index.ts'
import { elementsIn, mainOf, type Parent } from '../../shared/content/html/main-part.ts'
import { takeRoles } from '../../shared/content/html/roles.ts'
import {
  derivedId,
  htmlToDoc,
  type ParsedEntry,
  pageFieldsSchema,
  type WorkspacePath,
} from '../../shared/content/index.ts'
import { liftTitle } from './lift-title.ts'
import { placesInHtml } from './places-in-html.ts'
import { applyStyleSheets } from './style-sheets.ts'

/**
 * A web page or a converted document as a page: its main part, without the menus around it; its title taken from its one
 * top heading, or else from its `<title>`. `sheets` are the style sheets that it names, by their addresses. Never fails.
 */
export function pageFromHtml(
  path: WorkspacePath,
  html: string,
  sheets: ReadonlyMap<string, string> = new Map(),
): ParsedEntry & { markup: Markup } {
  const tree = fromHtml(html)
  takeRoles(tree)
  applyStyleSheets(tree, sheets)
  const main = mainOf(tree)
  const lang = otherLanguageOf(tree, main)
  // What the page says of all its words, each of them says from here on.
  if (lang !== null && main.type === 'element') main.properties.lang ??= lang
  const { children } = withPictures(main)
  const part: ElementContent[] =
    lang === null ? children : [{ type: 'element', tagName: 'div', properties: { lang }, children }]
  const read = htmlToDoc(toHtml({ type: 'root', children: part }))
  const { title, doc } = liftTitle(read.doc)
  const fields = pageFieldsSchema.parse({ id: derivedId(path), title: title || titleOf(tree) })
  const slug = path.replace(/^.*\/|\.md$/g, '')
  const entry = { kind: 'page' as const, path, section: '', slug, fields, doc, trouble: [] }
  const markup = markupOfPage(tree, main)
  return { entry, body: html, places: placesInHtml(html, main, doc), bodyOffset: 0, bodyLine: 1, markup }
}

/** A picture beside the file is named as one of a workspace is, so that it stays a picture and its words can be checked. */
function withPictures(node: Parent): { children: ElementContent[] } {
  return {
    children: node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'doctype') return []
      if (child.type !== 'element') return [child]
      if (isSignForTheEye(child)) return []
      if (child.tagName !== 'img') return [{ ...child, ...withPictures(child) }]
      const src = String(child.properties.src ?? '')
      const isKnown = /^(?:https?:|media\/)/i.test(src)
      return [isKnown ? child : { ...child, properties: { ...child.properties, src: `media/${nameIn(src)}` } }]
    }),
  }
}

/** An emoji with a name of its own, or hidden from those who hear the page: nobody is told its letters. */
function isSignForTheEye(element: Element): boolean {
  const { role, ariaLabel, ariaHidden } = element.properties
  const isSaidElse = String(ariaHidden) === 'true' || (String(role) === 'img' && Boolean(ariaLabel))
  return isSaidElse && /^(?:\s|\p{RGI_Emoji}|\p{So})+$/v.test(wordsIn(element))
}

function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsIn).join('') : ''
}

function nameIn(src: string): string {
  return /^data:/i.test(src) ? 'picture' : src.replace(/[?#].*$/, '').replace(/^.*[\\/]/, '') || 'picture'
}

function titleOf(tree: Root): string {
  const title = elementsIn(tree).find(({ tagName }) => tagName === 'title')
  const words = title?.children.map(child => (child.type === 'text' ? child.value : '')).join('') ?? ''
  return words.replace(/\s+/g, ' ').trim()
}
