import { workspacePathSchema } from '../../shared/content/ids.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { safe } from './waiting.ts'

/**
 * What a server's no to new versions means. `reason` is what git's own answer says of the branch; `said` is what the
 * server wrote for a person beside it, as git hosts do (GitHub's GH001 and GH006, GitLab's sentences about protected
 * branches and sizes, git's own `receive.maxInputSize`). Neither is ever shown: both are git's words.
 */
export function pushRefused(reason: string, said: string): Refusal | { kind: 'behind' } {
  if (fasterColleague.test(reason)) return { kind: 'behind' }
  const detail = `${reason.trim()} ${said.trim()}`.trim().slice(0, 2_000)
  if (tooLargeSigns.test(detail)) return tooLarge(namedFile(said), detail)
  if (noRoomSigns.test(detail)) return noRoom(detail)
  if (protectedSigns.test(detail)) return isProtected(detail)
  return notTaken(detail)
}

/** Somebody else's version took the place between looking and sending. */
const fasterColleague =
  /non-fast-forward|fetch first|stale info|failed to (update|lock)|cannot lock ref|incorrect old|already exists/i
const tooLargeSigns = /GH001|large files|file size limit|exceeds? (the )?(maximum|.{0,40}limit)|larger than|too large/i
const noRoomSigns = /no space left|quota|repository size limit|storage limit/i
const protectedSigns = /GH006|protected|hook declined|not allowed|permission|denied|prohibited|read.?only/i

/** The file that the server named, if it is one that a workspace can hold. */
function namedFile(said: string): string | null {
  const name = /\bFile (.{1,200}?) is [\d.]+ ?[KMG]i?B/i.exec(said)?.[1]
  return workspacePathSchema.safeParse(name).data ?? null
}

export function tooLarge(file: string | null, detail?: string): Refusal {
  return refuse(
    'too-large',
    `${file === null ? 'A file' : `The file “${file}”`} is larger than the shared copy takes, so nothing new is shared. ${safe}`,
    'Delete it under “Pictures and documents”, or put a smaller one in its place. Then share again.',
    detail,
  )
}

const noRoom = (detail: string) =>
  refuse(
    'no-room',
    `The shared copy has no room left. ${safe}`,
    'Ask the person who looks after your team’s git host for more room. Then share again.',
    detail,
  )
const isProtected = (detail: string) =>
  refuse(
    'protected',
    `The shared copy is protected and does not take changes from you. ${safe}`,
    'Ask the person who looks after your team’s git host to let you write to its “main” and “live”.',
    detail,
  )
const notTaken = (detail: string) =>
  refuse(
    'not-taken',
    `The shared copy did not take your changes, for a reason of its own. ${safe}`,
    'Signpost will try again by itself. If this stays, ask the person who looks after your team’s git host.',
    detail,
  )
