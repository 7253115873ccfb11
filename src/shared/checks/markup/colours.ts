import { colord, extend } from 'colord'
import a11y from 'colord/plugins/a11y'
import names from 'colord/plugins/names'
import type { Element } from 'hast'
import { said, shownStyleOf } from './attributes.ts'

extend([a11y, names])

export interface Shown {
  colour: string
  background: string
  /** In pixels. */
  size: number
  isBold: boolean
  /** Of what it stands in, outermost first: how much of it is seen, and what shows through from behind. */
  fades: readonly { opacity: number; behind: string }[]
}

const plain: Shown = { colour: '#000000', background: '#ffffff', size: 16, isBold: false, fades: [] }
const sizes: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}
const ofFont = [10, 13, 16, 18, 24, 32, 48]
const ofHeading: Readonly<Record<string, number>> = { h1: 32, h2: 24, h3: 18.7, h4: 16, h5: 13, h6: 11 }

/**
 * How the words of an element are shown, as far as the page itself says it: outermost element first. Null where a colour
 * cannot be known: a picture behind the words, or a name that nobody knows.
 */
export function shownAs(around: readonly Element[]): Shown | null {
  let shown: Shown | null = plain
  for (const element of around) shown = shown && within(shown, element)
  return shown
}

function within(shown: Shown, element: Element): Shown | null {
  const style = shownStyleOf(element)
  const behind = style.get('background') ?? ''
  if (/url\(|gradient/.test(`${behind} ${style.get('background-image') ?? ''}`)) return null
  const background = style.get('background-color') ?? behind.split(/\s+/).find(isColour) ?? said(element, 'bgColor')
  const own = style.get('color') ?? (element.tagName === 'font' ? said(element, 'color') : null)
  const backdrop = resolved(background, shown.background, shown.background)
  const colour = backdrop && resolved(own, shown.colour, backdrop)
  if (colour === null || backdrop === null) return null
  const opacity = opacityOf(element)
  return {
    colour,
    background: backdrop,
    size: sizeOf(element, shown.size),
    isBold: isBold(element, shown.isBold),
    fades: opacity < 1 ? [...shown.fades, { opacity, behind: shown.background }] : shown.fades,
  }
}

/** How much an element lets what is behind it show through: from 0, where nobody sees it, to 1. */
export function opacityOf(element: Element): number {
  const said = shownStyleOf(element).get('opacity') ?? '1'
  const share = Number.parseFloat(said) / (said.endsWith('%') ? 100 : 1)
  return share >= 0 && share < 1 ? share : 1
}

/** A colour that is meant to be seen as one: no black, white or grey. */
export function isVivid(value: string): boolean {
  const colour = colord(value.trim())
  return colour.isValid() && colour.toHsl().s > 30 && colour.toHsl().l > 12 && colour.toHsl().l < 95
}

/** From 0 to 100; not a number where it is no colour. */
export function lightnessOf(value: string): number {
  const colour = colord(value.trim())
  return colour.isValid() ? colour.toHsl().l : Number.NaN
}

/** How light a black, white or grey is, from 0 to 100; null for any other colour. */
export function toneOf(value: string): number | null {
  const colour = colord(value.trim())
  const { l, s } = colour.toHsl()
  return colour.isValid() && colour.alpha() === 1 && (s <= 30 || l <= 6 || l >= 98) ? l : null
}

function isColour(value: string): boolean {
  return colord(value).isValid()
}

/** A colour in front of another one, which it may let through. */
function resolved(value: string | null | undefined, inherited: string, behind: string): string | null {
  if (!value || /^(?:inherit|transparent|unset|initial|none|currentcolor)$/.test(value)) return inherited
  const colour = colord(value.trim())
  return colour.isValid() ? faded(colour.alpha(1).toHex(), behind, colour.alpha()) : null
}

function faded(colour: string, behind: string, opacity: number): string {
  if (!(opacity < 1)) return colour
  const [front, back] = [colord(colour).toRgb(), colord(behind).toRgb()]
  const mixed = (channel: 'r' | 'g' | 'b') => front[channel] * opacity + back[channel] * (1 - opacity)
  return colord({ r: mixed('r'), g: mixed('g'), b: mixed('b') }).toHex()
}

function sizeOf(element: Element, inherited: number): number {
  const font = element.tagName === 'font' ? Number(said(element, 'size')?.replace('+', '')) : Number.NaN
  if (font > 0) return ofFont[Math.min(font, 7) - 1] ?? inherited
  const value = shownStyleOf(element).get('font-size')
  if (value === undefined) return ofHeading[element.tagName] ?? inherited
  const number = Number.parseFloat(value)
  if (/px$/.test(value)) return number
  if (/pt$/.test(value)) return (number * 4) / 3
  if (/rem$/.test(value)) return number * 16
  if (/em$/.test(value)) return number * inherited
  if (/%$/.test(value)) return (number / 100) * inherited
  return sizes[value] ?? inherited
}

function isBold(element: Element, inherited: boolean): boolean {
  const weight = shownStyleOf(element).get('font-weight')
  if (weight !== undefined) return weight === 'bold' || Number.parseInt(weight, 10) >= 700
  return inherited || /^(?:b|strong|th|h[1-6])$/.test(element.tagName)
}

/** WCAG 2.2 SC 1.4.3: 3 to 1 for large words (18 points, or 14 in bold), 4.5 to 1 for others. */
export function contrastOf({ colour, background, size, isBold: bold, fades }: Shown): { ratio: number; least: number } {
  const through = (from: string) =>
    fades.reduceRight((shown, { opacity, behind }) => faded(shown, behind, opacity), from)
  const isLarge = size >= 24 || (bold && size >= 18.66)
  return { ratio: colord(through(colour)).contrast(through(background)), least: isLarge ? 3 : 4.5 }
}
