import type { Element } from 'hast'
import { said } from '../markup/attributes.ts'
import type { Markup, MarkupElement } from '../markup/markup.ts'
import { type Finding, rule } from '../rule.ts'

/** Tags of Word’s own: `o:p`, `w:sdt`, `st1:place`, `v:shape`, `m:oMath`. A picture’s own tags are another matter. */
const ofWord = /^(?:o|w|v|m|st\d):[a-z]/
const classes =
  /(?:^|\s)(?:Mso[A-Z]\w*|xmso\w+|Apple-(?:converted-space|style-span|tab-span)|OutlineElement|TextRun|NormalTextRun|docs-internal-guid\S*)(?=\s|$)/i
const styles = /(?:^|;)\s*(?:mso|tab-stops|-aw)-?[\w-]*\s*:/i

/** What only Word reads; “[if lt IE 9]” is of old browsers, and of the site’s design. */
const forWord = /^\[if [^\]]*\b(?:mso|supportFields|supportLists|supportEmptyParas|vml)\b|^(?:Start|End)Fragment$/

/** What a word processor writes for itself into what is copied from it. No reader sees it, and some hear it. */
export const leftoverCode = rule({
  id: 'leftover-code',
  severity: 'notice',
  wcag: [],
  source: 'Nothing unfinished is published',
  why: 'It brings fonts, gaps and sizes of another program with it, so the words look different from the rest of the site.',
  on: { markup: markup => first(markup) },
  examples: {
    fail: ['One.\n\n<p class="MsoNormal">Ring us first.</p>'],
    pass: ['We use Word and MsoNormal.', 'One.\n\n<div class="note">Ring us first.</div>'],
    html: {
      fail: [
        '<p class="MsoListParagraph">Ring us first.</p>',
        '<p>Ring us first.<o:p></o:p></p>',
        '<!--[if gte mso 9]><xml></xml><![endif]--><p>Ring us first.</p>',
        '<p style="margin:0; mso-margin-top-alt:auto">Ring us first.</p>',
        '<p><span class="Apple-converted-space"> </span>Ring us first.</p>',
        '<p><b id="docs-internal-guid-0a1b">Ring us first.</b></p>',
      ],
      pass: [
        '<p class="mso">Ring us first.</p>',
        '<!-- The clubs --><!--[if lt IE 9]><p>Old.</p><![endif]--><p>Ring us first.</p>',
        '<p class="note" style="margin: 0" id="docs">Type <code>MsoNormal</code>.</p>',
        '<svg:svg></svg:svg><p class="textrunner">Ring us first.</p>',
      ],
    },
  },
})

/** Told once: where there is one there are hundreds. */
function first({ elements, comments }: Markup): Finding[] {
  const left = elements.find(isLeft) ?? comments.find(({ text }) => forWord.test(text))
  if (!left) return []
  return [{ message: 'This still has the code of the program that it was copied from.', place: left.place }]
}

function isLeft({ element, tag }: MarkupElement): boolean {
  return (
    ofWord.test(tag) ||
    classes.test(attribute(element, 'className')) ||
    styles.test(attribute(element, 'style')) ||
    attribute(element, 'id').startsWith('docs-internal-guid')
  )
}

function attribute(element: Element, name: string): string {
  return said(element, name) ?? ''
}
