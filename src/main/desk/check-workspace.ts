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
import { seeEntry, siteProblems } from './whole-site.ts'

/**
 * Every page and service of a workspace, checked as the editor checks them. What is found in a file follows from its path,
 * its words, what the checks may know of the rest, and this program; what is found between the files follows from all of
 * these and the settings. Where they are as they were before, so is the report.
 */
export async function checkWorkspace(session: Session): Promise<CheckReport> {
  const { workspace, checking, world } = session
  const data = workspaceDataFolder(world.data, workspace.root)
  const memory = await openMemory<FileReport[]>(join(data, 'reports.memory'), {
    data,
    program: programName(world.version),
  })
  const facts = await checking.facts()
  const pages = pagesOf(session, nameOf(facts), await workspace.reviews())
  const config = workspace.config()
  const files = await recalled(nameFor([config, pages.map(({ key }) => key)]), checkAll)
  await memory.save()
  return { files, summary: summaryOf(files), notSeen: readPolicy(config.checks).trouble }

  async function recalled(key: string, work: () => FileReport[] | Promise<FileReport[]>): Promise<FileReport[]> {
    const before = memory.recall(key)
    if (before !== undefined) return before
    const files = await work()
    memory.remember(key, files)
    return files
  }

  async function checkAll(): Promise<FileReport[]> {
    const own: FileReport[] = []
    for (const page of pages) own.push(...(await recalled(page.key, () => [check(page)])))
    const between = Map.groupBy(await siteProblems(session), ({ about }) =>
      'path' in about ? about.path : settingsPath,
    )
    const more: FileReport[] = []
    for (const page of pages) {
      const problems = between.get(page.entry.path) ?? []
      if (problems.length > 0)
        more.push(...(await recalled(betweenName(page, problems), () => [placed(page, problems)])))
    }
    return [...withMore(own, more), ...ofSections(between.get(settingsPath) ?? [])]
  }

  function check({ entry, text, records }: CheckedPage): FileReport {
    const parsed = withPlaces(entry, text)
    if (entry.trouble.length === 0) seeEntry(session, entry, parsed.entry)
    const problems = checking.check(parsed.entry, facts)
    return reportOf(entry.path, text, parsed, judge(problems, parsed.entry, checking.terms(records)))
  }
}

interface CheckedPage {
  entry: Entry
  text: string
  records: readonly ReviewRecord[]
  /** Names all that its own report follows from, but this program. */
  key: string
}

function pagesOf({ workspace, checking }: Session, known: string, reviews: readonly ReviewRecord[]): CheckedPage[] {
  const said = Map.groupBy(reviews, record => record.page)
  return workspace.entries().flatMap((entry): CheckedPage[] => {
    const text = workspace.text(entry.fields.id)
    if (text === null) return []
    const records = said.get(entry.fields.id) ?? []
    return [{ entry, text, records, key: nameFor([known, termsName(checking.terms(records)), entry.path, text]) }]
  })
}

/** What the rules between the pages say of one page, where it stands in its file. */
function placed({ entry, text }: CheckedPage, problems: SiteProblem[]): FileReport {
  return reportOf(entry.path, text, withPlaces(entry, text), { problems, dismissed: [] })
}

function betweenName({ key }: CheckedPage, problems: readonly SiteProblem[]): string {
  return nameFor([key, problems.map(({ about: _, others: __, ...problem }) => problem)])
}

/** The pages' own problems, and those between them. */
function withMore(own: readonly FileReport[], more: readonly FileReport[]): FileReport[] {
  const byPath = new Map(more.map(({ path, problems }) => [path, problems]))
  return own.map(file => {
    const problems = byPath.get(file.path)
    return problems === undefined ? file : { ...file, problems: inPlace([...file.problems, ...problems]) }
  })
}

/** What is about a section stands with the settings that name it. */
function ofSections(found: readonly SiteProblem[]): FileReport[] {
  const problems = found.map(({ rule, severity, wcag, message }) => {
    return { rule, severity, wcag, message, line: 1, column: 1, endLine: 1, endColumn: 1, fixable: false }
  })
  return problems.length === 0 ? [] : [{ path: settingsPath, problems, dismissed: [] }]
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
  return nameFor([[...titles].toSorted(byName), [...media].toSorted(byName), today, ours])
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

function nameFor(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
