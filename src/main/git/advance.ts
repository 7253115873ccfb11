import { type WorkspacePath, workspacePathSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { diskTrouble, removeDurably, writeDurably } from '../files/index.ts'
import type { Desk } from './desk.ts'
import { type Journal, readJournal, removeJournal, writeJournal } from './journal.ts'
import { writeNativeIndex } from './native-index.ts'
import { changesOnDisk } from './on-disk.ts'
import { deskRef, moveRef, type Oid, readBlob, readCommit, readRef } from './repository.ts'
import { keepTold } from './told.ts'

/** One file of this computer that a move from one version to another changes. */
interface Step {
  path: WorkspacePath
  before: Oid | null
  after: Oid | null
}

/** What a move leaves for the person at this laptop: questions, and what they are told. */
type Leaves = Pick<Journal, 'choices' | 'told'>
const nothing: Leaves = { choices: [], told: [] }

export type Advanced = { kind: 'advanced' } | { kind: 'unsaved'; path: WorkspacePath } | Refusal

/**
 * Moves the desk and the folder from the newest version to `to`. A file that holds anything but the newest version's words
 * is not overwritten: nothing is changed then, and the answer names it. A kill at any instant leaves, after the next start,
 * the former state or the new one: what is planned is written down first and the desk's name moves last.
 */
export async function advance(desk: Desk, from: Oid, to: Oid, leaves: Leaves = nothing): Promise<Advanced> {
  const { repository } = desk
  const steps = await stepsBetween(desk, from, to)
  const journal: Journal = { from, to, ...leaves }
  await writeJournal(repository, journal)
  const written = await writeSteps(desk, steps)
  if (written.kind !== 'advanced') {
    const undone = await recover(desk)
    return isRefusal(undone) ? undone : written
  }
  await moveRef(repository, deskRef, to)
  await finish(desk, journal)
  return { kind: 'advanced' }
}

/**
 * Puts right what a kill or a fault left halfway; answers true if there was something. Before the desk's name moved, the
 * folder goes back to the former version (a file that somebody has edited since is theirs and stays); after, it is done.
 */
export async function recover(desk: Desk): Promise<boolean | Refusal> {
  const { repository } = desk
  const journal = await readJournal(repository)
  if (journal === null) return false
  const head = await readRef(repository, deskRef)
  if (head !== journal.to) {
    const back: Step[] = []
    for (const step of await stepsBetween(desk, journal.from, journal.to)) {
      const there = await desk.workTree.oidOf(step.path)
      if (isRefusal(there)) return there
      if (there === step.after) back.push({ path: step.path, before: step.after, after: step.before })
    }
    const written = await writeSteps(desk, back)
    if (written.kind === 'unsaved') return recover(desk)
    if (isRefusal(written)) return written
    await removeJournal(repository)
  } else await finish(desk, journal)
  return true
}

async function finish(desk: Desk, journal: Journal): Promise<void> {
  for (const choice of journal.choices) await desk.deps.choices.put(choice)
  await keepTold(desk.repository, journal.to, journal.told)
  await removeJournal(desk.repository)
  await refreshNativeIndex(desk)
}

/** It serves other programs and is made anew each time, so a fault here is no fault of what was saved. */
export async function refreshNativeIndex(desk: Desk): Promise<void> {
  try {
    await writeNativeIndex(desk.repository)
  } catch (error) {
    if (!diskTrouble(error)) throw error
  }
}

async function stepsBetween(desk: Desk, from: Oid, to: Oid): Promise<Step[]> {
  const [old, young] = await Promise.all([from, to].map(oid => readCommit(desk.repository, oid)))
  const steps: Step[] = []
  for (const change of await changesOnDisk(desk.repository, old?.tree ?? null, young?.tree ?? null)) {
    const safe = workspacePathSchema.safeParse(change.path).data
    if (safe) steps.push({ ...change, path: safe })
  }
  // Removals first: what was a file may have to become a folder.
  return steps.sort((a, b) => Number(a.after !== null) - Number(b.after !== null))
}

async function writeSteps(desk: Desk, steps: readonly Step[]): Promise<Advanced> {
  const { root } = desk.repository
  for (const { path, before, after } of steps) {
    const there = await desk.workTree.oidOf(path)
    if (isRefusal(there)) return there
    if (there === after) continue
    if (there !== before) return { kind: 'unsaved', path }
    const done =
      after === null
        ? await removeDurably(root, path, desk)
        : await writeDurably(root, path, await readBlob(desk.repository, after), desk)
    if (isRefusal(done)) return done
  }
  return { kind: 'advanced' }
}
