/** Words of “Referral” and of “How to get it” that say who can open the door, and how. Several can be true at once. */

export interface Sign<T extends string> {
  name: T
  label: string
  said: RegExp
}

export const referrers: readonly Sign<'yourself' | 'school' | 'health' | 'social-care' | 'plan'>[] = [
  {
    name: 'yourself',
    label: 'You can go yourself',
    said: /\bno referral|\b(?:famil(?:y|ies)|parents?|carers?|young (?:people|person)|yourself|anyone)\b/i,
  },
  {
    name: 'school',
    label: 'A school, nursery or college',
    said: /\b(?:schools?|nurser(?:y|ies)|colleges?|childminders?|senco|(?<!health )professionals?)\b/i,
  },
  {
    name: 'health',
    label: 'A doctor, nurse or therapist',
    said: /\b(?:health|doctors?|gps?|clinics?|nurses?|therapists?|hospitals?|(?<!health )professionals?)\b/i,
  },
  {
    name: 'social-care',
    label: 'Social care or early help',
    said: /\b(?:social|front door|early help|(?<!health )professionals?)\b/i,
  },
  { name: 'plan', label: 'It is part of an EHC plan', said: /\bEHC plan/i },
]

export const waysIn: readonly Sign<'come' | 'book' | 'ask' | 'form' | 'referred'>[] = [
  {
    name: 'come',
    label: 'Just turn up',
    said: /\b(?:just come|come (?:along|and join|for)|walk in|drop in|at the door)\b/i,
  },
  { name: 'book', label: 'Book a place', said: /\b(?:book|sign up|join by|to join)\b/i },
  {
    name: 'ask',
    label: 'Ring, text or email',
    said: /\b(?:ring|text|telephone|email|message|contact|refer (?:yourself|themselves))\b/i,
  },
  { name: 'form', label: 'Fill in a form or apply', said: /\b(?:forms?|apply|online|letter)\b/i },
  {
    name: 'referred',
    label: 'Somebody asks for you',
    said: /\b(?:refers? you|asks?\b.*\bagreement|school asks|ask (?:your|the) (?!team)|decided by|usually tells us|through the)\b/i,
  },
]

export function signsIn<T extends string>(words: string, signs: readonly Sign<T>[]): Sign<T>[] {
  return signs.filter(({ said }) => said.test(words))
}
