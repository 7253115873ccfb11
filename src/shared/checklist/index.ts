/** The checklist folder's one door: requirements, coverage, suggestions, evaluations. */
export * from './coverage.ts'
export * from './evaluation/index.ts'
export * from './matrix.ts'
export * from './properties/index.ts'
export * from './read-checklist.ts'
export * from './schema.ts'
export * from './suggest.ts'
