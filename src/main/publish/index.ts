/** Publishing's one door: what would change, the site, the places it goes, and looking that it is there. */
export type { Built } from './build.ts'
export type { PlanAsked, PlanFacts } from './make-plan.ts'
export { anyDay, dayOf, onDay, readySentence } from './plan-words.ts'
export type { Although, Versioned } from './planned.ts'
export type { Progress } from './progress.ts'
export { type PublishRecord, trailersFor } from './publish-log.ts'
export type { PublisherDeps } from './publish-world.ts'
export { openPublisher, type Publisher } from './publisher.ts'
export { contentKey } from './read-site.ts'
export { builtFiles } from './send.ts'
export {
  canRead,
  keyShownBy,
  type NotReached,
  seeFolder,
  type WayIn,
  type WebHost,
  wayInSchema,
} from './targets/index.ts'
export { themeFiles } from './theme.ts'
export { type Clock, stampAddress } from './verify.ts'
