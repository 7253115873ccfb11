import list from '../../../../resources/words/old-names.json' with { type: 'json' }
import { type CheckedPage, type Finding, rule, type TextBlock } from '../rule.ts'
import { notAbout } from '../words/about.ts'
import { isShown, sentenceAt, tellsOfWords } from '../words/context.ts'
import { phraseFinder } from '../words/phrases.ts'
import { findingOf } from '../words/wording.ts'

const find = phraseFinder(list)

const history =
  /\b(?:(?:until|before|between|in|from|by|after|during|of)(?: \p{L}+){0,2} (?:19|20)\d\d|(?:19|20)\d\d(?:[-–/]\d\d)? (?:act|code|regulations|law|report)|used to|no longer|abolish|ended|closed|became|history|historic|(?:our|the|a) (?:past|story|stories|timeline)|once(?! (?:an?|every|each|per|you|your|they|the plan|he|she|it|we)\b)|former|former(?:ly)?|previous|old|older|past|instead|converted|conversion|transferred|transfer from|superseded|took (?:its|their|the) place|came before|predecessor|earlier|was|were|ago|outside England|Northern Ireland|Scotland|Scottish|Wales|Welsh|do not|don’t|don't|not|nobody|no one|no (?:child|children|pupil|school|council|family)|changed|changes in the law|what happened to)\b/iu

const since = /\bsince (?:\p{L}+ )?(?:19|20)\d\d\b/iu
/** “Has helped since 2001”: it still would. */
const goesOn = /\b(?:has|have)\b(?! been no\b)/i

/** A plan, a law, a body or a benefit that is no more, spoken of as if it were. */
export const oldNames = rule({
  id: 'old-names',
  severity: 'warning',
  wcag: [],
  source: 'Children and Families Act 2014 and later law: what took the place of what',
  why: 'A family that asks for what was abolished loses weeks, and doubts the rest of the page.',
  on: {
    page: page => notAbout(page, isOfThePast(page)).flatMap(findingsIn),
    text: block => ((block.elsewhere ?? block.spot) === undefined ? null : findingsIn(block)),
  },
  examples: {
    fail: [
      'Ask the LEA for a statement.',
      'If your child has a statement of special educational needs, the school checks it once a year.',
      'Children with statements get help.',
      'Your child may be on School Action Plus.',
      'Ring Connexions for advice.',
      'The clinical commissioning group pays.',
      'You are protected by the Disability Discrimination Act.',
      'Ask the Education and Skills Funding Agency.',
      '## Connexions\n\nRing Connexions for advice. It was set up in 2001.',
      '## Connexions\n\nConnexions has helped young people since 2001.',
      '## Statements\n\nAsk for a statement of special educational needs.',
    ],
    pass: [
      'Cycle along the LEA Valley.',
      'Until 2014, children with statements had more rights.',
      'The 1996 Act used the term statement. Statements were replaced by EHC plans.',
      'Read our statement of accounts and the accessibility statement. He gave a statement to the police.',
      'We have a policy statement, and bank statements.',
      'The school action group meets on Monday. Grass on the lea.',
      '## Connexions: what happened to it\n\nIt closed in 2012.',
      '## Connexions\n\nIt gave careers advice from 2001 to 2012. The council does this now.',
      '## The story of Connexions\n\nConnexions gave advice to young people aged 13 to 19.',
      'There have been no statements of special educational needs since 2018.',
      '## How the law changed\n\nChildren with statements had more rights. No child has a statement now.',
      '## History\n\nStatements of special educational needs set out the help.',
      'The council, once called the local education authority, decides.',
    ],
  },
})

/** A name alone heads its history where the words right under it tell of the past: “Connexions: It closed in 2012”. */
function isOfThePast({ texts }: CheckedPage): (heading: string) => boolean {
  const histories = new Set(
    texts.flatMap(({ node, text }, at) => {
      const under = texts[at + 1]
      const isName =
        node.type === 'heading' && find(text).some(({ start, end }) => text.trim().length <= end - start + 12)
      return isName && under?.node.type === 'paragraph' && tellsOfThePast(firstSentence(under.text)) ? [text] : []
    }),
  )
  return words => histories.has(words) || tellsOfThePast(words)
}

function firstSentence(text: string): string {
  return sentenceAt(text, { start: 0, end: 0 })
}

function tellsOfThePast(words: string): boolean {
  return tellsOfWords(words) || history.test(words) || (since.test(words) && !goesOn.test(words))
}

function findingsIn(block: TextBlock): Finding[] {
  return find(block.text)
    .filter(hit => !isShown(block, hit) && !tellsOfThePast(sentenceAt(block.text, hit)))
    .map(hit => findingOf(block, hit, (written, instead) => `${written} is no more: ${instead}.`))
}
