/** The merge folder's one door: three versions in, one out, with a question only where two people wrote the same words. */
export { type Answer, answerChoice } from './answer.ts'
export { type Choice, type Clash, choiceSchema, undoingSchema, type WholeFile, wholeFileSchema } from './choice.ts'
export { type MergedEntry, mergeEntries } from './entries.ts'
export { idOfText, nameOfFile, titleOfText } from './identity.ts'
export { type Files, movesBetween, type Reader } from './moves.ts'
export { type MergedRecord, mergeRecords } from './records.ts'
export { type Notice, noticeSchema, type Told, toldSchema } from './told.ts'
export { type FileQuestion, type MergedTrees, type MergeMemory, mergeTrees, type Trees } from './trees.ts'
