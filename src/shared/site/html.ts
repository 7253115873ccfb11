/**
 * HTML that is safe by construction: the `html` tag escapes every piece except what `html` itself made. Nothing else in
 * this folder concatenates markup, so a hostile title, name or address can only ever be text.
 */

const made = Symbol('html')

export interface Html {
  readonly [made]: true
  readonly text: string
}

/** What may stand in a template: text and numbers are escaped, lists are joined, nothing is said for null and false. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

/** Characters that HTML cannot hold at all, not even escaped; the content model may still carry them in from a file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
const notForHtml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
const special = /[&<>"']/g
/** Most texts have nothing of all this, and one look shows it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const toEscape = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand between tags and inside a quoted attribute; half a character, which YAML can spell, becomes a whole one. */
export function escapeHtml(text: string): string {
  if (!toEscape.test(text)) return text
  return text
    .toWellFormed()
    .replace(notForHtml, '')
    .replace(special, character => escapes[character] ?? '')
}

/** Markup from a renderer that escapes by construction itself (the content folder's). Never for words of a file. */
export function rendered(markup: string): Html {
  return { [made]: true, text: markup }
}

function textOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  if (isHtml(piece)) return piece.text
  return piece.map(textOf).join('')
}

function isHtml(piece: Html | readonly Piece[]): piece is Html {
  return made in piece
}

/** Every attribute in a template stands in double quotes. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  let text = strings[0] ?? ''
  pieces.forEach((piece, index) => {
    text += textOf(piece) + (strings[index + 1] ?? '')
  })
  return rendered(text)
}

/** The address if a reader's browser may be sent there, otherwise null: no script, no data, nothing relative. */
export function outsideAddress(address: string): string | null {
  const trimmed = address.trim()
  if (!URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null
}
