export { wishIn } from './arguments.ts'
export { prepareElectron, type RunElectron, runElectron } from './run.ts'
export type { WindowMemory } from './window.ts'
