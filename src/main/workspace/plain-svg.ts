import { type Drawn, isEndless } from './drawing-work.ts'

/**
 * Is this drawing only a drawing? An SVG opened by its own address is a web page and can run script on the site, so only
 * what is known to be plain is let in: known elements, no script, no handlers, nothing fetched from elsewhere. What this
 * strict reader cannot follow to the last character counts as not plain.
 */
export function isPlainSvg(bytes: Uint8Array): boolean {
  const source = utf8(bytes)
  if (source === null) return false
  const declared = /^<\?xml\s([^<>?]*)\?>/.exec(source)
  // A browser would read the same bytes as other characters, so that what was checked is not what is shown.
  if (/encoding\s*=/.test(declared?.[1] ?? '') && !/encoding\s*=\s*["']utf-8["']/i.test(declared?.[1] ?? ''))
    return false
  // A document type can define entities, which are text that is not where it seems: only the plain public one may stand.
  const body = source
    .slice(declared?.[0].length ?? 0)
    .replace(/^\s*<!DOCTYPE svg PUBLIC "[^"<>[\]]*"\s+"[^"<>[\]]*"\s*>/, '')
  return isPlainDrawing(body)
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isPlainDrawing(source: string): boolean {
  const open: (Drawn & { name: string })[] = []
  const roots: Drawn[] = []
  const everywhere: string[] = []
  let style = ''
  for (let at = 0; at < source.length; ) {
    const token = nextToken(source, at)
    if (token === null) return false
    at += token.length
    const inside = open.at(-1)
    if (token.kind === 'text') {
      if (inside === undefined && token.text.trim() !== '') return false
      if (inside?.name === 'style') style += token.text
    } else if (token.kind === 'close') {
      if (open.pop()?.name !== token.name) return false
      if (token.name !== 'style') continue
      if (!isPlainStyle(style)) return false
      everywhere.push(...idsIn(style))
    } else if (token.kind === 'open') {
      if (inside?.name === 'style' || (inside === undefined && token.name !== 'svg')) return false
      if (!isPlainElement(token.name) || !token.attributes.every(isPlainAttribute)) return false
      const drawn = { name: token.name, ...drawnBy(token.attributes) }
      const beside = inside?.inside ?? roots
      beside.push(drawn)
      if (!token.empty) open.push(drawn)
      if (token.name === 'style') style = ''
    }
  }
  const [root, another] = roots
  return open.length === 0 && root !== undefined && another === undefined && !isEndless(root, everywhere)
}

function drawnBy(attributes: readonly Attribute[]): Drawn {
  const again = attributes.flatMap(({ name, value }) =>
    /(^|:)href$/i.test(name) && value.trim().startsWith('#') ? [value.trim().slice(1)] : idsIn(value),
  )
  return { id: attributes.find(({ name }) => name === 'id')?.value ?? null, again, inside: [] }
}

/** The elements of this drawing that a style paints with. */
function idsIn(style: string): string[] {
  return [...style.matchAll(/url\s*\(\s*["']?#([^"')]*)/gi)].map(([, id = '']) => id.trim())
}

type Attribute = { name: string; value: string }
type Token = { length: number } & (
  | { kind: 'text'; text: string }
  | { kind: 'comment' }
  | { kind: 'close'; name: string }
  | { kind: 'open'; name: string; attributes: Attribute[]; empty: boolean }
)

const nameOf = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const textToken = /[^<]+/y
const commentToken = /<!--(?!-?>)(?:(?!--)[\s\S])*-->/y
const cdataToken = /<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>/y
const closeToken = new RegExp(`</(${nameOf})\\s*>`, 'y')
const openToken = new RegExp(`<(${nameOf})((?:\\s+${nameOf}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y')
const attribute = new RegExp(`(${nameOf})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g')

function nextToken(source: string, at: number): Token | null {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }
  const text = match(textToken)
  if (text) return { kind: 'text', text: decode(text[0]), length: text[0].length }
  const cdata = match(cdataToken)
  if (cdata) return { kind: 'text', text: cdata[1] ?? '', length: cdata[0].length }
  const comment = match(commentToken)
  if (comment) return { kind: 'comment', length: comment[0].length }
  const close = match(closeToken)
  if (close) return { kind: 'close', name: close[1] ?? '', length: close[0].length }
  const open = match(openToken)
  if (!open) return null
  const attributes = [...(open[2] ?? '').matchAll(attribute)].map(([, name = '', double, single]) => ({
    name,
    value: decode(double ?? single ?? ''),
  }))
  return { kind: 'open', name: open[1] ?? '', attributes, empty: open[3] === '/', length: open[0].length }
}

/** What draws, describes or groups. Not here, because it acts or embeds: script, foreignObject, a, animate, set, iframe. */
const elements = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc metadata style
   linearGradient radialGradient stop clipPath mask pattern marker image switch view filter feBlend feColorMatrix
   feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
   feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
   feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
)
/** The names of drawing programs' own notes, which no browser acts on. */
const notes = /^(inkscape|sodipodi|rdf|cc|dc):/

function isPlainElement(name: string): boolean {
  return elements.has(name) || notes.test(name)
}

const svgNamespace = 'http://www.w3.org/2000/svg'
const actingNamespaces = [svgNamespace, 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML']

function isPlainAttribute({ name, value }: Attribute): boolean {
  if (name === 'xmlns') return value === svgNamespace
  // A prefix must not be a second name for elements that act.
  if (name.startsWith('xmlns:'))
    return name === 'xmlns:svg' ? value === svgNamespace : !actingNamespaces.includes(value)
  if (/^on/i.test(name) || name === 'xml:base') return false
  if (/(^|:)(href|src)$/i.test(name)) return /^(#|data:image\/(png|jpeg|gif|webp);base64,)/.test(value.trim())
  return words.test(name) || isPlainStyle(value)
}

/** Attributes that are read to people or by drawing programs and never as a style. */
const words = /^(aria-.*|id|class|role|lang|xml:lang|xml:space|(inkscape|sodipodi|rdf|cc|dc):.*)$/

/** Styles may point only into the drawing itself. A backslash or an entity could spell a word so that it is not seen. */
function isPlainStyle(style: string): boolean {
  if (/[\\]|@import|@font-face|expression\s*\(|\bsrc\s*\(|javascript:|image-set\s*\(|image\s*\(/i.test(style))
    return false
  return [...style.matchAll(/url\s*\(\s*["']?/gi)].every(url => style[url.index + url[0].length] === '#')
}

function decode(value: string): string {
  return value
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) => codePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d{1,7});/g, (_, digits: string) => codePoint(Number(digits)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name] ?? '')
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function codePoint(number: number): string {
  return number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd'
}
