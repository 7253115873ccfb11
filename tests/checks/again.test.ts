import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckFacts, createChecker, rules, runChecks } from '../../src/shared/checks/index.ts'
import type { Block, Entry } from '../../src/shared/content/index.ts'
import { facts, pageOf } from './checked.ts'

/** Blocks that rules find something in, alone or beside each other. */
const texts = [
  'Plain words about a club.',
  'Ask the SENCO about the EHCP.',
  'Your Education, Health and Care (EHC) plan.',
  '## Who can get help',
  '#### Too deep',
  '**A bold line**',
  '- EHCP\n- [click here](https://example.org/)',
  '| a | b |\n| - | - |\n| [here](#x) | 03/04/2027 |',
  '[The form](media/travel.pdf) and [the form](media/form.docx)',
  '[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5FAV) and [more](page:01ARZ3NDEKTSV4RRFFQ69G5FAA)',
  'You should apply prior to 3 December 2026. TBC.',
  ':::details[TBC]\n**Bold**\n\n• one\n:::',
  '<b>Kept',
]
const block = fc.constantFrom(...texts).map(text => pageOf(text).doc.content[0] as Block)

const other: readonly CheckFacts[] = [
  facts,
  { ...facts, today: '2026-12-24' },
  { ...facts, titles: new Map([['01ARZ3NDEKTSV4RRFFQ69G5FAA', 'Other']]) },
  { ...facts, media: new Map() },
]

const edit = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(20), block }),
  fc.record({ kind: fc.constant('take' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
  fc.record({ kind: fc.constant('twice' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('title' as const), title: fc.constantFrom('Travel', 'PLEASE READ', 'EHC plans') }),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.constantFrom(...other) }),
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function edited(entry: Entry, change: Edit): Entry {
  const blocks = entry.doc.content
  const withBlocks = (content: Block[]): Entry => ({ ...entry, doc: { type: 'doc', content } })
  if (change.kind === 'put') return withBlocks(blocks.toSpliced(change.at, 0, change.block))
  if (change.kind === 'title') return { ...entry, fields: { ...entry.fields, title: change.title } } as Entry
  if (change.kind === 'facts') return entry
  const at = change.at % Math.max(1, blocks.length)
  const chosen = blocks.slice(at, at + 1)
  if (change.kind === 'take') return withBlocks(blocks.toSpliced(at, 1))
  if (change.kind === 'move') return withBlocks(blocks.toSpliced(at, 1).toSpliced(change.to, 0, ...chosen))
  return withBlocks([...blocks, ...chosen])
}

test('whatever was changed in between, a page that is checked again is found to have what it has', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), fc.array(edit, { minLength: 1, maxLength: 12 }), (blocks, edits) => {
      const checker = createChecker(rules)
      let entry: Entry = { ...pageOf('Words.'), doc: { type: 'doc', content: blocks } }
      let known = facts
      checker.check(entry, known)
      for (const change of edits) {
        entry = edited(entry, change)
        if (change.kind === 'facts') known = change.facts
        expect(checker.check(entry, known)).toEqual(runChecks(structuredClone(entry), known))
      }
    }),
    { numRuns: 100 },
  )
})

test('only the blocks that changed are looked at again', () => {
  const seen: string[] = []
  const watching = {
    ...rules[0],
    on: { text: ({ text }: { text: string }) => void seen.push(text) },
  } as (typeof rules)[0]
  const checker = createChecker([watching])
  const entry = pageOf('One.\n\nTwo.\n\nThree.')
  const [one, , three] = entry.doc.content as [Block, Block, Block]
  checker.check(entry, facts)
  seen.length = 0
  const [changed] = pageOf('Two, again.').doc.content as [Block]
  checker.check({ ...entry, doc: { type: 'doc', content: [changed, one, three] } } as Entry, facts)
  expect(seen.filter(text => /One|Two|Three/.test(text))).toEqual(['Two, again.'])
})
