import carers from '../../../../resources/words/carers.json' with { type: 'json' }
import list from '../../../../resources/words/respect.json' with { type: 'json' }
import { fits, matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { notAbout } from '../words/about.ts'
import { isShown, sentenceAt, tellsOfWords } from '../words/context.ts'
import { phraseFinder } from '../words/phrases.ts'
import { findingOf, saidIn } from '../words/wording.ts'

const aboutPeople = phraseFinder(list)
const aboutCarers = phraseFinder(carers)

/** Where a mother is meant because she gives birth, or where others who care are named beside her. */
const meantSo =
  /\b(?:pregnan|birth|newborn|premature|had (?:a|her|their) (?:\p{L}+ )?bab(?:y|ies)\b|breast|bottle-?fe|matern|midwi|antenatal|postnatal|carers?\b|grandparent|guardian|foster|whoever|adults?\b|anyone|anybody|someone|somebody|relatives?\b|family member|whole family|step-?parent|said|says|told|tells|wrote|asked us|told us)/iu

/** Words that hurt, label or blame the people whom a page is for. */
export const respect = rule({
  id: 'respect',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK: inclusive language for writing about disability; NHS content guide: disabilities and conditions',
  why: 'Families read a page about their own child, and stop trusting one that pities, labels or blames.',
  on: {
    page: page => notAbout(page, tellsOfWords).flatMap(findingsIn),
    text: block => ((block.elsewhere ?? block.spot) === undefined ? null : findingsIn(block)),
  },
  examples: {
    fail: [
      'He suffers from autism and is wheelchair-bound.',
      'One.\n\n<div>He suffers from autism.</div>',
      'A club for the disabled.',
      'Parking for the disabled is at the front.',
      'There are six spaces for the disabled next to the door.',
      'Handicapped children are welcome.',
      'It is for high-functioning children.',
      'SEND kids can come, and so can normal children.',
      'We help hard to reach families.',
      'Mums should bring a drink.',
      'A non-compliant child. The boy is non-compliant.',
      'We help:\n\n- handicapped children',
      'Mums, drop in for a cup of tea while your child plays.',
      'Calling all mums, come and join us.',
      'Your mum and dad must sign the form.',
      'J.S. (8) comes every week.',
      'T likes the quiet room.',
      'K is 7 and loves trains. AB, aged 9, likes the pool.',
      'M.T. (age 10) was away for a year. B. (aged 6) came back.',
      'Our son K, who is deaf, joined the club. Pupil J.S. reads well.',
      'M.T. went back for two hours a day.',
      'Isla, a victim of meningitis, wears two hearing aids.',
      'Cara lost her battle with cancer. Tom battles with autism every day.',
      'She is bound to her wheelchair. Sam is unfortunately autistic.',
      'Sam, who is dumb, uses a tablet. Epileptic fits are common. It is a place for the elderly.',
      'Lazy pupils and defiant children are sent out.',
      'He is a Down’s child.',
      'EHCP kids get a taxi.',
      'Pupils with ADHD are hard to handle. He was seen as unteachable.',
      'There are six EHCPs in our class. The EHCPs often leave early, and two ADHDs get a taxi.',
      'She always smiles, despite her condition.',
      'A mum should come with her child.',
      'The nurse asks Mum about sleep.',
      'Mum can learn to sign while Dad is at work. Each class lasts an hour.',
      'When Dad goes to work, Mum may feel alone.',
      'Come for coffee while your husband is at work.',
      'Autistic sufferers can call us.',
      'These kids battle their disabilities.',
    ],
    pass: [
      'The council wrote 300 EHCPs in the year to March. Our EHCPs have twelve parts, and most EHC plans work well for years.',
      'A child who cannot be taught in school has a tutor. Feelings are hard to manage. She finds anger hard to control.',
      'There is no such thing as a naughty child. Sadly, the club has closed. Our helpers fight cancer with research.',
      'The dumb waiter takes food up. The elderly care team visits homes. Stubborn stains wash out.',
      'Ask our son J. Smith, or J.K. Rowling (the writer). The book by A. A. Milne is 10 years old. B. Khan (aged care lead) helps.',
      'Victims of crime, and a victim of bullying or of a road crash, can ring Victim Support.',
      'We do not say “wheelchair-bound”, and the word handicapped is hurtful.',
      'The Handicapped Children’s Action Group lends toys. Handicapped Children’s Action Group is a charity.',
      'She has spastic cerebral palsy. It is for the disabled child’s brother.',
      'Normal school hours, and a normal day. It is normal for children to worry.',
      'If you are worried, tell your mum about it. Ask Mum or another adult to help.',
      'Mum, dad or a carer can come. The Mums and Dads Club meets on Monday.',
      'She suffered from a lack of sleep. The blind is broken, and the deaf community meets here.',
      '“He suffers from autism”, the letter said.',
      'Mums and dads can both come. Talk to your mum or dad, or to another adult whom you trust.',
      'Mums, toddlers and babies fill the hall. Mums, dads and carers, come and join us.',
      'Grade C is 4 in the new system. Room B is 12 metres long. A disease like measles spreads.',
      'The SEND Parents Forum meets here. The Down’s Syndrome Association and the Downs Road School help.',
      'Disabled toilets are by the lift.',
      'It does not mean that anybody thinks you are a bad parent.',
      'Vitamin D is good for you. A has two parts, and plan B needs time. J. Smith (8 High Street) helps.',
      'Please send children in warm clothes, and send parents a text.',
      '## Words we avoid\n\nHandicapped, wheelchair-bound.',
      'We do not say:\n\n- afflicted by\n- handicapped\n- wheelchair-bound',
      'The dads’ group meets on Sundays. Another group is for mothers who have a toddler.',
      'Play while your parent is at work. The mums’ class is on Monday and the dads’ class on Friday.',
      'The golf club lends clubs. You need no handicap.',
      'She was so brave at the dentist. Children are acting out fairy tales, as heroes with a superpower.',
      'A forum for the deaf and hard of hearing community. The blind was down. A witness who refuses to attend.',
      'We act on any non-compliance with the law.',
    ],
  },
})

/** A child of whom letters are left: “J.S. (8)”, “Child A”, “T has…”. “Vitamin D is” and “A has” are none. */
const lives =
  '(?:attends|came|cannot|comes|enjoys|feels|finds|goes|has|hates|knows|likes|lives|loves|moved|needs|plays|sleeps|speaks|started|struggles|uses|wants|wears|went)'
const initials = new RegExp(
  [
    // “J.S. (8)”, “M.T., age 10,”
    '(?<![\\p{L}.])(?:\\p{Lu}\\.[ ]?){1,3}(?=,?[ ]?\\(?(?:aged? )?\\d{1,2}(?:\\)| years|-year))',
    '(?<![\\p{L}.])(?:\\p{Lu}\\.[ ]?){1,3}(?=,?[ ]?\\(?aged? \\d{1,2}\\b)',
    '(?<![\\p{L}.])\\p{Lu}{1,3} (?=\\(aged? \\d{1,2}\\))',
    // “Child A”, “pupil J.S.”, “our son K”
    "(?<![\\p{L}-])(?:Child|Pupil|Student|Patient|Client|Young person|Learner) (?:[A-Z](?![\\p{L}\\p{N}’'.-]| (?:and|or|to) \\p{Lu}\\p{Ll})|(?:\\p{Lu}\\.){1,3}(?! \\p{Lu}\\p{Ll}))",
    "(?<=\\b(?:my|our|her|his|their|whose) (?:\\p{L}+[ ])?(?:son|daughter|brother|sister|boy|girl|twin|nephew|niece),? )[B-HJ-Z](?![\\p{L}\\p{N}’'-]|\\. \\p{Lu}\\p{Ll})",
    // “K is 7”, “AB, aged 9,”
    '(?<=(?:^|[.?!] ))(?:[B-HJ-Z]|(?:\\p{Lu}\\.){2,3}|\\p{Lu}{2}),? (?=(?:(?:who )?(?:is|was) \\d{1,2}(?: and| years|,|\\.)|aged? \\d{1,2}\\b))',
    // “T likes the quiet room”
    `(?<=(?:^|[.?!] ))(?:[B-HJ-Z]\\.?|(?:\\p{Lu}\\.){2,3}) (?=${lives} )`,
  ].join('|'),
  'gu',
)

/** Where none of these stands, no child is made letters of. */
const mayShorten =
  /\p{Lu}\.?,? ?\(?(?:\d|age)|(?:Child|Pupil|Student|Patient|Client|person|Learner) [A-Z]|(?:son|daughter|brother|sister|boy|girl|twin|nephew|niece),? [B-HJ-Z]\b|(?:^|[.?!] )[B-HJ-Z]\.? |(?:^|[.?!] )\p{Lu}\.?\p{Lu}?\.?\p{Lu}?\.?,? \p{Ll}/u

function lettersIn(block: TextBlock): Finding[] {
  if (!fits(block.text, mayShorten)) return []
  return matchesIn(block.text, initials).flatMap((match): Finding[] => {
    const start = match.index
    const end = start + match[0].trimEnd().length
    if (isShown(block, { start, end })) return []
    const message = `“${match[0].trim()}” makes letters of a child: use another first name, and say that it is not the real one.`
    return [{ message, place: { path: block.path, start, end } }]
  })
}

/** One group for fathers and another for mothers leave nobody out. */
function isOfGroups(text: string): boolean {
  return (
    /\b(?:group|club|class|drop-in|course)s?\b/i.test(text) &&
    /\b(?:dads|fathers|men|(?:dad|father)['’]s)\b/i.test(text) &&
    /\b(?:mums|mothers|women|(?:mum|mother)['’]s)\b/i.test(text)
  )
}

function findingsIn(block: TextBlock): Finding[] {
  const people = saidIn(block, aboutPeople).filter(
    hit => !isShown(block, hit) && !tellsOfWords(sentenceAt(block.text, hit)),
  )
  const care = saidIn(block, aboutCarers).filter(
    hit => !isShown(block, hit) && !meantSo.test(sentenceAt(block.text, hit)) && !isOfGroups(block.text),
  )
  return [
    ...lettersIn(block),
    ...people.map(hit => findingOf(block, hit, (written, instead) => `${written} can hurt: ${instead}.`)),
    ...care.map(hit => findingOf(block, hit, (written, instead) => `${written} leaves people out: ${instead}.`)),
  ]
}
