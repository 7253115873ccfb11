/** Evaluations' one door: what people said of a list's requirements, put together, sealed and compared. */
export * from './compare-snapshots.ts'
export * from './evaluation.ts'
export * from './gaps.ts'
export * from './last-words.ts'
export * from './records.ts'
export * from './snapshot.ts'
export * from './take-snapshot.ts'
export * from './words.ts'
