/** The checklist folder's one door: requirements, coverage, suggestions. */
export * from './coverage.ts'
export * from './read-checklist.ts'
export * from './schema.ts'
export * from './suggest.ts'
