import { describe, expect, test } from 'vitest'
import { type RecognisedKind, recognisedKinds, whoCanBeRecognised } from '../../src/shared/feedback/index.ts'

const known = { notNames: new Set(['travel', 'short', 'breaks', 'parent', 'voice']) }
const found = (text: string) => whoCanBeRecognised(text, known).map(({ kind, words }) => `${kind}: ${words}`)

/** All people and numbers here are made up; telephone numbers are Ofcom's for drama, the NHS number is the one for tests. */
const recognised: Readonly<Record<RecognisedKind, readonly [text: string, found: readonly string[]][]>> = {
  name: [
    ['My son Jack waits for a taxi.', ['name: Jack']],
    ['Thank you to Sarah Okafor, who rang back in March.', ['name: Sarah Okafor']],
    ['We saw Dr Harry Stone twice.', ['name: Dr Harry Stone']],
    ['I asked Priyanka about it.', ['name: Priyanka']],
    ['The school said that Amelia’s plan was late.', ['name: Amelia’s']],
  ],
  email: [['Write to mum.of.two@example.org please.', ['email: mum.of.two@example.org']]],
  telephone: [
    ['Ring me on 07700 900123.', ['telephone: 07700 900123']],
    ['My number is 01632960001', ['telephone: 01632960001']],
  ],
  postcode: [['We live near SS1 2AB.', ['postcode: SS1 2AB']]],
  address: [['We moved to 12 Hartington Road last year.', ['address: 12 Hartington Road']]],
  birth: [
    ['He was born on 3 April 2015 and still waits.', ['birth: 3 April 2015']],
    ['DOB 03/04/2015, no answer yet.', ['birth: 03/04/2015']],
  ],
  number: [
    ['The letter says 943 476 5919.', ['number: 943 476 5919']],
    ['UPN A123456789012 was wrong.', ['number: A123456789012']],
    ['They asked for QQ123456C or AB 12 34 56 C.', ['number: AB 12 34 56 C']],
  ],
  'child-at-school': [
    [
      'She is 7 years old and goes to St Mary’s Primary School.',
      ['child-at-school: 7 years old', 'child-at-school: St Mary’s Primary School'],
    ],
  ],
  post: [['The headteacher of Westcliff told us no.', ['post: The headteacher of Westcliff']]],
  account: [['Ask @mum_of_two about it.', ['account: @mum_of_two']]],
}

describe('what may tell who somebody is', () => {
  test.each(recognisedKinds)('is found: %s', kind => {
    expect(recognised[kind].length).toBeGreaterThan(0)
    for (const [text, expected] of recognised[kind]) expect(found(text), text).toEqual(expected)
  })

  test.each([
    'We could not find the page on Short breaks. The Tuesday group at Shoebury was full.',
    'The autism pathway page said 18 weeks in 2024, and my daughter has waited 90 weeks.',
    'It took 5 minutes to find the EHC needs assessment page, and the link to Facebook was broken.',
    'The school said no. The head of the school said no too, on 3 October 2026.',
    'I speak Polish and would like the page on SEN Support in Polish, please.',
    'My son is 14 and his school does not answer.',
    'Parents need more help at 16 to 25. Ask the GP or the SENCO first, it says.',
  ])('is not found where there is none: %s', text => {
    expect(found(text)).toEqual([])
  })

  test('is shown where it stands, in the order of the text, once each', () => {
    const text = 'Jo’s mum, Sarah Okafor, 07700 900123, SS1 2AB.'
    const all = whoCanBeRecognised(text, known)
    for (const { words, start, end } of all) expect(text.slice(start, end)).toBe(words)
    expect(all.map(({ kind }) => kind)).toEqual(['name', 'telephone', 'postcode'])
  })

  test('a title of the workspace’s own pages is nobody’s name', () => {
    expect(found('I like Parent Voice, and Parent Voice likes me.')).toEqual([])
  })
})
