import { join } from 'node:path'
import { isRefusal, type Refusal } from '../shared/outcome.ts'
import type { CheckEnd, FileReport } from './command-line/index.ts'
import { type FolderLook, lookAtFolder, standsAsBefore } from './files/index.ts'
import { openMemory, programName, workspaceDataFolder } from './settings/index.ts'

/** What a check of a whole workspace found. */
export interface WorkspaceReport extends CheckEnd {
  files: readonly FileReport[]
}

interface LastCheck {
  day: string
  look: FolderLook
}

/** `files`: so many files a check meets for the first time, or on a new day, as far as that can be told before it. */
type Check = (files: number) => Promise<WorkspaceReport | Refusal>

/**
 * What `check` finds follows from the workspace's files, the day and this program. Where all three are as they were at the
 * last check, its report is the answer, and no file is opened: to look at how a thousand pages stand takes a tenth of what
 * it takes to read them (decision 7).
 */
export async function checkUnlessAsBefore(
  folder: string,
  { data, version, now }: { data: string; version: string; now: () => Date },
  check: Check,
): Promise<WorkspaceReport | Refusal> {
  const own = workspaceDataFolder(data, folder)
  const memory = await openMemory<LastCheck | WorkspaceReport>(join(own, 'last-check.memory'), {
    data: own,
    program: programName(version),
  })
  const day = () => now().toDateString()
  const before = memory.recall('stood') as LastCheck | undefined
  if (before?.day === day() && standsAsBefore(folder, before.look)) return memory.recall('said') as WorkspaceReport

  const began = day()
  const look = lookAtFolder(folder, Date.now())
  const report = await check(before?.day === began || look === null ? 0 : wordsIn(look))
  // Whoever changed something meanwhile, another program or a new day, is looked at the next time.
  if (isRefusal(report) || look === null || began !== day() || !standsAsBefore(folder, look)) return report
  memory.remember('stood', { day: began, look })
  memory.remember('said', report)
  await memory.save()
  return report
}

function wordsIn(look: FolderLook): number {
  return Object.keys(look).filter(path => /^(?:pages|services)\/.*\.md$/.test(path)).length
}
