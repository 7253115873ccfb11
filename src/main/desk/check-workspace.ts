import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type CheckFacts, type Judged, readPolicy, type SiteProblem } from '../../shared/checks/index.ts'
import { type Entry, type SiteConfig, splitText, type UnreadSetting } from '../../shared/content/index.ts'
import type { ReviewRecord } from '../../shared/review/index.ts'
import { colourTrouble } from '../../shared/site/index.ts'
import type { CheckEnd, FileReport } from '../command-line/index.ts'
import { openMemory, programName, workspaceDataFolder } from '../settings/index.ts'
import { byManyHands } from './check-hands.ts'
import { type Details, detailsOf, type PagePiece, withPlaces } from './check-page.ts'
import { inPlace, reportOf } from './check-report.ts'
import { termsName } from './checking.ts'
import type { LinksOut } from './links-out-report.ts'
import type { Session } from './session.ts'
import { betweenPages, seeEntry, wholeSite } from './whole-site.ts'

/**
 * Every page and service of a workspace, checked as the editor checks them. What is found in a file follows from its path,
 * its words, what the checks may know of the rest, and this program; what is found between the files follows from all of
 * these and the settings. Where they are as they were before, so is the report.
 */
export async function checkWorkspace(
  session: Session,
  links: LinksOut = nothingOut,
): Promise<CheckEnd & { files: FileReport[] }> {
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
  // Where links lead follows from the day and from other people's servers, so it is remembered nowhere here.
  const out = pages.flatMap(page => {
    const problems = links.broken.get(page.entry)
    return problems === undefined ? [] : [placed(page, { problems: [...problems], dismissed: [] })]
  })
  const notSeen = [...readPolicy(config.checks).trouble, ...links.notSeen]
  const seen = out.length === 0 ? files : withMore(files, out)
  return { files: withSettings(seen, (await workspace.unreadSettings()).map(asProblem)), notSeen }

  async function recalled(key: string, work: () => FileReport[] | Promise<FileReport[]>): Promise<FileReport[]> {
    const before = memory.recall(key)
    if (before !== undefined) return before
    const files = await work()
    memory.remember(key, files)
    return files
  }

  async function checkAll(): Promise<FileReport[]> {
    const own = await ownReports()
    const between = await betweenPages(session, await wholeSite(session))
    const found = Map.groupBy(between.problems, fileOf)
    const letBe = Map.groupBy(between.dismissed, ({ problem }) => fileOf(problem))
    const more: FileReport[] = []
    for (const page of pages) {
      const { path } = page.entry
      const judged = { problems: found.get(path) ?? [], dismissed: letBe.get(path) ?? [] }
      if (judged.problems.length + judged.dismissed.length > 0)
        more.push(...(await recalled(betweenName(page, judged), () => [placed(page, judged)])))
    }
    return [...withMore(own, more), ...ofSettings(workspace.config(), found.get(settingsPath) ?? [])]
  }

  async function ownReports(): Promise<FileReport[]> {
    const known = pages.map(({ key }) => memory.recall(key))
    const anew = pages.filter((_, at) => known[at] === undefined)
    const pieces = anew.map(
      ({ entry, text, records }): PagePiece => ({
        kind: 'page',
        details: detailsOf(entry),
        text,
        terms: checking.terms(records),
      }),
    )
    const fresh = new Map<CheckedPage, FileReport[]>()
    for await (const { report, seen } of byManyHands(pieces, facts, checking.check)) {
      const page = anew[fresh.size]
      if (page === undefined) break
      if (seen !== null) seeEntry(session, page.entry, seen)
      memory.remember(page.key, [report])
      fresh.set(page, [report])
    }
    return pages.flatMap((page, at) => known[at] ?? fresh.get(page) ?? [])
  }
}

const nothingOut: LinksOut = { broken: new Map(), notSeen: [] }

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
function placed({ entry, text }: CheckedPage, judged: Judged): FileReport {
  const said = [...judged.problems, ...judged.dismissed.map(({ problem }) => problem)]
  // Most of it is about the page as a whole, whose place follows without reading its words.
  const isOfWords = said.some(({ place }) => place.path.length > 0 || place.start !== undefined)
  const details = detailsOf(entry)
  return reportOf(entry.path, text, isOfWords ? withPlaces(details, text) : withoutWords(details, text), judged)
}

function withoutWords(details: Details, text: string): Parameters<typeof reportOf>[2] {
  return { ...splitText(text), entry: { ...details, doc: { type: 'doc', content: [] } }, places: new Map() }
}

function betweenName({ key }: CheckedPage, { problems, dismissed }: Judged<SiteProblem>): string {
  const said = ({ about: _, others: __, ...problem }: SiteProblem) => problem
  return nameFor([key, problems.map(said), dismissed.map(({ problem, dismissal }) => [said(problem), dismissal.id])])
}

/** The pages' own problems, and those between them. */
function withMore(own: readonly FileReport[], more: readonly FileReport[]): FileReport[] {
  const byPath = new Map(more.map(file => [file.path, file]))
  return own.map(file => {
    const between = byPath.get(file.path)
    if (between === undefined) return file
    const both = <T extends FileReport['problems'][number]>(one: readonly T[], other: readonly T[]) =>
      inPlace([...one, ...other])
    return {
      ...file,
      problems: both(file.problems, between.problems),
      dismissed: both(file.dismissed, between.dismissed),
    }
  })
}

function fileOf({ about }: SiteProblem): string {
  return 'path' in about ? about.path : settingsPath
}

type Said = FileReport['problems'][number]

/** What the file of the settings says that nobody can read, beside what else was found in it. */
function withSettings(files: FileReport[], problems: readonly Said[]): FileReport[] {
  if (problems.length === 0) return files
  const own = files.find(({ path }) => path === settingsPath) ?? { path: settingsPath, problems: [], dismissed: [] }
  return [...files.filter(file => file !== own), { ...own, problems: inPlace([...problems, ...own.problems]) }]
}

function asProblem({ line, sentence, nextStep }: UnreadSetting): Said {
  const place = { line, column: 1, endLine: line, endColumn: 1 }
  return {
    rule: 'settings-unread',
    severity: 'warning',
    wcag: [],
    message: `${sentence} ${nextStep}`,
    ...place,
    fixable: false,
  }
}

/** What is about a section stands with the settings that name it, and so does a colour that nobody could read words on. */
function ofSettings({ site }: SiteConfig, found: readonly SiteProblem[]): FileReport[] {
  const colour = site.colour === '' ? null : colourTrouble(site.colour)
  const looks =
    colour === null ? [] : [{ rule: 'site-colour', severity: 'error' as const, wcag: ['1.4.3'], message: colour }]
  const problems = [...found, ...looks].map(({ rule, severity, wcag, message }) => {
    return { rule, severity, wcag, message, line: 1, column: 1, endLine: 1, endColumn: 1, fixable: false }
  })
  return problems.length === 0 ? [] : [{ path: settingsPath, problems, dismissed: [] }]
}

const settingsPath = 'signpost.yml'

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
