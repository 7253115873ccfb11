import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { CheckFacts } from '../../shared/checks/index.ts'
import { parseEntry, type WorkspacePath } from '../../shared/content/index.ts'
import type { CheckReport } from '../command-line/index.ts'
import { openMemory, programName, workspaceDataFolder } from '../settings/index.ts'
import { type FileReport, reportOf, summaryOf } from './check-files.ts'
import type { Session } from './session.ts'

/**
 * Every page and service of a workspace, checked as the editor checks them. What is found in a file follows from its path,
 * its words, what the checks may know of the rest, and this program: where all of these are as they were before, so is
 * the report.
 */
export async function checkWorkspace({ workspace, checking, world }: Session): Promise<CheckReport> {
  const data = workspaceDataFolder(world.data, workspace.root)
  const memory = await openMemory<FileReport>(join(data, 'reports.memory'), {
    data,
    program: programName(world.version),
  })
  const facts = await checking.facts()
  const known = nameOf(facts)
  const files: FileReport[] = []
  for (const { fields, path } of workspace.entries()) {
    const text = workspace.text(fields.id)
    if (text === null) continue
    const key = hashOf(JSON.stringify([known, path, text]))
    files.push(memory.recall(key) ?? remembered(key, check(path, text)))
  }
  await memory.save()
  return { files, summary: summaryOf(files) }

  function remembered(key: string, report: FileReport): FileReport {
    memory.remember(key, report)
    return report
  }

  function check(path: WorkspacePath, text: string): FileReport {
    const parsed = parseEntry(path, text)
    return reportOf(path, text, parsed, checking.check(parsed.entry, facts))
  }
}

/** Everything that the checks may know beyond the page itself. */
function nameOf({ titles, media, today }: CheckFacts): string {
  return hashOf(JSON.stringify([[...titles].toSorted(byName), [...media].toSorted(byName), today]))
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
