import type { Element } from 'hast'
import parse from 'inline-style-parser'
import { remembered } from '../remembered.ts'

/** An attribute as a text, or null where the element does not have it; a flag that is set is an empty text. */
export function said(element: Element, name: string): string | null {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return null
  if (value === true) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}

export type Style = ReadonlyMap<string, string>

/** What an element's own `style` says, as a browser reads it: the last of two wins, or the important one, and what is broken is left out. */
export function styleOf(element: Element): Style {
  return declarations(said(element, 'style') ?? '')
}

declare module 'hast' {
  interface ElementData {
    /** What the style sheets of the page say of the element, as the text of a `style` attribute. */
    sheet?: string
  }
}

/** How an element is shown: what the page's own style sheets say of it, and over that what it says itself. */
export function shownStyleOf(element: Element): Style {
  const sheet = element.data?.sheet
  return sheet === undefined ? styleOf(element) : declarations(`${sheet};${said(element, 'style') ?? ''}`)
}

const declarations = remembered((style: string): Style => {
  const found = new Map<string, string>()
  const important = new Set<string>()
  for (const each of parse(style, { silent: true })) {
    if (each.type !== 'declaration') continue
    const property = each.property.toLowerCase()
    const isImportant = /!\s*important\s*$/i.test(each.value)
    if (important.has(property) && !isImportant) continue
    if (isImportant) important.add(property)
    const value = each.value
      .replace(/!\s*important\s*$/i, '')
      .trim()
      .toLowerCase()
    found.set(property, value)
  }
  return found
})

/** The first role that is said. */
export function roleOf(element: Element): string {
  return (said(element, 'role') ?? '').trim().toLowerCase().split(/\s+/)[0] ?? ''
}

/** Said to be there for the eye alone. */
export function isForTheEye(element: Element): boolean {
  return said(element, 'ariaHidden') === 'true' || /^(?:presentation|none)$/.test(roleOf(element))
}

const notShown = new Set(['script', 'style', 'template', 'head', 'title', 'meta', 'link', 'noscript', 'base'])

/** Whether a browser shows nothing of it to anybody. */
export function isNotShown(element: Element): boolean {
  if (notShown.has(element.tagName) || said(element, 'hidden') !== null) return true
  const style = styleOf(element)
  return style.get('display') === 'none' || style.get('visibility') === 'hidden'
}
