import { realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseSiteConfig, type SiteConfig } from '../../shared/content/index.ts'
import { answerSchema, commentSchema } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { savedReportSchema } from '../../shared/report/index.ts'
import { clearPrivateFolder, codeOf, type Disk, diskTrouble, inside, nodeDisk, orDiskTrouble } from '../files/index.ts'
import { workspaceDataFolder } from '../settings/index.ts'
import { openDrafts } from './drafts.ts'
import { entryIndex } from './entry-index.ts'
import { openEvaluations } from './evaluations.ts'
import { openFactCache } from './fact-cache.ts'
import { type LockResult, takeLock } from './lock.ts'
import { openRecordFiles } from './record-files.ts'
import { openReviews } from './reviews.ts'
import { halfWritten, halfWrittenPath, openRoom } from './room.ts'
import { openTypedWords } from './typed.ts'
import { assemble, configPath, largestConfig, type Workspace } from './workspace.ts'

export interface WorkspaceDeps {
  /** This computer's own data folder (see settings' `dataFolder`). */
  data: string
  /** The program's `resources/`. */
  resourcesDir: string
  now: () => Date
  disk?: Disk
  /** Opens to read and leaves no trace in the folder: for checks and builds from the command line. */
  readOnly?: boolean
  /** This computer's name, as the lock says it. */
  host?: string
}

/**
 * Opens a folder as a workspace. Refuses with `no-such-folder`, `not-a-folder`, `not-a-workspace`, `no-permission` or
 * `broken-settings`. One that another Signpost has open, or that cannot be written, opens to read (see `readOnly`).
 */
export async function openWorkspace(folder: string, deps: WorkspaceDeps): Promise<Workspace | Refusal> {
  const disk = deps.disk ?? nodeDisk
  const root = await rootOf(folder, disk)
  if (isRefusal(root)) return root
  const config = await readConfig(root, disk)
  if (isRefusal(config)) return config
  const corner = await inside(root, halfWrittenPath, disk)
  if (isRefusal(corner)) return corner

  let why = deps.readOnly ? 'This workspace was opened to read.' : null
  const onLost = () => {
    why =
      'Another Signpost took this workspace over, so you can read here but not change anything. Open it again to go on.'
  }
  const lock = deps.readOnly ? null : await lockOrReason(root, { ...deps, disk, onLost })
  if (lock?.kind === 'held') why = lock.sentence
  // What a killed program left half written; what it stands for was never said to be saved.
  if (lock?.kind === 'locked') await orDiskTrouble(() => clearPrivateFolder(halfWritten(root), disk))

  const own = workspaceDataFolder(deps.data, root)
  const room = openRoom(root, disk, deps.now, () => why)
  const cacheOf = (name: string) => openFactCache(deps.data, join(own, name), disk)
  const index = entryIndex(room, await cacheOf('facts.json'))
  const reviews = openReviews(room, await cacheOf('reviews.json'))
  const evaluations = openEvaluations(room, await cacheOf('evaluations.json'))
  const comments = openRecordFiles(room, {
    folder: 'feedback',
    schema: commentSchema,
    cache: await cacheOf('comments.json'),
  })
  const answers = openRecordFiles(room, { folder: 'answers', schema: answerSchema, cache: null })
  const reports = openRecordFiles(room, { folder: 'reports', schema: savedReportSchema, cache: null })
  const release = async () => {
    if (lock?.kind === 'locked') await lock.lock.release()
  }
  const read = await orDiskTrouble(() => index.refresh())
  if (isRefusal(read)) {
    await release()
    return read
  }
  const ofThisLaptop = { data: deps.data, now: deps.now, disk }
  return assemble({
    room,
    index,
    reviews,
    evaluations,
    comments,
    answers,
    reports,
    config,
    drafts: openDrafts(root, ofThisLaptop),
    typed: openTypedWords(root, ofThisLaptop),
    resourcesDir: deps.resourcesDir,
    release,
  })
}

async function rootOf(folder: string, disk: Disk): Promise<string | Refusal> {
  const name = basename(folder) || folder
  try {
    const root = await realpath(folder)
    if (!(await disk.stat(root)).isDirectory()) {
      return refuse(
        'not-a-folder',
        `“${name}” is a file, and a workspace is a folder.`,
        'Choose the folder that it is in.',
      )
    }
    await disk.readdir(root)
    return root
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return refuse(
        'no-such-folder',
        `There is no folder “${name}” on this laptop. It may have been moved or renamed, or be on a disk that is not plugged in.`,
        'Choose the folder where it is now, or join your team’s workspace again.',
        folder,
      )
    }
    if (code === 'EACCES' || code === 'EPERM') {
      return refuse(
        'no-permission',
        `This laptop does not let you look into “${name}”. Nothing in it was changed.`,
        'Ask whoever looks after the folder for permission, or choose another one.',
        folder,
      )
    }
    const trouble = diskTrouble(error)
    if (trouble) return trouble
    throw error
  }
}

async function readConfig(root: string, disk: Disk): Promise<SiteConfig | Refusal> {
  const room = openRoom(
    root,
    disk,
    () => new Date(),
    () => null,
  )
  const bytes = await room.read(configPath, largestConfig)
  if (isRefusal(bytes)) return bytes.code === 'missing' ? notAWorkspace(root) : bytes
  const config = parseSiteConfig(new TextDecoder().decode(bytes))
  if (!isRefusal(config)) return config
  return refuse('broken-settings', config.sentence, config.nextStep, config.detail)
}

function notAWorkspace(root: string): Refusal {
  return refuse(
    'not-a-workspace',
    `“${basename(root) || root}” is not a Local Offer workspace: it has no file “signpost.yml” in it. Nothing in it was changed.`,
    'Choose the folder that has “signpost.yml” in it, start a new workspace, or join your team’s.',
    join(root, configPath),
  )
}

/** A folder in which no lock can be made can still be read, and reading is what somebody without room needs first. */
async function lockOrReason(root: string, deps: Parameters<typeof takeLock>[1]): Promise<LockResult> {
  try {
    return await takeLock(root, deps)
  } catch (error) {
    const trouble = diskTrouble(error)
    if (trouble === null) throw error
    return { kind: 'held', sentence: readOnlySentences[trouble.code] ?? `${trouble.sentence} ${trouble.nextStep}` }
  }
}

const readOnlySentences: Readonly<Record<string, string>> = {
  'disk-full':
    'This disk is full, so you can read here but not change anything. Free some space, then open the workspace again.',
  'disk-read-only':
    'This disk can only be read, so you can read here but not change anything. Move the workspace to another disk to work on it.',
  'no-permission-on-disk':
    'This laptop does not let you write in this folder, so you can read here but not change anything. Ask whoever looks after the folder, then open the workspace again.',
}
