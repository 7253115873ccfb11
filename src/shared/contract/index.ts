import { activityContract } from './activity.ts'
import { checksContract } from './checks.ts'
import { connectionContract } from './connection.ts'
import { evaluationContract } from './evaluation.ts'
import { eventsContract } from './events.ts'
import { feedbackContract } from './feedback.ts'
import { listsContract } from './lists.ts'
import { mediaContract, pagesContract } from './pages.ts'
import { reportContract } from './report.ts'
import { reviewContract } from './review.ts'
import { servicesContract } from './services.ts'
import { liveContract, syncContract } from './sharing.ts'
import { siteContract } from './site.ts'
import { startContract } from './start.ts'
import { checklistContract, settingsContract } from './team.ts'
import { toldContract } from './told.ts'
import { typedContract } from './typed.ts'
import { weekContract } from './week.ts'

/** All that the window may ask of the main process, and nothing more. */
export const contract = {
  start: startContract,
  activity: activityContract,
  pages: pagesContract,
  services: servicesContract,
  media: mediaContract,
  checks: checksContract,
  site: siteContract,
  review: reviewContract,
  feedback: feedbackContract,
  report: reportContract,
  week: weekContract,
  checklist: checklistContract,
  evaluation: evaluationContract,
  lists: listsContract,
  sync: syncContract,
  told: toldContract,
  connection: connectionContract,
  live: liveContract,
  settings: settingsContract,
  typed: typedContract,
  events: eventsContract,
}

export * from './activity.ts'
export * from './checks.ts'
export * from './commands.ts'
export * from './common.ts'
export * from './connection.ts'
export * from './evaluation.ts'
export * from './events.ts'
export * from './feedback.ts'
export * from './lists.ts'
export * from './pages.ts'
export * from './report.ts'
export * from './review.ts'
export * from './services.ts'
export * from './sharing.ts'
export * from './site.ts'
export * from './start.ts'
export * from './team.ts'
export * from './told.ts'
export * from './typed.ts'
export * from './week.ts'
