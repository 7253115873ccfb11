/**
 * A page as it is where the system chooses the colours (CSS Color Adjustment 1, section 3). No browser lets a page ask for
 * that, so it is drawn as near as can be: the system's one palette, and the rules that the site has for this case. The frame
 * runs no script; its style sheets are the window's to change, as its document is axe's to read (decision 21).
 */

/** One of the palettes that Windows offers, under the names that style sheets have for its colours. */
const system: Readonly<Record<string, string>> = {
  buttonborder: '#ffffff',
  buttonface: '#000000',
  buttontext: '#ffffff',
  canvas: '#000000',
  canvastext: '#ffffff',
  field: '#000000',
  fieldtext: '#ffffff',
  graytext: '#3ff23f',
  highlight: '#1aebff',
  highlighttext: '#000000',
  linktext: '#ffff00',
  mark: '#ffff00',
  marktext: '#000000',
  windowtext: '#ffffff',
}

/** Pictures keep their colours, and what has no ground of its own lets what is under it be seen. */
const palette = `
*, *::before, *::after {
  color: #ffffff !important;
  border-color: #ffffff !important;
  outline-color: #ffffff !important;
  text-decoration-color: currentcolor !important;
  box-shadow: none !important;
  text-shadow: none !important;
}
*:not(img, svg, svg *) { background-color: #000000 !important; }
*::before, *::after { background-color: transparent !important; }
svg text { fill: currentcolor !important; }
a[href], a[href] * { color: #ffff00 !important; }
mark, mark * { background-color: #ffff00 !important; color: #000000 !important; }
:disabled { color: #3ff23f !important; }
::selection { background-color: #1aebff !important; color: #000000 !important; }
`

type Kinds = Pick<typeof globalThis, 'CSSMediaRule' | 'CSSStyleRule' | 'CSSStyleSheet'>

export function forceColours(inside: Window & Kinds): void {
  for (const sheet of inside.document.styleSheets) for (const rule of sheet.cssRules) forceIn(rule, inside, false)
  const forced = new inside.CSSStyleSheet()
  forced.replaceSync(palette)
  inside.document.adoptedStyleSheets = [forced]
}

/** What the site says for this case holds, and its names of the system's colours mean those of the palette. */
function forceIn(rule: CSSRule, kinds: Kinds, isForced: boolean): void {
  if (rule instanceof kinds.CSSMediaRule) {
    const isIt = /\(forced-colors:\s*active\)/.test(rule.media.mediaText)
    if (isIt) rule.media.mediaText = 'all'
    for (const inner of rule.cssRules) forceIn(inner, kinds, isForced || isIt)
  } else if (isForced && rule instanceof kinds.CSSStyleRule) {
    for (const name of [...rule.style]) {
      rule.style.setProperty(name, withSystemColours(rule.style.getPropertyValue(name)), 'important')
    }
  }
}

export function withSystemColours(value: string): string {
  return value.replace(/[a-z]+/gi, word => system[word.toLowerCase()] ?? word)
}
