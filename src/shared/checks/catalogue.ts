/**
 * What a check is called where people choose what it does: in groups, in everyday words. A check that is not here yet goes
 * by its id, under “Other checks”, so that none is ever out of reach.
 */
export interface CheckGroup {
  id: string
  title: string
  /** By the ids of the checks, in the order in which they are shown. */
  names: Readonly<Record<string, string>>
}

export const otherChecks = { id: 'other', title: 'Other checks' } as const

export const catalogue: readonly CheckGroup[] = [
  {
    id: 'pictures',
    title: 'Pictures',
    names: {
      'image-alt': 'A picture that says nothing to those who cannot see it',
      'image-alt-words': 'A description that describes nothing',
      'image-decorative': 'A decorative picture that speaks all the same',
      'image-of-text': 'A picture of words',
      'image-title': 'A picture whose title says something else',
      'image-moving': 'A picture that moves',
      'image-spacer': 'A picture of nothing',
    },
  },
  {
    id: 'links',
    title: 'Links',
    names: {
      'link-text': 'A link that does not say where it goes',
      'link-empty': 'A link without words',
      'link-broken': 'A link that leads nowhere',
      'link-unsafe': 'A link that works for its writer alone',
      'link-wrapped': 'An address as a mail filter wrote it',
      'link-short': 'An address that hides where it leads',
      'link-address': 'An address in place of words',
      'link-contact': 'A telephone number or email address that leads elsewhere',
      'link-document': 'A document without its format and size',
      'link-media': 'A link straight to a picture, a film or a sound',
      'link-long': 'A link as long as a sentence',
      'link-same-text': 'The same words that lead to different places',
      'link-neighbours': 'Two links beside each other to one place',
      'link-separated': 'Links with nothing in between',
      'link-new-window': 'A new window that nobody announced',
      'link-heading': 'A link to a part that the other page does not have',
    },
  },
  {
    id: 'headings',
    title: 'Headings',
    names: {
      'heading-empty': 'A heading without words',
      'heading-order': 'A level that is skipped',
      'heading-fake': 'A bold line that should be a heading',
      'heading-none': 'A long text without headings',
      'heading-alone': 'A heading with nothing under it',
      'heading-vague': 'A heading that says nothing',
      'heading-long': 'A heading as long as a sentence',
      'heading-same': 'The same heading twice',
      'heading-top': 'A web page without a top heading',
    },
  },
  {
    id: 'tables-and-lists',
    title: 'Tables and lists',
    names: {
      'table-header': 'A table without headers',
      'table-empty-header': 'A header without words',
      'table-only-headers': 'A table of nothing but headers',
      'table-typed': 'A table typed with bars or gaps',
      'table-caption': 'A table without a name',
      'table-layout': 'A table that only puts things in place',
      'table-nested': 'A table in a table',
      'table-irregular': 'A table whose rows do not match',
      'list-typed': 'A list typed by hand',
      'list-loose': 'A list that is not whole',
      'list-single': 'A list of one thing',
    },
  },
  {
    id: 'look',
    title: 'How words look',
    names: {
      contrast: 'Words that are hard to see',
      capitals: 'Words in capitals',
      'emphasis-long': 'Too much in bold or italic',
      underline: 'Underlined words that are no link',
      alignment: 'Words pushed to an edge or stretched',
      'style-by-hand': 'Colours, sizes and spaces set by hand',
      sensory: 'Meaning by colour, shape, place or sound alone',
      'moving-text': 'Words that move or blink',
      'paragraph-empty': 'Empty paragraphs',
      emoji: 'Emoji and pictures among the letters',
      'drawn-characters': 'Drawings made of signs',
      'control-fake': 'Something to click that no keyboard reaches',
      'details-summary': 'Something to open that does not say what is inside',
    },
  },
  {
    id: 'language',
    title: 'Other languages',
    names: {
      'language-unmarked': 'Another language that is not marked',
      'language-wrong': 'A language that is marked wrongly',
      'language-direction': 'Words that run the wrong way',
    },
  },
  {
    id: 'media',
    title: 'Film, sound and what comes from other sites',
    names: {
      'media-captions': 'A film without captions, or a sound without its words',
      'media-autoplay': 'Something that starts by itself',
      'embed-title': 'Something from another site that says nothing of itself',
    },
  },
  {
    id: 'leftovers',
    title: 'Leftovers and damage',
    names: {
      leftovers: 'Words of a template that still have to be filled in',
      'leftover-tags': 'A place to fill in that a browser leaves out',
      'kept-content': 'Something that the editor could only keep as it was',
      punctuation: 'A mark twice',
      'repeated-words': 'A word twice',
    },
  },
  {
    id: 'plain-english',
    title: 'Plain English',
    names: {
      'sentence-length': 'A long sentence',
      'paragraph-length': 'A long paragraph',
      'reading-age': 'A section that asks a lot of its readers',
      'plain-words': 'An official word that has an everyday one',
      'legal-words': 'The language of contracts',
      'hidden-verbs': 'A verb that hides in a noun',
      passive: 'A sentence that does not say who does it',
      'double-negatives': 'Two negatives that make a yes',
      contractions: 'Short forms that are often misread',
      idioms: 'A saying that does not mean what it says',
      latin: 'Latin short forms',
      'and-or': '“And/or”',
      ampersand: 'An “&” in place of “and”',
      'american-spelling': 'American spelling',
      spelling: 'A word that may be misspelt',
      acronyms: 'Letters that nobody explained',
    },
  },
  {
    id: 'respect',
    title: 'Respect, and names that are no more',
    names: {
      respect: 'Words about people that hurt or leave out',
      'old-names': 'Plans, laws and bodies that are no more',
    },
  },
  {
    id: 'facts',
    title: 'Facts that go out of date',
    names: {
      'date-ambiguous': 'A date that can be read in two ways',
      'date-weekday': 'A weekday that the date is not',
      'date-relative': 'A day that only the writer knows',
      'date-passed': 'A day that has gone by',
      'year-passed': 'A year that has gone by',
      'telephone-wrong': 'A telephone number that nobody can have',
      'telephone-spacing': 'A telephone number that is hard to read',
      'telephone-only': 'The telephone as the only way',
      'address-typed': 'An email address that is no link',
      'time-style': 'Times of day',
      'range-style': 'A dash in place of “to”',
      'money-style': 'Sums of money',
      'details-differ': 'One organisation with two numbers or addresses',
      'hours-differ': 'Opening times that differ between pages',
    },
  },
  {
    id: 'pages',
    title: 'Pages and the whole site',
    names: {
      'page-title': 'A page without a title that tells, or without a summary',
      'title-tag': 'A tab that does not say what the page is about',
      'summary-tag': 'A summary for searches that says nothing',
      'page-zoom': 'A page that nobody can make larger',
      'page-refresh': 'A page that is taken away by itself',
      'page-owner': 'A page that nobody looks after',
      'owner-unknown': 'A page in the care of somebody who is not in the team',
      'title-same': 'Two pages of one name',
      'pages-alike': 'Two pages that say mostly the same',
      'page-orphan': 'A page to which no other leads',
      'section-start': 'A section without a page to begin with',
    },
  },
]
