import list from '../../../../resources/words/old-names.json' with { type: 'json' }
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { notAbout } from '../words/about.ts'
import { isShown, sentenceAt, tellsOfWords } from '../words/context.ts'
import { phraseFinder } from '../words/phrases.ts'
import { findingOf } from '../words/wording.ts'

const find = phraseFinder(list)

const history =
  /\b(?:(?:until|before|between|in|from|since|by|after|during|of)(?: \p{L}+){0,2} (?:19|20)\d\d|(?:19|20)\d\d(?:[-–/]\d\d)? (?:act|code|regulations|law|report)|used to|no longer|abolish|ended|closed|became|history|historic|once|former|former(?:ly)?|previous|old|older|past|instead|converted|conversion|transferred|transfer from|superseded|took (?:its|their|the) place|came before|predecessor|earlier|was|were|ago|outside England|Northern Ireland|Scotland|Scottish|Wales|Welsh|do not|don’t|don't|not|nobody|no one|no (?:child|children|pupil|school|council|family)|changed|changes in the law|what happened to)\b/iu

/** A plan, a law, a body or a benefit that is no more, spoken of as if it were. */
export const oldNames = rule({
  id: 'old-names',
  severity: 'warning',
  wcag: [],
  source: 'Children and Families Act 2014 and later law: what took the place of what',
  why: 'A family that asks for what was abolished loses weeks, and doubts the rest of the page.',
  on: {
    page: page => notAbout(page, tellsOfThePast).flatMap(findingsIn),
    text: block => ((block.elsewhere ?? block.spot) === undefined ? null : findingsIn(block)),
  },
  examples: {
    fail: [
      'Ask the LEA for a statement.',
      'Children with statements get help.',
      'Your child may be on School Action Plus.',
      'Ring Connexions for advice.',
      'The clinical commissioning group pays.',
    ],
    pass: [
      'Cycle along the LEA Valley.',
      'Until 2014, children with statements had more rights.',
      'The 1996 Act used the term statement. Statements were replaced by EHC plans.',
      'Read our statement of accounts and the accessibility statement. He gave a statement to the police.',
      'We have a policy statement, and bank statements.',
      'The school action group meets on Monday. Grass on the lea.',
      '## Connexions: what happened to it\n\nIt closed in 2012.',
      '## How the law changed\n\nChildren with statements had more rights. No child has a statement now.',
      '## History\n\nStatements of special educational needs set out the help.',
      'The council, once called the local education authority, decides.',
    ],
  },
})

function tellsOfThePast(words: string): boolean {
  return tellsOfWords(words) || history.test(words)
}

function findingsIn(block: TextBlock): Finding[] {
  return find(block.text)
    .filter(hit => !isShown(block, hit) && !tellsOfThePast(sentenceAt(block.text, hit)))
    .map(hit => findingOf(block, hit, (written, instead) => `${written} is no more: ${instead}.`))
}
