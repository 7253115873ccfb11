import carers from '../../../../resources/words/carers.json' with { type: 'json' }
import list from '../../../../resources/words/respect.json' with { type: 'json' }
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { notAbout } from '../words/about.ts'
import { isShown, sentenceAt, tellsOfWords } from '../words/context.ts'
import { lettersOfChildren } from '../words/initials.ts'
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
      'When a parent fails to cooperate, we close the case. Mother failed to attend two meetings.',
      'Families who do not bother to turn up lose their place. Some parents are unwilling to work with the school.',
      'A lack of parental boundaries is the cause. Many come from chaotic homes. Disengaged parents get a visit.',
      'He chooses not to speak. She plays up when her mother is there. Pupils who misbehave lose their seat.',
      'Parents need to take more responsibility for their children. Some parents make excuses.',
      'J.T. and M. now eat with the others. K.’s mum says that he sleeps well.',
      'The twins, R and S, love the sand tray. A pupil (P.) told us so. Our first guest was L, a boy with a smile.',
      'Last year RK moved to our school. Little D.W. can now swim. Meet “B”, who is six.',
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
      'If the council fails to reply, or a school refuses to cooperate, tell us. A service that fails to attend has to say why.',
      'Some children cannot take part. If you do not come, the taxi leaves. No parent is to blame, and it is not your fault.',
      'The disabled children’s team, the blind and low vision team, and the deaf and hearing support line.',
      'Tea at the U.K. office, P.E. and R.E. lessons, and a talk by J. and T. Okafor. Parts B and C are on page D.',
      'Years R and 1 meet. The B family of vitamins. GP told us. Grade C’s tutor group, and plan B’s cost.',
    ],
  },
})

function lettersIn(block: TextBlock): Finding[] {
  return lettersOfChildren(block.text).flatMap(({ written, start, end, isQuoted }): Finding[] => {
    if (!isQuoted && isShown(block, { start, end })) return []
    const message = `“${written}” makes letters of a child: use another first name, and say that it is not the real one.`
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
