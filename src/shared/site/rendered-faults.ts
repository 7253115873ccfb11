import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/**
 * What is wrong with a whole page as its bytes are: HTML that is read otherwise than it was meant, and what a screen reader
 * or a link would stumble over. No words should be able to cause any of it, so it is not said of words; it is the last look
 * before families get the page. One sentence each.
 */
export function renderedFaults(html: string): string[] {
  const misread = new Set<string>()
  const root = fromHtml(html, { onerror: ({ ruleId }) => void misread.add(ruleId ?? 'unknown') })
  const elements = [...elementsIn(root)]
  return [
    ...[...misread].map(rule => `A browser reads its HTML otherwise than it was meant (${rule}).`),
    ...oneOfEach(elements),
    ...idFaults(elements),
    ...elements.flatMap(nameFault),
  ]
}

function* elementsIn(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsIn(child)
}

/** WCAG 2.2 SC 1.3.1, 2.4.1, 2.4.2 and 3.1.1. */
function oneOfEach(elements: readonly Element[]): string[] {
  const those = (name: string) => elements.filter(({ tagName }) => tagName === name)
  const [page] = those('html')
  return [
    ...(['h1', 'main', 'title'] as const).flatMap(name => {
      const many = those(name).length
      return many === 1 ? [] : [`It has ${many === 0 ? 'no' : many} ${parts[name]}${many > 1 ? 's' : ''}.`]
    }),
    ...those('h1').flatMap(heading => (wordsOf(heading) === '' ? ['Its title has no words.'] : [])),
    ...(textIn(page, 'lang') === '' ? ['It does not say which language it is in.'] : []),
  ]
}

const parts = { h1: 'main heading', main: 'main part', title: 'title for the browser' } as const

/** Lists of ids by which one element names or describes another. */
const pointing = ['ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'htmlFor'] as const

function idFaults(elements: readonly Element[]): string[] {
  const there = new Set<string>()
  const twice = new Set<string>()
  for (const id of elements.map(element => textIn(element, 'id')).filter(each => each !== '')) {
    if (there.has(id)) twice.add(id)
    there.add(id)
  }
  const wanted = elements.flatMap(element => pointing.flatMap(name => listIn(element, name)))
  const leadingTo = elements.flatMap(({ tagName, properties: { href } }) =>
    tagName === 'a' && typeof href === 'string' && href.startsWith('#') ? [decoded(href.slice(1))] : [],
  )
  return [
    ...[...twice].map(
      id => `Two parts of it have the same name inside (“${id}”), so a link to it may lead to the wrong one.`,
    ),
    ...missing(wanted, there).map(id => `Something on it is named by a part that is not there (“${id}”).`),
    ...missing(leadingTo, there).map(id => `A link on it leads to a part of the page that is not there (“#${id}”).`),
  ]
}

function missing(ids: readonly string[], there: ReadonlySet<string>): string[] {
  return [...new Set(ids)].filter(id => id !== '' && !there.has(id))
}

/** WCAG 2.2 SC 1.1.1, 2.4.4 and 4.1.2. */
function nameFault(element: Element): string[] {
  const { tagName, properties } = element
  if (tagName === 'img') return properties.alt === undefined ? ['A picture on it has no description.'] : []
  if (tagName !== 'a' && tagName !== 'button' && tagName !== 'summary') return []
  const named =
    wordsOf(element) !== '' || textIn(element, 'ariaLabel') !== '' || listIn(element, 'ariaLabelledBy').length > 0
  const what = tagName === 'a' ? 'A link' : 'Something to press'
  return named ? [] : [`${what} on it has no words.`]
}

/** What a screen reader says of it: its words, and the descriptions of pictures in it. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value.trim()
  if (node.type !== 'element') return ''
  if (node.tagName === 'img') return textIn(node, 'alt')
  return node.children.map(wordsOf).join('')
}

function textIn(element: Element | undefined, name: string): string {
  const value = element?.properties[name]
  return typeof value === 'string' ? value.trim() : ''
}

function listIn(element: Element, name: string): string[] {
  const value = element.properties[name]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : []
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
