import type { BlockType } from '../../shared/content/index.ts'
import type { Choice } from '../../shared/contract/index.ts'
import { nameOfFile } from '../../shared/merge/index.ts'
import { firstName } from '../words/counts.ts'

/** A question in words: what happened, and what is safe until somebody answers. */

const fieldWords: Readonly<Record<string, string>> = {
  title: 'the title',
  summary: 'the summary',
  owner: 'who looks after this page',
  review: 'the review date',
  'review.every': 'how often this page is checked',
  easyRead: 'the Easy Read version',
  language: 'the language of this page',
  translationOf: 'which page this one says the same as',
  kind: 'what kind of page this is',
  url: 'the website',
  email: 'the email address',
  telephone: 'the telephone number',
  address: 'the postal address',
  postcode: 'the postcode',
  minimum_age: 'the lowest age',
  maximum_age: 'the highest age',
  cost: 'what it costs',
  schedule: 'when it takes place',
  eligibility: 'who can use it',
  application_process: 'how to apply',
  referral: 'who can refer',
  organization: 'the organisation',
  assured_date: 'when the details were last assured',
  assured_by: 'who assured the details last',
}

const blockWords: Readonly<Partial<Record<BlockType, string>>> = {
  heading: 'this heading',
  bulletList: 'this list',
  orderedList: 'this list',
  steps: 'these steps',
  table: 'this table',
  figure: 'this picture',
  contact: 'this contact box',
  callout: 'this callout',
  details: 'this fold-out',
  video: 'this video',
  document: 'this document link',
}

/** What two people changed: “this paragraph”, “the title”. */
export function whatChanged({ field, mine, theirs, before }: Choice): string {
  if (field !== 'body') {
    const [root = ''] = field.split('.')
    return fieldWords[field] ?? fieldWords[root] ?? 'the same detail of this page'
  }
  const sides = [mine.doc, theirs.doc, before].map(doc => doc.content)
  if (Math.max(...sides.map(blocks => blocks.length)) > 1) return 'these paragraphs'
  const types = new Set(sides.flatMap(blocks => blocks.map(block => block.type)))
  const [type, other] = types
  return (other === undefined && type !== undefined && blockWords[type]) || 'this paragraph'
}

/** The question as its heading. */
export function headingOf(choice: Choice): string {
  const them = firstName(choice.theirs.by.name)
  const { file } = choice
  if (choice.undoing !== undefined) return 'Put back the former words, or keep what stands now?'
  switch (file?.kind) {
    case undefined:
      return `You and ${them} both changed ${whatChanged(choice)}`
    case 'deleted':
      return file.by === 'mine'
        ? `You deleted this page while ${them} changed it`
        : `${them} deleted this page while you changed it`
    case 'address':
      return file.both === 'made'
        ? `You and ${them} both made a page at the same address`
        : `You and ${them} both changed a page that cannot be put together`
    case 'media':
      return `You and ${them} both put in a file called ${choice.title}`
  }
}

/** What stands until somebody answers. */
export function safeUntilThen(choice: Choice): string {
  const { file, undoing, theirs } = choice
  if (undoing !== undefined) {
    const newer = `${firstName(theirs.by.name)} changed ${whatChanged(choice)} after that.`
    return `You were undoing this: ${undoing.sentence}. ${newer} Nothing is undone until you choose, and every word is kept.`
  }
  switch (file?.kind) {
    case undefined:
      return 'Both are kept until you choose. Everything else on the page has been put together for you.'
    case 'deleted':
      return 'The page stays until you choose. If it goes, it waits in Recently deleted, and can be put back.'
    case 'address':
      if (file.both === 'changed') {
        return `Signpost cannot read one of the two well enough, so it kept both. Yours is at ${nameOfFile(file.mine)} until you choose.`
      }
      return `Both pages are kept. Yours is at ${nameOfFile(file.mine)} until you choose.`
    case 'media':
      return `Both files are kept. Yours is called ${nameOfFile(file.mine)} until you choose.`
  }
}
