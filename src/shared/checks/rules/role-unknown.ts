import { said } from '../markup/attributes.ts'
import { rule } from '../rule.ts'

/** The roles of WAI-ARIA 1.2 that an author may use, of its Graphics Module 1.0, and the abstract names left out. */
const roles = new Set(
  'alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic graphics-document graphics-object graphics-symbol grid gridcell group heading img image insertion link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem'.split(
    ' ',
  ),
)
/** Of books and papers: “Digital Publishing WAI-ARIA Module 1.1”. */
const ofBooks = /^doc-[a-z]+$/

/** A role that no browser knows. WCAG 2.2 SC 4.1.2; W3C's ACT rule 674b10. */
export const roleUnknown = rule({
  id: 'role-unknown',
  severity: 'warning',
  wcag: ['4.1.2'],
  why: 'A screen reader is told by the role what a thing is; of a role that is none it says nothing, or something else.',
  on: {
    elements: {
      '*': ({ element, place }) => {
        const words = (said(element, 'role') ?? '').trim().toLowerCase()
        const isKnown = words.split(/\s+/).some(role => roles.has(role) || ofBooks.test(role))
        return words !== '' && !isKnown && { message: `“${words}” is no role that a browser knows.`, place }
      },
    },
  },
  examples: {
    fail: ['One.\n\n<div role="sidebar">Ring us first.</div>'],
    pass: ['One.\n\n<div role="note">Ring us first.</div>'],
    html: {
      fail: ['<p role="text-block">Ring us first.</p>', '<div role="nav"><a href="/a">Clubs</a></div>'],
      pass: [
        '<div role="navigation"><a href="/a">Clubs</a></div>',
        '<p role="">Ring us first.</p>',
        '<ul role="directory list"><li>Clubs</li><li>Schools</li></ul>',
        '<section role="doc-glossary"><p>Ring us first.</p></section>',
      ],
    },
  },
})
