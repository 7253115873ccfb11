import { expect, test } from 'vitest'
import { compareSnapshots, type JudgedRequirement, type Snapshot } from '../../src/shared/checklist/index.ts'
import { instantSchema } from '../../src/shared/content/index.ts'

const by = { name: 'Mark', email: 'mark@example.org' }
const at = instantSchema.parse('2026-05-04T09:00:00.000Z')

function asked(id: string, judgement: JudgedRequirement['judgement'], text = 'It is easy to find.'): JudgedRequirement {
  return {
    id,
    text,
    kind: 'content',
    area: 'other',
    ageRange: '0-25',
    confidence: 'verified',
    refs: [],
    refsConfidence: 'verified',
    gap: null,
    section: 'find',
    judgement,
    comment: '',
    evidence: '',
    owner: '',
    action: '',
    judgedBy: [],
    measured: { status: 'yes', why: '' },
    pages: [],
    done: [],
    seen: [],
  }
}

function snapshot(version: string, ...requirements: JudgedRequirement[]): Snapshot {
  return {
    title: version,
    checklist: { id: 'ours', title: 'Ours', version, status: '' },
    begun: { by, at },
    people: [by],
    from: null,
    sections: [{ id: 'find', title: 'Finding it' }],
    requirements,
    gaps: [],
  }
}

test('evaluations of two versions of a list are compared by what took the place of a former requirement', () => {
  const places = new Map([
    ['A-1', 'B-7'],
    ['A-2', 'B-8'],
    ['A-3', 'B-8'],
  ])
  const earlier = snapshot('1', asked('A-1', 'no'), asked('A-2', 'yes'), asked('A-3', 'no'), asked('A-4', 'yes'))
  const later = snapshot('2', asked('B-7', 'yes', 'Other words.'), asked('B-8', 'limited'), asked('B-9', 'no'))
  const compared = compareSnapshots(earlier, later, id => places.get(id) ?? id)
  const shown = compared.requirements.map(({ id, former, before, after, change, reworded }) => [
    id,
    former,
    before,
    after,
    change,
    reworded,
  ])
  expect(compared.list).toBe('other-version')
  expect(shown).toEqual([
    ['B-7', ['A-1'], 'no', 'yes', 'better', true],
    ['B-8', ['A-2', 'A-3'], 'no', 'limited', 'better', false],
    ['B-9', [], null, 'no', 'new', false],
    ['A-4', [], 'yes', null, 'gone', false],
  ])
  expect(compareSnapshots(earlier, later).requirements.map(({ change }) => change)).toEqual([
    ...Array(3).fill('new'),
    ...Array(4).fill('gone'),
  ])
})
