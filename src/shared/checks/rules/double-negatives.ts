import { matchesIn } from '../matches.ts'
import { type Finding, rule } from '../rule.ts'
import { isOthers } from '../words/context.ts'

const no = "(?:not|never|no|cannot|neither|nor|\\p{L}+n[’']t)"
/** Words that are a “no” of their own, as far as an everyday one without it says the same. */
const negative =
  '(?:un(?:able|acceptable|affected|attainable|available|aware|believable|clear|comfortable|common(?:ly)?|desirable|eligible|entitled|familiar|fair|friendly|happy|helpful|heard of|important|interested|known|likely|limited|necessary|necessarily|noticed|pleasant|popular|qualified|realistic|reasonable|reasonably|related|safe|suitable|supported|sure|sympathetic|true|usual(?:ly)?|welcome|willing|wise|worthy)|in(?:accessible|accurate|active|adequate|applicable|appropriate|attentive|capable|complete|considerable|consistent|correct|effective|eligible|expensive|experienced|flexible|frequent(?:ly)?|sensitive|significant|sufficient)|im(?:possible|probable|proper|practical)|il(?:logical)|ir(?:regular|relevant|responsible)|dis(?:similar|allowed|qualified|satisfied|pleased))'
/** Where none of these stands, nothing is said twice. */
const mayDeny = /\b(?:no|not|nor|none|nobody|nothing|never|neither|cannot|unless)\b|n[’']t\b/i
/** Each with a sign without which it does not fit: the pattern itself takes far longer to say so. */
const patterns: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [
    / (?:un|in|im|il|ir|dis)[a-z]{3}/i,
    new RegExp(
      `(?<![\\p{L}])${no} (?:be |been |entirely |at all |wholly |always |an? |so |very |too |necessarily )*${negative}(?![\\p{L}])`,
      'giu',
    ),
  ],
  [
    /fail|forget|omit|neglect/i,
    /(?<![\p{L}])(?:do not|don[’']t|never|cannot|can[’']t|must not|should not|will not|did not) (?:fail|forget not|omit|neglect) to(?![\p{L}])/giu,
  ],
  [
    /reason|ground|need/i,
    /(?<![\p{L}])(?:no|not any) (?:reason|grounds?|need) (?:why |that |for )?(?:(?!(?:if|when|because|as|or|and|but|where|while)\b)[\p{L}’']+ ){0,6}?(?:cannot|can[’']t|should not|shouldn[’']t|may not|could not|couldn[’']t|would not|wouldn[’']t|not to|not)(?![\p{L}])/giu,
  ],
  [
    /unless/i,
    /(?<![\p{L}])unless (?:(?:a|an|he|it|she|the|they|we|you|your|their) ?(?:child|family|form|group|parent|place|plan|pupil|school|son|daughter)?[’']?s? ?)(?:do not|don[’']t|does not|doesn[’']t|are not|aren[’']t|is not|isn[’']t|have not|haven[’']t|has not|hasn[’']t|cannot|can[’']t|did not|didn[’']t)(?![\p{L}])/giu,
  ],
  [
    /\b(?:no|none|nothing|nobody|nowhere|never)\b/i,
    /(?<![\p{L}])(?:don[’']t|do not|doesn[’']t|does not|didn[’']t|did not|can[’']t|cannot|won[’']t|will not|haven[’']t|have not|hasn[’']t|has not|isn[’']t|is not|aren[’']t|are not) (?:[\p{L}’']+ ){0,3}?(?:no|nothing|nobody|none|no one|nowhere|never)(?! (?:one|longer|later|more|less|fewer|matter)[\p{L}]?)(?![\p{L}])/giu,
  ],
  [
    /\b(?:no one|nobody|none|nothing)\b/i,
    /(?<![\p{L}])(?:no one|nobody|none of [\p{L}’']+(?: [\p{L}’']+)?|nothing) (?:[\p{L}’']+ )?(?:cannot|can[’']t|do not|don[’']t|does not|doesn[’']t|will not|won[’']t|should not|is not|isn[’']t|are not|must not)(?![\p{L}])/giu,
  ],
  [
    /\bno (?:child|family|one|parent|pupil|student|young)/i,
    /(?<![\p{L}])no (?:child|family|parent|pupil|student|young person) (?:is|will be|should be|must be|can|will|should) (?:not|never)(?![\p{L}])|(?<![\p{L}])not without not(?![\p{L}])/giu,
  ],
  [
    /hardly|scarcely|barely|rarely|seldom|few/i,
    /(?<![\p{L}])(?:hardly|scarcely|barely) (?:no|none|nobody|nothing|not)(?![\p{L}])|(?<![\p{L}])(?:few|hardly any) (?:\p{L}+ ){1,2}(?:are|can|did|do|does|have|is|will) not(?![\p{L}])|(?<![\p{L}])(?:rarely|seldom) (?:do|does|did|will|is|are) (?:\p{L}+ ){1,2}not(?![\p{L}])/giu,
  ],
  [
    /\bnot? |n[’']t |never |cannot |without /i,
    // “It is not that we do not want to”, “you cannot not come”, “we do not say that you cannot”
    /(?<![\p{L}])(?:it is|it[’']s) not (?:that|the case that|true that) (?:\p{L}+ ){1,3}?(?:cannot|\p{L}+n[’']t|(?:are|can|could|did|do|does|has|have|is|may|must|should|was|will) not)(?![\p{L}])|(?<![\p{L}])(?:cannot|can[’']t|never|must not) (?:do |be )?not(?! only)(?![\p{L}])|(?<![\p{L}])without not(?![\p{L}])|(?<![\p{L}])(?:do not|don[’']t|does not|never) (?:say|think|suggest|want to say) (?:that )?(?:\p{L}+ ){1,2}(?:cannot|can[’']t|(?:are|may|must|should|will) not)(?![\p{L}])/giu,
  ],
  [
    /refuse|denied|exclude|prevent|prohibit|disallow|reject/i,
    /(?<![\p{L}])(?:not|never|cannot|can[’']t|won[’']t|don[’']t|doesn[’']t) (?:be )?(?:refused?|denied|excluded?|prevent(?:ed)?|prohibit(?:ed)?|disallow(?:ed)?|reject(?:ed)?) (?:[\p{L}’']+ ){0,8}?(?:unless|without|not|if (?:you|they|he|she|it) (?:do not|don[’']t|cannot|is not|are not))(?![\p{L}])/giu,
  ],
]

/** Two noes that make a yes. Plain English: say it the positive way. */
export const doubleNegatives = rule({
  id: 'double-negatives',
  severity: 'notice',
  wcag: ['3.1.5'],
  why: 'Readers have to turn the sentence round twice, and some are left with the opposite.',
  on: {
    text: block => {
      if (!mayDeny.test(block.text)) return null
      const found = patterns.flatMap(([sign, pattern]) => (sign.test(block.text) ? matchesIn(block.text, pattern) : []))
      return found.flatMap((match): Finding[] => {
        const start = match.index
        const end = start + match[0].length
        const isCovered = found.some(
          other =>
            other !== match &&
            other.index <= start &&
            other.index + other[0].length > start &&
            other[0].length > match[0].length,
        )
        if (isCovered || isOthers(block, { start, end })) return []
        return [
          {
            message: `“${match[0]}” says no twice. Can it be said with none?`,
            place: { path: block.path, start, end },
          },
        ]
      })
    },
  },
  examples: {
    fail: [
      'It is not uncommon to wait.',
      'Do not fail to reply.',
      'There is no reason why you cannot apply.',
      'You will be charged unless you do not attend.',
      'You do not need no letter.',
      'It is not that we do not want to help. There is hardly no wait. You cannot not come.',
      'We do not say that you cannot bring a dog. Few parents are not happy. Help is not unavailable.',
      'Do not apply unless your child does not have a plan.',
      'Nobody cannot apply.',
      'No child is not welcome.',
      'Applications will not be refused unless they are late.',
    ],
    pass: [
      'This does not mean that you cannot apply. It is not that hard. Few parents come, and few do. We never know, and do not say who you are. You can, not must, come.',
      'It is common to wait. It is not safe to wait.',
      'You cannot apply unless you live in Southend.',
      'We will not share your details without asking you.',
      'Do not undress. Do not understate it, and do not use it until we say so.',
      'If you do not agree and we do not hear from you, nothing changes.',
      'No, you cannot apply. Not everyone is able to come.',
      'It is not free, no matter who asks. He said: “It is not impossible.”',
      'There is no need to book, and no need to tell us if you cannot come.',
      'Home education is not illegal. Children must not be unaccompanied.',
    ],
  },
})
