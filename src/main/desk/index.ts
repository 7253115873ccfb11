/** What a person can do with a workspace: one file a thing, put together from workspace, history, settings and publishing. */
export { publishAlthough } from './although.ts'
export * from './arrange-pages.ts'
export { changeMany } from './change-many.ts'
export { checkFiles } from './check-files.ts'
export { checkPolicy, setCheckLevel, setDismissStops } from './check-policy.ts'
export { checkWorkspace } from './check-workspace.ts'
export { builtInChecklists } from './checklists.ts'
export { answeredLately, askAgain, finishChoices } from './choose.ts'
export { connect, connection, testConnection } from './connection.ts'
export { coverageOf } from './coverage-of.ts'
export { notAProblem, problemAgain, termsOf } from './dismiss.ts'
export { dueWithin, rowOf } from './due-pages.ts'
export { beginJoin, begunJoins, giveUpJoin, type JoinWish } from './join.ts'
export { leftOut, putPageBack } from './left-out.ts'
export { listPages } from './list-pages.ts'
export { addMedia, describeMedia, listMedia, removeMedia } from './media.ts'
export { openPage } from './open-page.ts'
export { type OpenedSession, openSession } from './open-session.ts'
export { keepOutsideChanges } from './outside-changes.ts'
export { addWord, removeWord } from './own-words.ts'
export { pageHistory, pageVersion, putBack } from './page-history.ts'
export type { Answered } from './parts.ts'
export { mediaFile } from './preview.ts'
export { recentlyDeleted, restoreDeleted } from './recently-deleted.ts'
export { keepReply, openChoices } from './replies.ts'
export * from './review-page.ts'
export { makeSample } from './sample.ts'
export { keepDraft, savePage } from './save-page.ts'
export { meIn, type Session, type World } from './session.ts'
export { allowFolder, setConfig, setMe } from './set-up.ts'
export { siteReport } from './site-report.ts'
export {
  beginNew,
  beginSample,
  beginSampleIn,
  type NewWish,
  nobodyYet,
  rememberOpened,
  workspacesFolder,
} from './start.ts'
export { tryAnswer } from './try-answer.ts'
export { type Undone, undoAct } from './undo-act.ts'
export { leaveAsItIs, undoOrAsk } from './undo-questions.ts'
export { notPublished, notReached, notShared } from './unshared.ts'
export { week } from './week/index.ts'
