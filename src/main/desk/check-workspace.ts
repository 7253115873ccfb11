import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type CheckFacts, judge, readPolicy, type SiteProblem } from '../../shared/checks/index.ts'
import { type Entry, type ParsedEntry, parseBody, parseEntry, splitText } from '../../shared/content/index.ts'
import type { ReviewRecord } from '../../shared/review/index.ts'
import type { CheckReport } from '../command-line/index.ts'
import { openMemory, programName, workspaceDataFolder } from '../settings/index.ts'
import { withWords } from '../workspace/index.ts'
import { type FileReport, inPlace, reportOf, summaryOf } from './check-files.ts'
import { termsName } from './checking.ts'
import type { Session } from './session.ts'
import { siteProblems } from './whole-site.ts'

/**
 * Every page and service of a workspace, checked as the editor checks them. What is found in a file follows from its path,
 * its words, what the checks may know of the rest, and this program: where all of these are as they were before, so is
 * the report.
 */
export async function checkWorkspace(session: Session): Promise<CheckReport> {
  const { workspace, checking, world } = session
  const data = workspaceDataFolder(world.data, workspace.root)
  const memory = await openMemory<FileReport>(join(data, 'reports.memory'), {
    data,
    program: programName(world.version),
  })
  const facts = await checking.facts()
  const known = nameOf(facts)
  const said = Map.groupBy(await workspace.reviews(), record => record.page)
  const files: FileReport[] = []
  for (const entry of workspace.entries()) {
    const text = workspace.text(entry.fields.id)
    if (text === null) continue
    const records = said.get(entry.fields.id) ?? []
    const key = hashOf(JSON.stringify([known, termsName(checking.terms(records)), entry.path, text]))
    files.push(memory.recall(key) ?? remembered(key, check(entry, text, records)))
  }
  await memory.save()
  const all = withSiteProblems(session, files, await siteProblems(session))
  return { files: all, summary: summaryOf(all), notSeen: readPolicy(workspace.config().checks).trouble }

  function remembered(key: string, report: FileReport): FileReport {
    memory.remember(key, report)
    return report
  }

  function check(entry: Entry, text: string, records: readonly ReviewRecord[]): FileReport {
    const parsed = withPlaces(entry, text)
    return reportOf(
      entry.path,
      text,
      parsed,
      judge(checking.check(parsed.entry, facts), parsed.entry, checking.terms(records)),
    )
  }
}

/** The pages' own problems, and those between them. What is about a section stands with the settings that name it. */
function withSiteProblems(
  { workspace }: Session,
  files: readonly FileReport[],
  problems: readonly SiteProblem[],
): FileReport[] {
  const byPath = Map.groupBy(problems, ({ about }): string => ('path' in about ? about.path : settingsPath))
  const pages = files.map(file => {
    const [first, ...more] = byPath.get(file.path) ?? []
    if (first === undefined || !('path' in first.about)) return file
    const text = workspace.text(first.about.fields.id)
    if (text === null) return file
    const between = reportOf(file.path, text, withPlaces(first.about, text), {
      problems: [first, ...more],
      dismissed: [],
    })
    return { ...file, problems: inPlace([...file.problems, ...between.problems]) }
  })
  const ofSections = (byPath.get(settingsPath) ?? []).map(({ rule, severity, wcag, message }) => {
    return { rule, severity, wcag, message, line: 1, column: 1, endLine: 1, endColumn: 1, fixable: false }
  })
  return ofSections.length === 0 ? pages : [...pages, { path: settingsPath, problems: ofSections, dismissed: [] }]
}

const settingsPath = 'signpost.yml'

/** An entry with the places of its words. Its details were read when the workspace was opened, so they need not be again. */
function withPlaces(entry: Entry, text: string): Pick<ParsedEntry, 'entry' | 'body' | 'places' | 'bodyOffset'> {
  // What the workspace gave a page (an id of its own) is not in its file, and it says so as trouble.
  if (entry.trouble.length > 0) return parseEntry(entry.path, text)
  const { body, bodyOffset } = splitText(text)
  const { doc, places } = parseBody(body)
  return { entry: withWords(entry, () => doc), body, bodyOffset, places }
}

/** Everything that the checks may know beyond the page itself. */
function nameOf({ titles, media, today, own }: CheckFacts): string {
  const ours = own ? [[...own.words].toSorted(), [...own.shortForms].toSorted(byName)] : []
  return hashOf(JSON.stringify([[...titles].toSorted(byName), [...media].toSorted(byName), today, ours]))
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
