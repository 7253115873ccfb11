import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, sentenceAt } from '../words/context.ts'

/** What somebody does to a family or with what it sent: a reader has to know who. */
const deeds =
  'accepted|accessed|cancelled|ceased|closed|cut|dealt with|deducted|drawn up|escalated|exempted|forwarded|investigated|listened to|monitored|paused|recouped|recovered|reduced|refunded|reimbursed|removed|reported|stopped|suspended|terminated|transferred|uploaded|withdrawn|withheld|acknowledged|agreed|allocated|approved|arranged|assessed|assigned|awarded|calculated|carried out|charged|delayed|held|kept|lost|met|missed|reassessed|shared|stored|taken into account|chosen|collected|considered|contacted|decided|declined|determined|discussed|emailed|examined|followed up|given|granted|identified|informed|invited|issued|looked at|made|notified|offered|passed on|placed|processed|put in place|refused|rejected|rung|scheduled|selected|sent|taken|telephoned|told|undertaken|updated|visited|written to'
const asked =
  'declared|explained|followed|filled in|made|notified|recorded|completed|paid|provided|received|reported|requested|returned|sent|signed|submitted'
/** What goes through an office, and what is done there with it. */
const steps =
  '(?:(?:application|claim|consent|order|referral|request) )?(?:applications?|appeals?|appointments?|assessments?|bids?|calls?|cases?|claims?|complaints?|decisions?|documents?|enquir(?:y|ies)|evidence|feedback|forms?|letters?|meetings?|offers?|panels?|papers|payments?|places?|plans?|proposals?|quer(?:y|ies)|referrals?|reports?|requests?|visits?)'
const taken =
  'accepted|acknowledged|agreed|allocated|approved|arranged|assessed|assigned|booked|checked|considered|decided|discussed|drafted|emailed|examined|finalised|forwarded|issued|logged|looked at|made|offered|organised|passed on|prepared|processed|put in place|recorded|refused|registered|rejected|scheduled|scored|screened|sent out|sent|set up|signed off|triaged|turned down|written up|written'
const subject =
  '(?:you|your (?:child|son|daughter)[\u0027’]s (?:\\p{L}+ )?\\p{L}+|your (?:allowance|badge|benefits?|budget|child|concerns|funding|grant|hours|son|daughter|family|pass|payments?|seat|transport|comments|data|evidence|file|needs|opinions|place|records?|report|support|views|visit|wishes|application|request|referral|form|case|appeal|claim|complaint|details|information)|families|parents(?: and carers| or carers)?|applicants|the family|(?:all |any |the |this |these |each |every |new |an? )*(?:applications?|requests?|referrals?|decisions?|cases?|claims?|complaints?|appeals?|arrangements?|assessments?|enquir(?:y|ies)|plans?|letters?|places?)|advice|attendance|behaviour|progress|concerns|(?:the |this |your )?matters?|it(?= will be (?:offered|given|passed|decided|dealt|forwarded|withdrawn))|further support|(?:extra |more |some )?(?:funding|help|support|transport)|(?:an? |the )?(?:appointment|meeting|review|visit|worker))'
const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])${subject} (?:will|may|can|could|would|should|must|might)(?: not)?(?: also| then| usually| normally| only| always| first)* be (?:\\p{L}+ly )?(?:${deeds})(?![\\p{L}])`,
    'giu',
  ),
  /(?<![\p{L}])(?:it|this) (?:has been|had been|was|is|will be) (?:\p{L}+ly )?(?:agreed|decided|felt|considered|determined|expected|recommended|requested|suggested|advised) (?:that|to)(?![\p{L}])/giu,
  new RegExp(
    `(?<![\\p{L}])(?:an? |the |your |this |that |no )*(?:decision|assessment|referral|application|request|appointment|arrangement|case|claim|mistake|error|letter|complaint|offer|place|worker|visit)s? (?:has|have|had) (?:now |already |recently )?been (?:\\p{L}+ly )?(?:${deeds}|received)(?![\\p{L}])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:all |the |this |these |each |any |your |an? |completed |evidence |supporting |care |support |health |travel )*(?:agreements?|absences?|applications?|changes?|concerns?|consent|contracts?|documents?|evidence|forms?|information|payments?|permission|plans?|requests?) (?:must|should|need to|needs to|has to|have to|will need to|are to|is to) be (?:\\p{L}+ly )?(?:${asked}|agreed|approved|checked)(?![\\p{L}])`,
    'giu',
  ),
  // “The form is checked and a meeting is arranged”: the steps of a way through, and nobody takes them
  new RegExp(
    `(?<=^|[.?!:;] |(?:^|[ ,])(?:and|but|then|so|or|next|first|now) |, )(?:once more )?(?:an? |the |your |this |that |all |every |each |any |new |first |final )*${steps} (?:is|are) (?:then |also |now |next |first |usually |normally |not |\\p{L}+ly )?(?:${taken})(?![\\p{L}]| (?:after|as|before|once|twice|every|each|on|once a|twice a|yearly|monthly|weekly|at|in the|in a|from|for the|only|if|when|where|with|separately)\\b)`,
    'giu',
  ),
  // “The decision was taken to close the club”
  /(?<![\p{L}])(?:the|a) decision (?:has been |had been |was |is )(?:made|taken|reached) (?:to|not to|that)(?![\p{L}])/giu,
  // “Your form has been lost”
  /(?<![\p{L}])your (?:application|badge|benefit|case|claim|complaint|email|file|funding|grant|form|letter|place|records?|report|request) (?:has|have) been (?:\p{L}+ly )?(?:closed|delayed|lost|mislaid|misplaced|moved|passed on|sent|withdrawn)(?![\p{L}])/giu,
  // “Mistakes were made”, “the request was refused”, “funding was cut”
  /(?<![\p{L}])(?:mistakes|errors) (?:were|have been) made(?![\p{L}])|(?<![\p{L}])(?:the|your|this|our) (?:appeal|application|claim|place|referral|request) (?:was|were) (?:\p{L}+ly )?(?:agreed|approved|declined|denied|refused|rejected|turned down|withdrawn)(?![\p{L}])|(?<![\p{L}])(?:the )?(?:funding|budgets?) (?:was|were|has been|have been) (?:axed|cut|reduced|stopped|withdrawn)(?![\p{L}])/giu,
  // “Notice is expected to be given”: by whom, and to whom?
  new RegExp(
    `(?<![\\p{L}])(?:is|are) (?:expected|required|needed|meant|supposed|due) to be (?:${deeds}|${asked})(?![\\p{L}])`,
    'giu',
  ),
]

/** Where none of these stands, no pattern fits. */
const mayFit = new RegExp(
  `\\bdecision (?:was|is) |\\b(?:mistakes|errors|budgets?|funding|appeal|application|claim|place|referral|request) (?:was|were) |\\b(?:be|been) |\\b(?:it|this) (?:was|is) |\\b${steps} (?:is|are) `,
  'i',
)

/** A sentence in which nobody acts, where a family has to know who does. Plain English: use active verbs. */
export const passive = rule({
  id: 'passive',
  severity: 'notice',
  wcag: [],
  source: 'Plain English Campaign: prefer active verbs; GOV.UK: content design',
  why: 'A family has to know who decides, who writes and who waits for whom.',
  on: { text: block => findingsIn(block) },
  examples: {
    fail: [
      'You will be contacted within ten days.',
      'Your application will be processed in six weeks.',
      'It has been decided that the club will close.',
      'Forms must be returned before Friday. The care plan must be signed.',
      'A decision has been made.',
      'Your son’s lunch will be collected at noon. Once we have your form, your child will be given a number.',
      'Notice is expected to be given ten days before your child leaves.',
      'Fees are required to be paid in advance.',
      'The form is checked and a meeting is arranged. You then get a letter.',
      'First, your request is logged. Then a decision is made and letters are sent out.',
      'Your concerns will be listened to. Complaints will be investigated. Your benefit may be stopped.',
      'Mistakes were made with your form, and funding was cut. A place has been offered to your child.',
      'If a place is free, it will be offered to another child. Your case has been closed.',
      'The decision was taken to close the club. Your form has been lost.',
      'Your views will be taken into account, and support will be put in place. Any changes must be reported.',
      'All referrals are screened. If agreed, a visit is then booked.',
      'The form must be completed before an appointment can be made by the clinic.',
    ],
    pass: [
      'We will look into complaints. If it breaks, it will be mended. Mistakes were made by the team.',
      'The form is checked by two people. A decision is made each Friday, and the plan is reviewed every year.',
      'We tell you when a meeting is arranged. If the request is refused, you can appeal.',
      'The meeting is set up in the hall. Letters are sent on Fridays. Our team reads it, and a visit is booked.',
      'We will contact you within ten days.',
      'You will be contacted by the SEND team. Your child will be seen by a doctor.',
      'The hall was built in 1964. The plan is reviewed every year, and lunch is provided.',
      'A letter is due to be sent by the school. The hall is due to be painted in May.',
      'Places are limited. The form can be found below. You may be able to get help.',
      'The council decides what happens, and your child will be offered a place.',
      'If we need more time, we will tell you. If we agree, your child will be given a place.',
      'Your daughter’s medicine will be given by a nurse. Your child’s teacher will be told by us.',
      '“You will be contacted”, the letter said.',
    ],
  },
})

/** “By Friday” and “by email” name nobody. */
const agent =
  /(?<![\p{L}])by (?!\p{N}|(?:the (?:end|time|first|last|start|beginning)|then|e-?mail|post|phone|telephone|text|letter|law|bus|noon|midday|midnight|mon|tues?|wednes|thurs?|fri|satur|sun|jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec|return|hand|lunch)(?:day)?)/iu
/** Who acts there meets a condition; who acts on it is not said. */
const condition =
  /^\s*(?:if|once|unless|when|where) (?:we|the \p{L}+) (?:cannot|do(?:es)? not|need|want|wish|have|get|receive)s? [^,;]*, (?!we\b|the\b)/iu
/** Somebody who acts in the same sentence. */
const doer =
  /(?<![\p{L}])(?:we|us|our|the (?:[\p{L}-]+ ){0,2}?(?:council|school|college|team|panel|tribunal|nursery|doctor|judge|board|club|charity|court|gp|governors|headteacher|authority|senco))(?![\p{L}])/iu
const subordinate =
  /(?<![\p{L}])(?:whether|if|before|until|after|when|while|why|how|once|unless|because|what|which|where) $/iu

/** What goes on after the verb, as far as its own clause goes: what follows may be done by somebody else. */
function clauseAt(text: string, end: number): string {
  const rest = sentenceAt(text.slice(end), { start: 0, end: 0 })
  return rest.replace(/(?:,? (?:after|because|before|once|until|when|where|while)|[,;] (?:and|but|so)) .*$/su, '')
}

function findingsIn(block: TextBlock): Finding[] {
  if (block.elsewhere === 'alt' || !mayFit.test(block.text)) return []
  return patterns.flatMap(pattern =>
    matchesIn(block.text, pattern).flatMap((match): Finding[] => {
      const start = match.index
      const end = start + match[0].length
      const sentence = sentenceAt(block.text, { start, end }).replace(condition, '')
      const isTold =
        agent.test(clauseAt(block.text, end)) ||
        (doer.test(sentence) && !/^(?:it|this) |decision .* (?:not to|to|that)$/i.test(match[0]))
      const isPart = subordinate.test(block.text.slice(Math.max(0, start - 12), start))
      if (isTold || isPart || isOthers(block, { start, end })) return []
      return [{ message: `“${match[0]}” does not say who does it.`, place: { path: block.path, start, end } }]
    }),
  )
}
