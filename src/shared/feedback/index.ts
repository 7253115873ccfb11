/** What families say of the Local Offer, and what was done about it. */
export { type Alike, alikeList, findAlike } from './alike.ts'
export { answerSchema, type PublicAnswer } from './answer.ts'
export * from './comment.ts'
export { type CommentRow, type CommentSheet, commentsFromRows, type SheetFacts } from './from-csv.ts'
export { whoCanBeRecognised } from './recognise.ts'
export { type KnownWords, type Recognised, type RecognisedKind, recognisedKinds } from './recognised.ts'
export { type CommentStanding, type CommentState, commentStanding, commentStates } from './standing.ts'
export { answererOf, type CommentPutOff, commentPutOff } from './work.ts'
