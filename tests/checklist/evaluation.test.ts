import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type EvaluationRecord,
  evaluationRecordSchema,
  evaluationsOf,
  folderOfRecord,
  itemOf,
  type Judged,
  judgements,
  type Said,
} from '../../src/shared/checklist/index.ts'
import { instantSchema, parseRecord, writeRecord } from '../../src/shared/content/index.ts'
import { mergeTrees } from '../../src/shared/merge/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { Person } from '../../src/shared/review/index.ts'

const priya: Person = { name: 'Priya Nair', email: 'priya@example.org' }
const danny: Person = { name: 'Danny Frost', email: 'danny@example.org' }
const evaluation = '01J00000000000000000000000'
const idAt = (number: number) => `01J${String(number).padStart(23, '0')}`
const at = instantSchema.parse('2026-11-22T10:00:00.000Z')

let made = 0
function judged(by: Person, said: Said, after: readonly Judged[] = [], when = at): Judged {
  made += 1
  const replaced = after.map(({ id }) => id)
  return { kind: 'judged', id: idAt(made), evaluation, requirement: 'R1', by, at: when, after: replaced, said }
}

describe('what holds of a requirement', () => {
  test('is what was said last by somebody who saw what was said before', () => {
    const first = judged(priya, { judgement: 'no', comment: 'No page.' })
    const second = judged(danny, { judgement: 'yes' }, [first])
    const item = itemOf([first, second])
    expect(item.judgement).toBe('yes')
    expect(item.comment).toBe('No page.')
    expect(item.differs).toEqual([])
    expect(item.judgedBy.map(({ by }) => by)).toEqual([danny])
  })

  test('is the more careful judgement where two could not see one another’s, whatever their clocks say', () => {
    const early = instantSchema.parse('2019-01-01T00:00:00.000Z')
    const item = itemOf([judged(priya, { judgement: 'limited' }, [], early), judged(danny, { judgement: 'yes' })])
    expect(item.judgement).toBe('limited')
    expect(item.differs).toEqual([
      {
        field: 'judgement',
        words: [
          { by: priya, value: 'limited' },
          { by: danny, value: 'yes' },
        ],
      },
    ])
  })

  test('settles once somebody who saw both says what holds, and both comments stand until then', () => {
    const one = judged(priya, { judgement: 'no', comment: 'Nothing on housing.' })
    const other = judged(danny, { judgement: 'yes', comment: 'There is a page now.' })
    expect(itemOf([one, other]).comment).toBe('Nothing on housing.\n\nThere is a page now.')
    const settled = judged(danny, { judgement: 'yes', comment: 'The page on housing.' }, [one, other])
    const item = itemOf([one, other, settled])
    expect([item.judgement, item.comment, item.differs]).toEqual(['yes', 'The page on housing.', []])
  })

  test('is not judged again where the judgement was taken back', () => {
    const first = judged(priya, { judgement: 'yes' })
    expect(itemOf([first, judged(priya, { judgement: null }, [first])]).judgement).toBeNull()
  })

  test('is shown all the same where records claim to replace one another', () => {
    const one = judged(priya, { judgement: 'yes' })
    const other = { ...judged(danny, { judgement: 'no' }, [one]), after: [one.id] }
    const round = { ...one, after: [other.id] }
    expect(itemOf([round, other]).judgement).toBe('no')
  })

  test('starts from the last evaluation in all but the judgement, and what is emptied is empty', () => {
    const last = { comment: 'Was thin.', evidence: '', owner: 'priya@example.org', action: 'Write it.' }
    const item = itemOf([judged(danny, { judgement: 'limited', action: '' })], last)
    expect(item).toMatchObject({ comment: 'Was thin.', owner: 'priya@example.org', action: '', judgement: 'limited' })
    expect(itemOf([], last).judgement).toBeNull()
  })
})

test('what was judged of an evaluation whose beginning was taken back waits for it', () => {
  const begun: EvaluationRecord = {
    kind: 'begun',
    id: evaluation,
    evaluation,
    by: priya,
    at,
    title: 'Autumn',
    checklist: 'se7-framework',
    version: '1',
    from: null,
  }
  const one = judged(priya, { judgement: 'yes' })
  expect(evaluationsOf([one]).list).toEqual([])
  expect(evaluationsOf([one, begun]).list[0]?.judged.get('R1')).toEqual([one])
})

/** What one evaluator does: says one thing of one requirement, seeing what their own laptop has. */
const deed = fc.record({
  who: fc.constantFrom(priya, danny),
  requirement: fc.constantFrom('R1', 'R2', 'R3'),
  said: fc.oneof(
    fc.record({ judgement: fc.constantFrom(...judgements, null) }),
    fc.record({ comment: fc.string({ maxLength: 40 }) }),
    fc.record({ judgement: fc.constantFrom(...judgements), owner: fc.constantFrom('', priya.email, danny.email) }),
    fc.record({ action: fc.string({ maxLength: 40 }), evidence: fc.string({ maxLength: 40 }) }),
  ),
  /** Minutes that this laptop's clock is wrong by. */
  wrong: fc.integer({ min: -100_000, max: 100_000 }),
  meets: fc.boolean(),
})

type Files = ReadonlyMap<string, string>

const recordsIn = (files: Files): Judged[] =>
  [...files.values()].flatMap(text => {
    const record = parseRecord(text, evaluationRecordSchema)
    return isRefusal(record) || record.kind !== 'judged' ? [] : [record]
  })

async function merged(base: Files, mine: Files, theirs: Files): Promise<Files> {
  const result = await mergeTrees({ base, mine, theirs }, async text => new TextEncoder().encode(text))
  expect([result.clashes, result.questions, result.notices, result.merged]).toEqual([[], [], [], []])
  const files = new Map(theirs)
  for (const [path, change] of result.changes) {
    if (change === null) files.delete(path)
    else files.set(path, 'text' in change ? change.text : change.content)
  }
  return files
}

test('two evaluators who work apart merge without a question, agree on what holds, and lose nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async deeds => {
      let base: Files = new Map()
      const own = new Map<Person, Map<string, string>>([
        [priya, new Map()],
        [danny, new Map()],
      ])
      const all: Judged[] = []
      const filesOf = (who: Person) => own.get(who) ?? new Map<string, string>()
      const meet = async () => {
        const [one, other] = [
          await merged(base, filesOf(priya), filesOf(danny)),
          await merged(base, filesOf(danny), filesOf(priya)),
        ]
        const sorted = (files: Files) => [...files].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(one)).toEqual(sorted(other))
        base = one
        for (const who of own.keys()) own.set(who, new Map(one))
      }
      for (const [number, { who, requirement, said, wrong, meets }] of deeds.entries()) {
        const seen = recordsIn(filesOf(who)).filter(record => record.requirement === requirement)
        const when = instantSchema.parse(new Date(Date.parse(at) + wrong * 60_000).toISOString())
        const record = { ...judged(who, said, seen, when), id: idAt(1000 + number), requirement }
        all.push(record)
        filesOf(who).set(`evaluations/${folderOfRecord(record)}/${record.id}.yml`, writeRecord(record))
        if (meets) await meet()
      }
      await meet()
      const kept = recordsIn(base)
      expect(kept.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
      for (const requirement of ['R1', 'R2', 'R3']) {
        const about = kept.filter(record => record.requirement === requirement)
        const item = itemOf(about)
        const comments = about.filter(({ said }) => said.comment !== undefined)
        const unseen = comments.filter(one => !comments.some(other => other.after.includes(one.id)))
        // Nobody's words go unless somebody who saw them said something else in their place.
        for (const { said } of unseen) expect(item.comment).toContain(said.comment?.trim())
        expect(itemOf(about.toReversed())).toEqual({ ...item, seen: about.toReversed().map(({ id }) => id) })
      }
    }),
    { numRuns: 60 },
  )
})
