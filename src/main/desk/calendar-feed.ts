import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { Instant } from '../../shared/content/index.ts'
import type { FeedState } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { codeOf, type Disk, diskTrouble, folderGone, nodeDisk, replaceFile } from '../files/index.ts'
import { oneAtATime, rememberedOf, withCalendarFolder, workspaceKey } from '../settings/index.ts'
import { calendarFileName, wholeCalendar } from './due-pages.ts'
import type { CalendarFeed } from './parts.ts'
import type { Session } from './session.ts'

/** Several changes in a row are written together. */
const soonMs = 4_000
/** How long a folder that cannot be written to now is left alone. */
const againMs = 60_000
/** A share that does not answer keeps nobody from closing Signpost. */
const atTheEndMs = 2_000

type Later = (ms: number, work: () => void) => () => void

const real: Later = (ms, work) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

/**
 * Keeps `review-dates.ics` fresh in a folder that the person at this computer named: at the start, after every change, and
 * again and again while the folder cannot be written to. It is never in the way of anything else.
 */
export function createCalendarFeed(
  session: () => Session,
  { later = real, disk = nodeDisk }: { later?: Later; disk?: Disk } = {},
): CalendarFeed {
  let isOn = false
  let stopWaiting: (() => void) | null = null
  let trouble: FeedState['trouble'] = null
  const inTurn = oneAtATime()

  function wait(ms: number): void {
    if (!isOn || stopWaiting !== null) return
    stopWaiting = later(ms, () => {
      stopWaiting = null
      void turn()
    })
  }

  /** Nothing that goes wrong here is anybody's else. */
  async function turn(): Promise<void> {
    const before = trouble
    const wrote = await inTurn(write).catch(error => {
      console.error(error)
      return false
    })
    if (trouble !== null) wait(againMs)
    const isNews = wrote || trouble?.sentence !== before?.sentence
    if (isNews && isOn) session().world.emit({ kind: 'changed', ids: [] })
  }

  /** Whether the file is another one now. */
  async function write(): Promise<boolean> {
    const folder = feedFolder(session())
    if (folder === null) {
      trouble = null
      return false
    }
    const text = await wholeCalendar(session())
    try {
      const path = join(folder, calendarFileName)
      const isFresh = (await textIn(disk, path)) === text
      if (!isFresh) await replaceFile(insideAlone(disk, folder), folder, path, text)
      trouble = null
      return !isFresh
    } catch (error) {
      trouble = inWords(error)
      return false
    }
  }

  return {
    soon: () => wait(soonMs),
    start() {
      isOn = true
      wait(0)
    },
    async stop() {
      const isOwed = stopWaiting !== null && trouble === null
      isOn = false
      stopWaiting?.()
      stopWaiting = null
      if (isOwed) await Promise.race([turn(), new Promise<void>(done => later(atTheEndMs, done))])
    },
    async now() {
      stopWaiting?.()
      stopWaiting = null
      await turn()
    },
    async state() {
      const folder = feedFolder(session())
      if (folder === null) return { folder, file: null, writtenAt: null, trouble: null }
      const file = join(folder, calendarFileName)
      const stats = await disk.stat(file).catch(() => null)
      // Somebody took it away: it is written again, or what keeps it from that is said.
      if (stats === null && trouble === null) wait(0)
      const writtenAt = stats === null ? null : (stats.mtime.toISOString() as Instant)
      return { folder, file, writtenAt, trouble }
    },
  }
}

export function feedFolder({ world, workspace }: Pick<Session, 'world' | 'workspace'>): string | null {
  return rememberedOf(world.settings.data(), workspaceKey(workspace.root)).calendarFolder
}

/** The folder for the file from now on, or none; it is written to at once. A file that is there already is left there. */
export async function nameFeedFolder(session: Session, typed: string): Promise<FeedState | Refusal> {
  const { world, workspace, feed } = session
  // Windows puts a path that was copied from a folder between quotation marks.
  const path = typed.trim().replace(/^"(.*)"$/, '$1')
  const folder = isAbsolute(path) ? resolve(path) : path
  const trouble = folder === '' ? null : await notFor(session, folder)
  if (trouble !== null) return trouble
  const key = workspaceKey(workspace.root)
  const kept = await world.settings.change(data => withCalendarFolder(data, key, folder === '' ? null : folder))
  if (isRefusal(kept)) return kept
  await feed.now()
  return feed.state()
}

async function notFor({ world, workspace }: Session, folder: string): Promise<Refusal | null> {
  if (!isAbsolute(folder)) {
    return refuse(
      'not-absolute',
      `“${folder}” does not say where on this laptop the folder is.`,
      'Type the whole path of the folder, from its beginning.',
    )
  }
  const [there, root] = await Promise.all([realpath(folder).catch(gone), realpath(workspace.root)])
  if (there === null || !(await isFolder(there))) {
    return refuse(
      'no-such-folder',
      `There is no folder “${folder}” on this laptop now.`,
      'Look at the path again, or make the folder first. A share has to be signed in to.',
    )
  }
  const within = relative(root, there)
  if (within === '' || !(/^\.\.(?:[\\/]|$)/.test(within) || isAbsolute(within))) {
    return refuse(
      'inside-workspace',
      'This folder is part of the workspace, so the file would be shared with the team as if it were a page’s.',
      'Name a folder outside it, such as one in your OneDrive.',
    )
  }
  const own = workspaceKey(workspace.root)
  const others = Object.entries(world.settings.data().workspaces)
    .filter(([key]) => key !== own)
    .flatMap(([, { calendarFolder }]) => calendarFolder ?? [])
  const theirs = await Promise.all(others.map(each => realpath(each).catch(gone)))
  if (theirs.includes(there)) {
    return refuse(
      'folder-taken',
      'Another workspace on this laptop writes its review dates into this folder already.',
      'Make a folder for this workspace’s own dates, and name that one.',
    )
  }
  return null
}

async function isFolder(path: string): Promise<boolean> {
  return (await nodeDisk.stat(path).catch(gone))?.isDirectory() ?? false
}

/** Whatever the system says of a path that it cannot follow: there is nothing at it to write into. */
function gone(error: unknown): null {
  if (codeOf(error) === null) throw error
  return null
}

/** Null where there is none to compare with. */
async function textIn(disk: Pick<Disk, 'readFile'>, path: string): Promise<string | null> {
  return disk.readFile(path, 'utf8').catch(gone)
}

/** A folder that is gone stays gone: on a stick that was pulled out, or a share, it would be made on this laptop instead. */
function insideAlone(disk: Disk, folder: string): Disk {
  return { ...disk, mkdir: () => Promise.reject<never>(folderGone(folder)) }
}

const stopped = 'so the calendar file is not fresh. Your pages and your work are not affected.'
const byItself = 'Signpost goes on by itself then.'

const words: Readonly<Record<string, readonly [sentence: string, nextStep: string]>> = {
  'folder-gone': [
    `This folder is not there now, ${stopped}`,
    `Plug the disk in, or sign in to the share. ${byItself} Or name another folder.`,
  ],
  'disk-full': [`The disk that this folder is on is full, ${stopped}`, `Free some space there. ${byItself}`],
  'disk-read-only': [`This folder can only be read, ${stopped}`, 'Name a folder that you can write to.'],
  'no-permission-on-disk': [
    `This laptop does not let Signpost write into this folder, ${stopped}`,
    `Ask for permission to write there. ${byItself} Or name another folder.`,
  ],
  'file-in-use': [
    `Another program holds the file in this folder, ${stopped}`,
    `Close the file there, also in your calendar. ${byItself}`,
  ],
}

function inWords(error: unknown): NonNullable<FeedState['trouble']> {
  // A fault of this program's own is none of the disk's.
  if (codeOf(error) === null) throw error
  const [sentence, nextStep] = words[diskTrouble(error)?.code ?? ''] ?? [
    `The file could not be written into this folder, ${stopped}`,
    `Look whether a folder called “${calendarFileName}” stands in its place. ${byItself} Or name another folder.`,
  ]
  return { sentence, nextStep }
}
