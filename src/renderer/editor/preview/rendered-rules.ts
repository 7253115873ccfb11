/** What axe's rules mean for somebody who writes. A rule that is not here is said in axe's own words. */

interface WrittenRule {
  /** One sentence, with the words in question where there are some. */
  says: (words: string) => string
  /** Those of our rules that say the same of the same words. */
  ours: readonly string[]
}

const quoted = (words: string) => (words === '' ? '' : ` “${words}”`)

/** Rules that words, pictures and blocks can break in a page of the site. */
export const writtenRules: ReadonlyMap<string, WrittenRule> = new Map<string, WrittenRule>([
  ['empty-heading', { says: () => 'A heading has no words.', ours: ['heading-empty', 'page-title'] }],
  [
    'heading-order',
    {
      says: words => `The heading${quoted(words)} is more than one level below the one before it.`,
      ours: ['heading-order'],
    },
  ],
  ['summary-name', { says: () => 'A “Show and hide” has no words to press.', ours: [] }],
  [
    'nested-interactive',
    {
      says: words => `There is a link inside${quoted(words)}, which is pressed itself. Move the link out.`,
      ours: ['details-summary'],
    },
  ],
  [
    'link-name',
    { says: () => 'A link has no words that a screen reader could say.', ours: ['link-empty', 'image-alt'] },
  ],
  [
    'landmark-unique',
    {
      says: () => 'Two tables have the same caption, or one that the site uses itself. Give each a caption of its own.',
      ours: ['table-caption'],
    },
  ],
  [
    'image-redundant-alt',
    { says: () => 'The description of a picture repeats the words beside it.', ours: ['image-alt-words', 'image-alt'] },
  ],
  ['image-alt', { says: () => 'A picture has no description.', ours: ['image-alt', 'image-decorative'] }],
  [
    'valid-lang',
    { says: words => `The language that is marked for${quoted(words)} does not exist.`, ours: ['language-wrong'] },
  ],
  ['empty-table-header', { says: () => 'A header of a table has no words.', ours: ['table-empty-header'] }],
  [
    'th-has-data-cells',
    { says: () => 'A header of a table has no cells that it is the header of.', ours: ['table-only-headers'] },
  ],
])

/**
 * Rules that only the site's style sheet can break: nobody can mend that by writing, the site's own tests ask them of every
 * kind of page, and to ask them takes as long as all the others.
 */
export const styleSheetRules = [
  'color-contrast',
  'link-in-text-block',
  'avoid-inline-spacing',
  'scrollable-region-focusable',
  'target-size',
] as const

/** Axe's tags name a criterion without its points: `wcag2411` is 2.4.11. */
export function criterionIn(tag: string): string[] {
  const [, ...numbers] = /^wcag([1-4])(\d)(\d{1,2})$/.exec(tag) ?? []
  return numbers.length === 0 ? [] : [numbers.join('.')]
}
