import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import postcss, { type Rule } from 'postcss'
import { elementsIn } from '../../shared/content/html/main-part.ts'

interface Part {
  tag: string | null
  id: string | null
  classes: readonly string[]
}

/** One selector: the parts from the element outwards, and whether each stands right inside the next. */
interface Selector {
  parts: readonly Part[]
  isChild: readonly boolean[]
  weight: number
}

interface StyleRule {
  selector: Selector
  style: string
}

/** A page of a thousand rules and ten thousand elements is looked at in a second, and no page has more. */
const mostRules = 1_000
const mostLinks = 50

/**
 * Gives each element what the page's own style sheets say of it, as a browser would: the heavier selector wins, and of two
 * as heavy the later one. States (`:hover`), conditions (`@media print`) and siblings are left out: a rule that is not
 * understood says nothing. `beside` are sheets that the page names, by their addresses.
 */
export function applyStyleSheets(tree: Root, beside: ReadonlyMap<string, string> = new Map()): void {
  const elements = elementsIn(tree)
  const sheets = elements.map(element => textIn(element, beside)).filter(css => css !== '')
  if (sheets.length === 0) return
  const isNamed = namesIn(elements)
  const rules = sheets
    .flatMap(rulesOf)
    .filter(({ selector }) => isNamed(selector.parts[0]))
    .slice(0, mostRules)
  if (rules.length === 0) return
  const parents = parentsIn(tree)
  const sorted = rules.toSorted((a, b) => a.selector.weight - b.selector.weight)
  for (const element of elements) {
    const own = sorted.filter(({ selector }) => fits(element, selector, 0, parents)).map(({ style }) => style)
    if (own.length > 0) element.data = { position: {}, ...element.data, sheet: own.join(';') }
  }
}

/** The addresses of the style sheets that a page names, in their order. */
export function linkedSheetsIn(html: string): string[] {
  const tags = (html.match(/<link\b[^<>]{0,2000}>/gi) ?? []).slice(0, mostLinks)
  const links = elementsIn(fromHtml(tags.join(''), { fragment: true }))
  return links.flatMap(link => linkedBy(link) ?? [])
}

function linkedBy({ tagName, properties }: Element): string | null {
  const kinds =
    tagName === 'link'
      ? String(properties.rel ?? '')
          .toLowerCase()
          .split(/[\s,]+/)
      : []
  return kinds.includes('stylesheet') && !kinds.includes('alternate') ? String(properties.href ?? '') : null
}

/** Whether anything on the page may be what a rule is about: of a framework's thousands of rules a page uses some dozens. */
function namesIn(elements: readonly Element[]): (part: Part | undefined) => boolean {
  const tags = new Set(elements.map(({ tagName }) => tagName))
  const ids = new Set(elements.map(({ properties }) => properties.id))
  const classes = new Set(elements.flatMap(({ properties }) => properties.className ?? []).map(String))
  return part =>
    part !== undefined &&
    (part.tag === null || tags.has(part.tag)) &&
    (part.id === null || ids.has(part.id)) &&
    part.classes.every(each => classes.has(each))
}

function textIn(element: Element, beside: ReadonlyMap<string, string>): string {
  const media = String(element.properties.media ?? 'all')
  const href = linkedBy(element)
  if (element.tagName !== 'style' && href === null) return ''
  if (!/^(?:all|screen)?$/i.test(media.trim())) return ''
  if (href !== null) return beside.get(href) ?? ''
  return element.children.map(child => (child.type === 'text' ? child.value : '')).join('')
}

/** All pages of a website have the same few sheets, and a large one takes longer to read than a page. */
const known = new Map<string, StyleRule[]>()
const mostKnown = 20

function rulesOf(css: string): readonly StyleRule[] {
  const before = known.get(css)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const rules = rulesIn(css)
  known.set(css, rules)
  return rules
}

function rulesIn(css: string): StyleRule[] {
  const found: StyleRule[] = []
  const put = (rule: Rule) => {
    const style = rule.nodes.map(node => (node.type === 'decl' ? `${node.prop}:${node.value}` : '')).join(';')
    for (const written of rule.selectors) {
      const selector = selectorOf(written)
      if (selector) found.push({ selector, style })
    }
  }
  // The library's only way to say that a sheet cannot be read.
  try {
    for (const node of postcss.parse(css).nodes) {
      if (node.type === 'rule') put(node)
      if (node.type !== 'atrule' || node.name !== 'media' || !/^(?:all|screen)$/i.test(node.params.trim())) continue
      for (const inner of node.nodes ?? []) if (inner.type === 'rule') put(inner)
    }
  } catch {
    return []
  }
  return found
}

function selectorOf(written: string): Selector | null {
  const steps = written
    .trim()
    .replace(/\s*>\s*/g, '>')
    .split(/(>|\s+)/)
    .toReversed()
  const parts = steps.filter((_, at) => at % 2 === 0).map(partOf)
  if (parts.some(part => part === null)) return null
  const known = parts.filter(part => part !== null)
  const weigh = ({ tag, id, classes }: Part) => (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0)
  return {
    parts: known,
    isChild: steps.filter((_, at) => at % 2 === 1).map(sign => sign === '>'),
    weight: known.reduce((sum, part) => sum + weigh(part), 0),
  }
}

function partOf(written: string): Part | null {
  const match = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)$/i.exec(written)
  if (!match || written === '') return null
  const [, tag, rest = ''] = match
  const names = rest.match(/[.#][\w-]+/g) ?? []
  return {
    tag: tag === undefined || tag === '*' ? null : tag.toLowerCase(),
    id: names.find(name => name.startsWith('#'))?.slice(1) ?? null,
    classes: names.filter(name => name.startsWith('.')).map(name => name.slice(1)),
  }
}

function parentsIn(tree: Root): ReadonlyMap<Element, Element> {
  const parents = new Map<Element, Element>()
  for (const element of elementsIn(tree)) {
    for (const child of element.children) if (child.type === 'element') parents.set(child, element)
  }
  return parents
}

function fits(
  element: Element,
  { parts, isChild, weight }: Selector,
  at: number,
  parents: ReadonlyMap<Element, Element>,
): boolean {
  const part = parts[at]
  if (part === undefined) return true
  if (!isPart(element, part)) return false
  if (at === parts.length - 1) return true
  for (let outer = parents.get(element); outer; outer = parents.get(outer)) {
    if (fits(outer, { parts, isChild, weight }, at + 1, parents)) return true
    if (isChild[at]) return false
  }
  return false
}

function isPart({ tagName, properties }: Element, { tag, id, classes }: Part): boolean {
  const own = Array.isArray(properties.className) ? properties.className.map(String) : []
  return (
    (tag === null || tag === tagName) &&
    (id === null || properties.id === id) &&
    classes.every(each => own.includes(each))
  )
}
