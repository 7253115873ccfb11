import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createChecker, type Problem, rules, runChecks } from '../../src/shared/checks/index.ts'
import { parseEntry, serialiseBody, textOf, type WorkspacePath } from '../../src/shared/content/index.ts'
import { facts, mended, pageOf, rulesFor, serviceOf } from './checked.ts'

/** What Local Offer pages really get wrong, one line each, with the one rule that has to see it. */
const wrong: Record<string, readonly string[]> = {
  'address-typed': [
    'Write to help@example.org.',
    'Look at www.example.org/travel for more.',
    'See https://example.org.',
  ],
  capitals: [
    'PLEASE NOTE the new times.',
    '## CONTACT US\n\nRing.',
    '**DO NOT** ATTEND IF UNWELL.',
    'IMPORTANT NOTICE: read this.',
  ],
  'date-ambiguous': [
    'Apply by 03/04.',
    'From 01/09/2027-31/08/2028.',
    'It closes on 05.06.2027.',
    ':::contact{name="Team" hours="until 03/04/2027"}\n:::',
  ],
  'date-passed': [
    'Apply by 31 January 2026.',
    'The deadline is Friday 3 April 2026.',
    'Closing date: 1 May 2025',
    'Book before 3 May 2026.',
  ],
  'heading-fake': [':::details[More]\n**What to bring**\n\nA drink.\n:::', '**Who can come?**\n\nAll ages.'],
  'image-alt': ['::figure{src="media/bus.png"}', '[![](media/bus.png)](https://example.org/bus)'],
  'image-alt-words': [
    '::figure{src="media/bus.png" alt="bus stop final (1).jpg"}',
    '::figure{src="media/bus.png" alt="IMG 2041"}',
    '::figure{src="media/bus.png" alt="-"}',
    '::figure{src="media/bus.png" alt="A bus by the sea" caption="A bus by the sea"}',
  ],
  leftovers: [
    '::figure{src="media/bus.png" alt="A bus" caption="TBC"}',
    ':::contact{name="Team" telephone="TBC"}\n:::',
    '---\ntitle: Travel\nsummary: "[Say who it is for]"\nowner: priya@example.org\n---\nWords.',
    'Itâ€™s free, and costs Â£0.',
    'See Error! Reference source not found.',
    'Click or tap here to enter text.',
    'Write to \\[email protected\\].',
    'Ring \\[phone number\\].',
    'TODO: ask the school.',
    'Fees &amp;rsquo;27',
  ],
  'link-address': ['[example.org/travel](https://example.org/travel)', '[(www.example.org)](https://example.org)'],
  'link-broken': [
    'A ![bus](media/gone.png) here.',
    '::video{href="https://example.org/v" title="Film" transcript="page:01ARZ3NDEKTSV4RRFFQ69G5XXX"}',
    '---\ntitle: Travel\nsummary: Who.\nowner: p@example.org\nrelated:\n  - 01ARZ3NDEKTSV4RRFFQ69G5AAA\n---\nWords.',
  ],
  'link-contact': [
    '[help@example.org](mailto:hepl@example.org)',
    '[01632 960001](tel:01632960002)',
    '[help@example.org](https://example.org/help@example.org)',
    '[Email the team](mailto:team)',
    ':::contact{name="Team" telephone="01632 960001 or 01632 960002"}\n:::',
    ':::contact{name="Team" email="team at example.org"}\n:::',
  ],
  'link-document': ['[Travel policy](media/travel.pdf), see page 2.'],
  'link-text': [
    '[here (opens in a new tab)](https://example.org/a)',
    '[our website](https://example.org/a)',
    '[the following link](https://example.org/a)',
    '[Click here to apply for travel](https://example.org/a)',
    '[More information about this](https://example.org/a)',
    '[visit their site](https://example.org/a)',
  ],
  'link-unsafe': ['[Rota for May](C:\\\\forms\\\\rota)'],
  'link-wrapped': [
    '[Travel form](https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fform&data=05)',
    '[Travel form](https://www.google.com/url?q=https://example.org/form&sa=D)',
  ],
  'list-typed': [
    '• one\\\n• two',
    'Bring:\\\n\\- a drink\\\n\\- a towel',
    ':::callout{kind=info}\n• one\n\n• two\n:::',
    '✓ free\n\n✓ friendly',
    '3\\) three\n\n4\\) four',
  ],
  'page-title': ['---\ntitle: Who can get help.\nsummary: Who can get help\nowner: p@example.org\n---\nWords.'],
  'plain-words': ['Commenced prior to the move.', 'Whilst you wait, we assist.'],
  'sentence-length': [
    '---\ntitle: Travel\nsummary: If your child has a plan and you are moving to Southend from another council then that council has to send us the whole of the plan on the day that you move.\nowner: p@example.org\n---\nWords.',
  ],
}

describe.each(Object.entries(wrong))('%s', (rule, texts) => {
  test.each(texts)('%s', text => {
    expect(new Set(rulesFor(text))).toEqual(new Set([rule]))
  })
})

test('details of a service that nobody can use', () => {
  const entry = serviceOf('telephone: 01632 960001 ext 12\nemail: gull at example.org\nurl: example\nschedule: TBC')
  const found = runChecks(entry, facts).map(({ rule, field }) => `${rule} ${field}`)
  expect(found).toEqual(['link-contact email', 'leftovers schedule', 'link-contact telephone', 'link-contact url'])
})

describe('templates', () => {
  const folder = join(import.meta.dirname, '../../resources/templates')
  const leftovers = rules.filter(({ id }) => id === 'leftovers')

  test.each(readdirSync(folder))('every prompt of %s is found while it stands there', name => {
    const path = (name === 'service.md' ? 'services/new.md' : 'pages/education/new.md') as WorkspacePath
    const { entry } = parseEntry(path, readFileSync(join(folder, name), 'utf8'))
    const prompts = textOf(entry.doc).match(/\[[^\]]+\]/g) ?? []
    expect(prompts.length > 2).toBe(name !== 'blank.md')
    expect(createChecker(leftovers).check(entry, facts)).toHaveLength(prompts.length)
  })
})

/** A page, and what it says once the first thing that can be mended is mended. */
const mends: readonly [rule: string, before: string, after: string][] = [
  ['acronyms', 'Ask a SENCO now.', 'Ask a special educational needs co-ordinator (SENCO) now.'],
  ['acronyms', 'SENCOs help.', 'Special educational needs co-ordinators (SENCOs) help.'],
  ['acronyms', 'Ask an SEN **team**.', 'Ask a special educational needs (SEN) **team**.'],
  ['acronyms', 'She has an EHCP.', 'She has an education, health and care plan (EHCP).'],
  ['acronyms', 'The SENCO’s day.', 'The special educational needs co-ordinator’s (SENCO’s) day.'],
  ['acronyms', 'A LAC review.', 'A looked-after child (LAC) review.'],
  ['acronyms', 'Ask. DLA helps.', 'Ask. Disability Living Allowance (DLA) helps.'],
  ['acronyms', '- a **CVI**', '- a **cerebral visual impairment (CVI)**'],
  ['acronyms', 'The LAs and the TACs.', 'The local authorities (LAs) and the TACs.'],
  ['address-typed', 'Write to help@example.org.', 'Write to [help@example.org](mailto:help@example.org).'],
  ['leftovers', 'Itâ€™s Â£5.', 'It’s Â£5.'],
  [
    'link-document',
    '[Travel **policy**](media/travel.pdf) now.',
    '[Travel **policy (PDF, 240 KB)**](media/travel.pdf) now.',
  ],
  ['link-document', '[Form (Word)](media/form.docx)', '[Form (Word, 34 KB)](media/form.docx)'],
  [
    'link-wrapped',
    'See [the form](https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fform&data=05).',
    'See [the form](https://example.org/form).',
  ],
  [
    'list-typed',
    'Bring:\\\n• a **drink**\\\n• a towel\\\nThen come.',
    'Bring:\n\n- a **drink**\n- a towel\n\nThen come.',
  ],
  ['list-typed', '3\\) three\n\n4\\) four', '3. three\n4. four'],
  [
    'heading-fake',
    ':::details[More]\n**What to bring**\n\nA drink.\n:::',
    ':::details[More]\n## What to bring\n\nA drink.\n:::',
  ],
  ['date-ambiguous', 'Apply by 03/04.', 'Apply by 3 April.'],
]

test.each(['Our SEND/ICB team.', 'A non-EHCP school.', 'Others (the LA).', 'A CYP said so.'])(
  '%s: found, with no words that would fit',
  text => {
    expect(runChecks(pageOf(text), facts)).toMatchObject([{ rule: 'acronyms' }])
    expect(runChecks(pageOf(text), facts)[0]).not.toHaveProperty('fix')
  },
)

test.each(mends)('%s: %s', (rule, before, after) => {
  const entry = pageOf(before)
  const problem: Problem | undefined = runChecks(entry, facts).find(each => each.rule === rule && each.fix)
  expect(problem && serialiseBody(mended(entry, problem).doc).trim()).toBe(after)
})
