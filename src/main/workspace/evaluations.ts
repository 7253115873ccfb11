import {
  type EvaluationRecord,
  evaluationRecordSchema,
  folderOfRecord,
  recordIdSchema,
  type Snapshot,
  textToSeal,
} from '../../shared/checklist/index.ts'
import type { ContentHash } from '../../shared/content/index.ts'
import { refuse } from '../../shared/outcome.ts'
import { type AddedRecords, openAddedRecords } from './added-records.ts'
import type { FactCache } from './fact-cache.ts'
import { hashOf } from './hash.ts'
import type { Room } from './room.ts'

/** `evaluations/<evaluation, gaps or evidence>/<ulid>.yml`: what somebody judged, finished, said of a gap or had done. */
export type EvaluationRecords = AddedRecords<EvaluationRecord>

export function openEvaluations(room: Room, cache: FactCache): EvaluationRecords {
  return openAddedRecords(room, cache, {
    top: 'evaluations',
    schema: evaluationRecordSchema,
    fact: 'evaluation 1',
    largest: 2_000_000,
    folderOf: folderOfRecord,
    isFolder: name => name === 'gaps' || name === 'evidence' || recordIdSchema.safeParse(name).success,
    whyNot: record => (record.kind === 'finished' && record.seal !== sealOf(record.snapshot) ? changedSince() : null),
    notKept: 'This part of the evaluation could not be kept. Nothing else was changed.',
    elsewhere: 'another evaluation',
  })
}

/** Names exactly what a snapshot says. */
export function sealOf(snapshot: Snapshot): ContentHash {
  return hashOf(textToSeal(snapshot))
}

const changedSince = () =>
  refuse(
    'evaluation-changed',
    'This finished evaluation was changed outside Signpost after it was finished, so it is not shown. The evaluation as it was finished is in the history.',
    'Undo that change under What was done.',
  )
