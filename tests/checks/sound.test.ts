import { describe, expect, test } from 'vitest'
import { runChecks } from '../../src/shared/checks/index.ts'
import { facts, rulesFor, serviceOf } from './checked.ts'

/** What a lazy rule would flag, and no rule does: a false alarm costs more trust than a miss. */
const sound: Record<string, readonly string[]> = {
  'numbers that are no dates': [
    'The line is open 24/7. Score 9/10, then 1/2.',
    'Ring 01632 960001 or +44 1632 960001, or text 07700 900001.',
    'It costs £1,250.50 a year, or £12.50 a day.',
    'Use version 1.2.26 of the form. See paragraph 9.12.14 and regulation 5.6.12.',
    'The sort code is 20-12-67. In 2026/27 or 2026-27, at an 11–16 school, in room 12/4 at 192.168.10.12.',
    'Open Monday to Friday, 9am to 5pm, and on 5 November 2027.',
    'The ratio is 1:2:3, and the tribunal is case 12/2026/00012.',
  ],
  'bold that is no heading': [
    '**Telephone: 01632 960001**\n\nLines open at 9am.',
    '**Monday to Friday, 9am to 5pm**\n\nClosed on bank holidays.',
    '**Civic Centre, Victoria Avenue, SS2 6ER**\n\nThe entrance is at the side.',
    '**[help@example.org](mailto:help@example.org)**\n\nWe answer in two days.',
    '**£12.50 a session**\n\nPay on the day.',
    '**“They listened to us.”**\n\nA parent said so.',
    '**Bring a drink.**\n\nBring a towel.',
    '**Important:** ask first.\n\nThen come.',
    '**A photo of the hall**\n\n::figure{src="media/bus.png" alt="A hall with a ramp"}',
    ':::callout{kind=important}\n**If it cannot wait**\n\nRing 999.\n:::',
    '**The last words**',
  ],
  'capitals that are names, codes and short forms': [
    'Ask CAMHS, SENDIASS (free advice), NHS 111 or the SEND team.\n\nChild and adolescent mental health services (CAMHS) help.',
    'Find us in LEIGH-ON-SEA, SS9 2AB, or WESTCLIFF-ON-SEA.',
    'The charities are MENCAP, SCOPE and KIDS.',
    'Fill in form SA1 or form DLA1A with code ABCD EF12.',
    'She said “NO!” and then “OK”.',
    'You must NOT pay for this. It is FREE.',
    'Maths GCSE, A-level and BTEC.',
  ],
  'links that say enough': [
    '[Here to help: our team](https://example.org/a) and [More than words](https://example.org/b)',
    '[Out and about](https://example.org/a), [Go for it](https://example.org/b) and [About us](https://example.org/c)',
    '[Information for families](https://example.org/a), [Apply for a blue badge](https://example.org/b)',
    '[GOV.UK](https://www.gov.uk/) and [help@example.org](mailto:help@example.org)',
    '[01632 960001](tel:01632960001) and [+44 1632 960002](tel:+441632960002)',
    '[0808 157 0001](tel:+448081570001)',
    '[Apply](https://example.org/apply-now), and [Apply for travel](https://example.org/a).'.replace(
      '[Apply]',
      '[Apply for a pass]',
    ),
    'Read the [travel policy](media/travel.pdf) (PDF, 240 KB).',
    '[Travel policy (PDF, 240 kilobytes)](media/travel.pdf)',
    '[Travel to school](https://example.org/travel) and [Travel to school](http://example.org/travel/)',
    '[Ten sites](https://10.example.org/) and [Local news](https://127.example.org/)',
    '[![A bus with a ramp](media/bus.png)](https://example.org/bus)',
    '[Read about travel (opens in a new tab)](https://example.org/)',
  ],
  'addresses that are no links': [
    'The service is called Ask.Us and the group is 4.Kids.',
    'See [the forum](https://example.org/) p.m. on Tuesday, a.m. now.',
    'Save the file as form.docx or as list.csv.',
    'Email us: the address is on [our contact page](page:01ARZ3NDEKTSV4RRFFQ69G5FAV).',
    ':::contact{name="Team" telephone="01632 960001" email="team@example.org" website="https://example.org/"}\n:::',
    'Type `www.example.org` in the bar.',
  ],
  'dashes and numbers that are no list': [
    '– an aside, and nothing more',
    'A team – small and friendly – meets here.\n\n– so they say',
    '2026. A good year.\n\nThen more.',
    '1\\. First, and only, thing.',
    'One\\\nTwo\\\nThree',
    'Gull House\\\n1 High Street\\\nSouthend-on-Sea',
    '- one\n- two',
    '5 to 11\n\n12 to 16',
  ],
  'sentences that are short enough': [
    'Is it free? No. You pay nothing at all, and neither does your school, so you can ask as often as you like. The answer is no. That means that you can ask again next year.',
    'Ask Dr. A. Smith, approx. by noon on Monday. Then ring St. Mary’s, Tel. 01632 960001, the surgery on the corner of the road. Then wait for a letter.',
    'You will need:\n\n- proof of who you are\n- proof of where you live\n- a letter from your doctor\n- a photo of your child',
    'Leave it\\\nat the door\\\nof the house\\\nthat has a red roof and a green gate\\\nand then walk down the hill to the sea\\\nand wait for us there',
  ],
  'brackets, quotes and signs that were meant': [
    'The judge said “[the child] needs help”, and “[When] she is ready, [describe it] to her”.',
    '> [Your] voice matters, [who] you are does too.',
    'Marks & Spencer, 5 < 6, R&B, AT&T; that is all.',
    'Is it free? Yes!',
    'The group meets at the Xxi café. Ask Thanh Tú or Zoë for crème brûlée, at 20°C.',
    'Meetings [except in August] are monthly.',
  ],
  'everyday words': [
    'Ring a number of your choice.',
    'A large number of people came.',
    'It is accordance, not a cord.',
  ],
  'pictures and tables': [
    '::figure{src="media/bus.png" alt="Picture cards on a timetable"}',
    '::figure{src="media/bus.png" alt="Photographers at the prize day"}',
    '## ![Travel](media/bus.png)\n\nWords.',
    ':::table{header=both}\n| | Cost |\n| - | - |\n| Bus | £1 |\n:::',
    '| ![Bus](media/bus.png) | Cost |\n| - | - |\n| Every day | £1 |',
  ],
  'days that have passed and are told as past': [
    'The law began on 1 September 2014, and changed before 3 May 2018.',
    'The group ran until 31 August 2025.',
    'Apply by 31 January 2027. Applications close on 1 March 2027.',
    'We wrote to families by 3 May 2026.',
  ],
}

describe.each(Object.entries(sound))('%s', (_, texts) => {
  test.each(texts)('%s', text => {
    expect(rulesFor(text)).toEqual([])
  })
})

test('a whole service, with its details', () => {
  const entry = serviceOf(
    'telephone: 01632 960001\nemail: gull@example.org\nurl: https://example.org/gull\nschedule: Open 24/7, or as you ask\ncost: £12.50 a day',
  )
  expect(runChecks(entry, facts)).toEqual([])
})
