import { said } from '../markup/attributes.ts'
import { rule } from '../rule.ts'

const announced = /\bnew (?:tab|window|browser|page)\b|\bopens? (?:in|another)\b|\bexternal\b/i

/** A link that opens another window and does not say so. WCAG 2.2 SC 3.2.5; technique G201. */
export const linkNewWindow = rule({
  id: 'link-new-window',
  severity: 'warning',
  wcag: ['3.2.5'],
  why: 'The way back is gone without a word, and whoever cannot see the new window does not know where they are.',
  on: {
    markupLink: ({ text, block, end, seen: { element, place } }) => {
      const target = said(element, 'target') ?? ''
      const opens = /^_?(?:blank|new)$/i.test(target.trim()) || /\bwindow\.open\(/.test(said(element, 'onClick') ?? '')
      const told = `${text} ${said(element, 'title') ?? ''} ${/^\s*\([^)]{1,60}\)/.exec(block.text.slice(end))?.[0] ?? ''}`
      return opens && !announced.test(told) && { message: `“${text}” opens a new window and does not say so.`, place }
    },
  },
  examples: {
    fail: ['See <a href="https://example.org/" target="_blank">the law</a>.'],
    pass: ['See [the law](https://example.org/).'],
    html: {
      fail: [
        '<p><a href="https://example.org/" target="_blank" rel="noopener">The law</a></p>',
        '<p><a href="https://example.org/" onclick="window.open(this.href); return false">The law</a></p>',
      ],
      pass: [
        '<p><a href="https://example.org/" target="_blank">The law (opens in a new tab)</a></p>',
        '<p><a href="https://example.org/" target="_blank">The law</a> (opens in new window)</p>',
        '<p><a href="https://example.org/" target="_self">The law</a></p>',
        '<p><a href="https://example.org/" target="_blank" aria-label="The law, opens in a new tab">The law</a></p>',
      ],
    },
  },
})
