import { type CheckedPage, type Finding, rule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { numbersIn } from '../telephone.ts'
import { isOthers } from '../words/context.ts'

/** Said in so many words. */
const only =
  /\b(?:only|solely|just) (?:be )?(?:(?:made|done|taken|accepted|booked|given|arranged|contacted|reached|available|possible|apply|book|register|refer|contact us|get in touch|(?:be )?able to \p{L}+) )?(?:\p{L}+ ){0,3}(?:by|over the|via|through) (?:the )?(?:(?:tele)?phone|ringing|calling|phoning|telephoning)\b|\b(?:by|over the|via) (?:the )?(?:tele)?phone(?: call)? only\b|\bonly (?:way|method) to (?:\p{L}+ ){1,6}is (?:by|to) (?:ring|call|phone|telephone)|\b(?:tele)?phone (?:bookings|applications|referrals|enquiries|calls) only\b|\b(?:do|does|can) ?not (?:accept|take|reply to|answer) (?:\p{L}+ ){0,2}emails?\b[^.?!]{0,40}\b(?:ring|call|phone|telephone)\b/iu
/** Where none of these stands, it is not said. */
const mayBeSaid = /phon|ring|call/i
/** What one has to do by telephone. */
const toDo =
  /\b(?:to|you can|please) (?:apply|ask for (?:a|an|help)|book|cancel|change|complain|enrol|find out|get (?:a|an|help|in touch)|join|make (?:a|an)|refer|register|reply|report|request|reserve|sign up|speak to)\b[^.?!\n]{0,100}\b(?:call|phone|ring|telephone|telephoning|calling|ringing|phoning)\b|\b(?:call|phone|ring|telephone)\b[^.?!\n]{0,80}\b(?:to|if you (?:want|would like|wish) to) (?:apply|ask for|book|cancel|complain|enrol|join|make (?:a|an)|refer|register|request|reserve|sign up)\b/i
/** When one has to. */
const ifSo =
  /\bif\b[^.?!\n]{0,120}\b(?:call|phone|ring|telephone)\b(?: us| them| the \p{L}+)?(?: at once)?(?: on)? \(?0\d/iu
/** Another way to get there. */
const others =
  /@|\b(?:e-?mails?|text (?:us|message|relay)|texts?|sms|whatsapp|letters?|write|writing|post|post it|forms?|online|website|visit (?:us|our|the|your|any|www|https?|example)|come (?:in|to|along|and)|call in|drop[- ]in|drop in|in person|chat|relay uk|sign(?:ed|ing)? (?:video|language)|BSL|textphone|minicom|typetalk|SignVideo|app|address|ask (?:your|the) (?:doctor|GP|school|nursery|health visitor)|speak (?:to|with) (?:your|the|a) (?:doctor|GP|school|nursery|health visitor|teacher))\b/i
const urgent =
  /(?<!\d )\b(?:999|111|101|112)\b(?! \d)|\b(?:emergenc(?:y|ies)|urgent|urgently|danger|crisis|helpline|Childline|Samaritans|police|ambulance)\b/i

/** The telephone as the only way in. WCAG 2.2 has no criterion for it; the Equality Act's duty has. */
export const telephoneOnly = rule({
  id: 'telephone-only',
  severity: 'warning',
  wcag: [],
  source: 'Equality Act 2010, section 20; GOV.UK service manual: offer other ways than the telephone',
  why: 'Deaf people, people who do not speak, and many who are anxious cannot ring: they need another way.',
  on: { page: page => (page.entry.kind === 'service' ? null : findingsIn(page)) },
  examples: {
    fail: [
      'You can only book by telephone.',
      'Complaints can only be made by phone.',
      'To apply, ring us on 01632 960001.',
      'Bookings are by phone only.',
      'If nobody can look after your child, ring 01632 960001.',
      'If a hearing aid stops working, ring the clinic on 01632 960 111.',
      'You can only book by ringing 01632 960001.',
      'To book a home visit, telephone 01632 960001.',
    ],
    pass: [
      'To apply, ring us on 01632 960001 or email [help@example.org](mailto:help@example.org).',
      'To apply, ring us on 01632 960001.\n\nYou can also [fill in the form](https://example.org/form).',
      'Ring us on 01632 960001.',
      'To join, ring 01632 960001 or visit the hub on a Monday.',
      'To get help in an emergency, ring 999.',
      'You cannot only apply by phone, but also in writing.',
    ],
  },
})

function findingsIn({ entry, texts, links, doc }: CheckedPage): Finding[] {
  const words = [entry.fields.summary, ...texts.map(({ text }) => text)].join('\n')
  const leadsElsewhere = links.some(({ href }) => !/^(?:tel:|#)/i.test(href)) || hasContact(doc.content)
  return texts.flatMap((block): Finding[] =>
    sentencesOf(block.text).flatMap(({ start, end }): Finding[] => {
      const sentence = block.text.slice(start, end)
      if (isOthers(block, { start, end: start + 1 }) || urgent.test(sentence)) return []
      const isSaid =
        mayBeSaid.test(sentence) && only.test(sentence) && !/\b(?:not|cannot|n[’']t) only\b/i.test(sentence)
      const isLeft =
        !leadsElsewhere &&
        !others.test(words) &&
        (toDo.test(sentence) || ifSo.test(sentence)) &&
        numbersIn(block.text).length > 0
      if (!isSaid && !isLeft) return []
      const message = isSaid
        ? 'The telephone is the only way in. Offer another, such as email or a form.'
        : 'Nothing here says how to do it without a telephone. Add an email address or a form.'
      return [{ message, place: { path: block.path, start, end } }]
    }),
  )
}

/** The box of contact details has room for an email address; what it lacks is said elsewhere. */
function hasContact(blocks: CheckedPage['doc']['content']): boolean {
  return blocks.some(block => block.type === 'contact' && block.attrs.email !== '')
}
