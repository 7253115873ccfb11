import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { isOthers, isPartOfName } from '../words/context.ts'

/** Nouns that hide a verb, and the verb. Terms of law (“carry out an EHC needs assessment”) have another word before them. */
const verbs: Readonly<Record<string, string>> = {
  agreement: 'agree',
  allocation: 'allocate',
  analysis: 'analyse',
  application: 'apply',
  arrangements: 'arrange',
  assistance: 'help',
  assessment: 'assess',
  calculation: 'work out',
  choice: 'choose',
  comparison: 'compare',
  completion: 'finish',
  conclusion: 'conclude',
  consideration: 'consider',
  consultation: 'consult',
  contact: 'contact',
  contribution: 'contribute',
  decision: 'decide',
  discussion: 'discuss',
  discussions: 'discuss',
  determination: 'decide',
  evaluation: 'evaluate',
  examination: 'look at',
  explanation: 'explain',
  identification: 'find',
  implementation: 'start using',
  improvements: 'improve',
  inspection: 'inspect',
  introduction: 'introduce',
  investigation: 'look into',
  modifications: 'change',
  monitoring: 'watch',
  notification: 'tell',
  objection: 'object',
  observation: 'watch',
  payment: 'pay',
  preparation: 'prepare',
  preparations: 'prepare',
  provision: 'provide',
  recommendation: 'recommend',
  recommendations: 'recommend',
  reduction: 'cut',
  registration: 'register',
  review: 'review',
  revision: 'change',
  selection: 'choose',
  submission: 'send',
  suggestion: 'suggest',
  utilisation: 'use',
  verification: 'check',
}
/** Nouns of offices, which people hardly say. */
const ofOffices: Readonly<Record<string, string>> = {
  allocation: 'allocate',
  commencement: 'start',
  completion: 'finish',
  consideration: 'consider',
  determination: 'decide',
  evaluation: 'evaluate',
  facilitation: 'help',
  identification: 'find',
  implementation: 'start using',
  notification: 'tell',
  provision: 'provide',
  receipt: 'get',
  submission: 'send',
  utilisation: 'use',
  verification: 'check',
}
const nouns = Object.keys(verbs).join('|')
/** Where none of them stands, no pattern fits. */
const mayHide = new RegExp(`(?:${nouns})s? |(?:tion|ment|ance|al|ence|sion|closure|review) `, 'i')
/** A noun that was made of a verb, as far as its end tells. */
const made =
  '(?!(?:accommodation|allowance|appliance|apartment|balance|department|distance|document|education|element|entrance|environment|equipment|finance|government|hospital|information|insurance|location|medical|medication|moment|nation|option|organisation|parliament|position|question|section|situation|station|total|transition)\\b)(?:\\p{L}{3,}(?:tion|sion|ment|ance)|approval|closure|disposal|involvement|refusal|removal|renewal|review)'
const empty =
  'carr(?:y|ies|ied|ying) out|undertak(?:e|es|en|ing)|undertook|conduct(?:s|ed|ing)?|perform(?:s|ed|ing)?|effect(?:s|ed|ing)?|give|gives|gave|given|giving|make|makes|made|making|reach|reaches|reached|reaching|come to|comes to|came to|enter into|hold|holds|held|holding|have|has|had|having|provide|provides|provided|providing'
/** With these, the verb before them is empty whatever the sentence is. */
const always =
  'carr(?:y|ies|ied|ying) out|undertak(?:e|es|en|ing)|undertook|conduct(?:s|ed|ing)?|perform(?:s|ed|ing)?|effect(?:s|ed|ing)?'
const adjective =
  '(?:(?:full|formal|detailed|thorough|further|initial|final|early|prompt|careful|due|any|some|necessary|appropriate) )?'
const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}-])(?:${always}) (?:an? |the |any |some )?${adjective}(${nouns})s? (?:of|into|on|with|regarding|about)(?![\\p{L}])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}-])(?:make|makes|made|making|reach|reaches|reached|reaching|come to|came to|take|takes|took|taking) an? ${adjective}(decision|determination|conclusion|recommendation) (?:about|on|regarding|as to|in relation to|whether|that|to)(?![\\p{L}])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}-])(?:${empty}) (?:an? |the )?${adjective}(consideration|notification|explanation|discussions?) (?:to|of|with|about|for|on)(?![\\p{L}])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}-])(?:make|makes|made|making) (?:an? |the )?${adjective}(application|payment|contribution|arrangements|contact|modifications|improvements|preparations|comparison|selection|submission|suggestion|objection|choice) (?:for|to|with|of|between|towards)(?![\\p{L}])`,
    'giu',
  ),
  /(?<![\p{L}-])(?:on|upon|after|following|for|before|during|with|in|by) the (completion|implementation|identification|submission|utilisation|evaluation|verification|determination|allocation|notification|calculation|revision|selection|introduction|consideration|preparation|examination|monitoring) of(?![\p{L}])/giu,
  // “makes an assessment of”, “do the provision of”
  /(?<![\p{L}-])(?:make|makes|made|making|do|does|did|doing) (?:an? |the )(analysis|assessment|calculation|completion|evaluation|examination|identification|inspection|investigation|monitoring|provision|registration|review|verification) of(?![\p{L}])/giu,
  // “provide assistance with”, “do an assessment of”, “take your views into consideration”
  /(?<![\p{L}-])(?:give|gives|giving|offer|offers|offering|provide|provides|provided|providing) (assistance) (?:for|in|to|with)(?![\p{L}])/giu,
  /(?<![\p{L}-])(?:take|takes|taking|taken) (?:\p{L}+ ){0,3}into (consideration)(?![\p{L}])/giu,
  new RegExp(
    `(?<![\\p{L}-])(?:responsible|responsibility) for the (${made}) of(?![\\p{L}])|(?<![\\p{L}-])there (?:has been|have been|had been|was|will be) (?:an? )?(${made}) (?:in|of)(?![\\p{L}])|(?<![\\p{L}-])(?:has|have|had) an? (involvement|influence) in(?![\\p{L}])|(?<![\\p{L}-])(?:am|are|be|is) in (agreement|receipt) (?:with|of)(?![\\p{L}])|(?<![\\p{L}-])(?:made|make|makes|making) the (${made}) of(?![\\p{L}])`,
    'giu',
  ),
  // “The refusal of a request is rare”
  new RegExp(
    `(?<=^|[.?!] )(?:the )?(${made}) (?:at|of|to) (?:\\p{L}+ ){1,4}(?:is|are) (?:an? (?:aim|condition|priority|requirement)|the (?:aim|goal|purpose)|compulsory|essential|mandatory|prohibited|rare|recommended)(?![\\p{L}])`,
    'giu',
  ),
  // “there was a discussion about”
  /(?<![\p{L}-])there (?:is|was|will be|has been) (?:an? |no )?(consideration|consultation|discussion|evaluation|investigation) (?:about|of|with|into)(?![\p{L}])/giu,
]

/** One of these is a thing with a name; two in one sentence are a sentence without a doer. */
const chain = new RegExp(`(?<!\\p{L})(?:the|an?) (${Object.keys(ofOffices).join('|')}) of(?!\\p{L})`, 'giu')

/** A verb that hides in a noun: “make a decision about” for “decide”. */
export const hiddenVerbs = rule({
  id: 'hidden-verbs',
  severity: 'notice',
  wcag: ['3.1.5'],
  source: 'Plain English Campaign: avoid nominalisations',
  why: 'A verb says what happens in one word, and who does it.',
  on: {
    text: block =>
      mayHide.test(block.text) && [
        ...patterns.flatMap(pattern => findingsOf(block, matchesIn(block.text, pattern), verbs)),
        ...chainsIn(block.text).flatMap(inOne => findingsOf(block, inOne, ofOffices)),
      ],
  },
  examples: {
    fail: [
      'We will make a decision about your request.',
      'The panel will carry out a review of the form.',
      'Give consideration to the costs. There was a discussion about the plan.',
      'The team makes an assessment of what your child needs.',
      'You must make an application to the council.',
      'The team helps with the completion of the form.',
      'We provide assistance with forms. The team is responsible for the management of the list.',
      'There has been a reduction in the number of places. The refusal of a request is rare.',
      'We are in agreement with the school. The nurse carries out observations of your child.',
      'The provision of help depends on the submission of a form.',
    ],
    pass: [
      'We will decide about your request.',
      'The team is responsible for the education of 40 pupils. There was a station in the town. Information on sleep is essential.',
      'The council must carry out an EHC needs assessment. It is a hard decision to make.',
      'You have the right to appeal. Make a payment plan, and make a difference.',
      'The council must secure the provision of the help in section F.',
      'The introduction of the book is short. Read the review of the film.',
      'She wrote: “We will make a decision about it.”',
    ],
  },
})

/** The links of each sentence that has several. */
function chainsIn(text: string): RegExpExecArray[][] {
  const links = matchesIn(text, chain)
  if (links.length < 2) return []
  return sentencesOf(text)
    .map(({ start, end }) => links.filter(({ index }) => start <= index && index < end))
    .filter(inOne => inOne.length > 1)
}

function findingsOf(
  block: TextBlock,
  matches: readonly RegExpExecArray[],
  known: Readonly<Record<string, string>>,
): Finding[] {
  return matches.flatMap((match): Finding[] => {
    const start = match.index
    const end = start + match[0].length
    const noun = match.slice(1).find(group => group !== undefined) ?? ''
    const verb = known[noun.toLowerCase()]
    if (isOthers(block, { start, end }) || isPartOfName(block.text, { start, end })) return []
    const instead = verb === undefined ? `“${noun}” says less than what somebody does` : `“${verb}”`
    return [{ message: `“${match[0]}” hides a verb: ${instead}.`, place: { path: block.path, start, end } }]
  })
}
