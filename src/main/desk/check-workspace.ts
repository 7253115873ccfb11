import { parseEntry } from '../../shared/content/index.ts'
import type { CheckReport } from '../command-line/index.ts'
import { reportOf, summaryOf } from './check-files.ts'
import type { Session } from './session.ts'

/** Every page and service of a workspace, checked as the editor checks them. */
export async function checkWorkspace({ workspace, checking }: Session): Promise<CheckReport> {
  const files: CheckReport['files'][number][] = []
  for (const { fields, path } of workspace.entries()) {
    const text = workspace.text(fields.id)
    if (text === null) continue
    const parsed = parseEntry(path, text)
    files.push(reportOf(path, text, parsed, await checking.problems(parsed.entry)))
  }
  return { files, summary: summaryOf(files) }
}
