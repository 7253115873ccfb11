/** The content folder's one door. */
export * from './fields.ts'
export * from './ids.ts'
export * from './model.ts'
export * from './page.ts'
export * from './site-config.ts'
