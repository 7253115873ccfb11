/** A damaged repository put right: from the folder, from other names, from what is left of its packs, from the shared copy. */
export { keepConfig } from './frame.ts'
export { rejoinShared } from './from-shared.ts'
export { readIncomplete } from './incomplete.ts'
export { isWhole } from './is-whole.ts'
export { mend } from './mend.ts'
export { listPacks, looksSound } from './quick-look.ts'
export { lookOnlyAt, lookThrough, missingFrom } from './reach.ts'
export { broughtBack, sayMended } from './say.ts'
