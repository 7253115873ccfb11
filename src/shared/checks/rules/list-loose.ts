import { roleOf, said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { within, wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** Parts of a list that is none, and lists with what is no part of them. WCAG 2.2 SC 1.3.1. */
export const listLoose = rule({
  id: 'list-loose',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'A screen reader says how many things a list has; with a list put together wrongly it says nothing, or a wrong number.',
  on: {
    elements: {
      li: ({ element, around: [parent], place }) => {
        if (!isList(parent, ['ul', 'ol', 'menu'])) return { message: 'This item stands in no list.', place }
        const isEmpty = wordsOf(element) === '' && within(element, ...shown).length === 0
        return isEmpty && said(element, 'ariaLabel') === null && { message: 'This item of a list has no words.', place }
      },
      dt: seen => ofDefinitions(seen),
      dd: seen => ofDefinitions(seen),
      ul: seen => holdsOthers(seen),
      ol: seen => holdsOthers(seen),
      dl: ({ element, place }) => {
        const isOther = element.children.some(
          child => child.type === 'element' && !/^(?:dt|dd|div|script|template)$/.test(child.tagName),
        )
        if (isOther) return { message: 'This list of words and meanings holds something that is neither.', place }
        const parts = partsOf(element)
        const isWhole = parts[0] === 'dt' && parts.at(-1) === 'dd'
        return parts.length > 0 && !isWhole && { message: 'A word here has no meaning, or a meaning no word.', place }
      },
    },
  },
  examples: {
    fail: ['<ul><ul><li>one</li></ul></ul>'],
    pass: ['- one\n- two'],
    html: {
      fail: [
        '<div><li>one</li><li>two</li></div>',
        '<ul><li>one</li><ul><li>two</li></ul></ul>',
        '<ul><p>one</p><p>two</p></ul>',
        '<ul><li>one</li><li> </li></ul>',
        '<ol>one<li>two</li></ol>',
        '<div><dt>Cost</dt><dd>Free</dd></div>',
        '<dl><p>Cost</p><dd>Free</dd></dl>',
        '<dl><dd>We open at 9am.</dd><dd>We close at 5pm.</dd></dl>',
        '<dl><dt>Cost</dt><dt>Place</dt></dl>',
      ],
      pass: [
        '<ul><li>one<ul><li>two</li><li>three</li></ul></li><li>four</li></ul>',
        '<dl><div><dt>Cost</dt><dd>Free</dd></div></dl>',
        '<dl><dt>Mum</dt><dt>Dad</dt><dd>Carers</dd><dd>Parents</dd></dl><dl></dl>',
        '<ul><li>one</li><li><img src="a.png" alt="two"></li></ul>',
        '<div role="list"><li>one</li><li>two</li></div>',
      ],
    },
  },
})

/** What says something without words. */
const shown = [
  'img',
  'svg',
  'input',
  'button',
  'select',
  'textarea',
  'video',
  'audio',
  'iframe',
  'object',
  'hr',
  'i',
  'a',
]

type Parent = MarkupElement['around'][number] | undefined

function isList(parent: Parent, tags: readonly string[]): boolean {
  return parent !== undefined && (tags.includes(parent.tagName) || roleOf(parent) === 'list')
}

/** The words and the meanings of a list, also of one that has each word and its meaning in a group. */
function partsOf(list: MarkupElement['element']): string[] {
  return list.children.flatMap((child): string[] => {
    if (child.type !== 'element') return []
    return child.tagName === 'div' ? partsOf(child) : /^d[dt]$/.test(child.tagName) ? [child.tagName] : []
  })
}

function ofDefinitions({ around: [parent, outer], place }: MarkupElement) {
  const inList = isList(parent, ['dl']) || (parent?.tagName === 'div' && isList(outer, ['dl']))
  return !inList && { message: 'This word or its meaning stands in no list of such.', place }
}

function holdsOthers({ element, place }: MarkupElement) {
  const isOther = element.children.some(child => {
    if (child.type === 'text') return child.value.trim() !== ''
    return child.type === 'element' && !/^(?:li|script|template)$/.test(child.tagName) && roleOf(child) !== 'listitem'
  })
  return isOther && { message: 'This list holds something that is no item of it.', place }
}
