export { type CommentFile, commentFile } from './write.ts'
