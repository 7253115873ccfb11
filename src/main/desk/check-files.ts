import { realpath } from 'node:fs/promises'
import { extname } from 'node:path'
import {
  type CheckFacts,
  type Judged,
  locator,
  type Markup,
  type Problem,
  runChecks,
} from '../../shared/checks/index.ts'
import {
  type Entry,
  type ParsedEntry,
  parseEntry,
  slugify,
  splitText,
  type WorkspacePath,
  whyUnreadable,
  workspacePathSchema,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { CheckReport, DeskDeps, ProblemReport } from '../command-line/index.ts'
import { readBounded } from '../files/index.ts'
import { liftTitle, pageFromHtml, wordToHtml } from '../import/index.ts'
import { todayOf } from './session.ts'

export type FileReport = CheckReport['files'][number]

/** What was read of a file: its page, and the text in which problems are located (empty where there is none). */
interface CheckedFile {
  parsed: ParsedEntry
  text: string
  /** What a web page says beyond its words. */
  markup?: Markup
  /** Whether the file says a page's details (summary, owner): one that cannot is not blamed for it. */
  hasDetails: boolean
  /** Whether it is a whole page, or a piece of one: nobody looks for a title in a piece. */
  isWhole: boolean
}

interface Kind {
  /** In bytes. */
  most: number
  read(path: WorkspacePath, bytes: Uint8Array): Promise<CheckedFile | Refusal>
}

const markdown: Kind = { most: 4_000_000, read: readMarkdown }
const html: Kind = { most: 4_000_000, read: readHtml }
const kinds: Readonly<Record<string, Kind>> = {
  '.md': markdown,
  '.markdown': markdown,
  '.html': html,
  '.htm': html,
  '.docx': { most: 50_000_000, read: readWord },
}

/**
 * Checks single Markdown, HTML and Word files that are in no workspace. One that cannot be read is a refusal that names
 * it, so that no pipeline takes a file for a good one that nobody looked at.
 */
export async function checkFiles(
  paths: readonly string[],
  { signal, onProgress }: Pick<DeskDeps, 'signal' | 'onProgress'>,
  now: () => Date = () => new Date(),
): Promise<CheckReport | Refusal> {
  // Nothing is known of other pages and files here, so the checks say nothing of where links lead.
  const facts: CheckFacts = { titles: new Map(), media: new Map(), today: todayOf({ world: { now } }) }
  const files: FileReport[] = []
  let withoutDetails = 0
  for (const path of paths) {
    if (signal.aborted) {
      return refuse('stopped', 'You stopped this before it was done.', 'Start again when you are ready.')
    }
    onProgress({ sentence: 'Checking files', done: files.length, total: paths.length })
    const file = await readFile(path)
    if (isRefusal(file)) return file
    if (!file.hasDetails) withoutDetails += 1
    const shortForms = file.markup?.shortForms ?? new Set()
    const problems = runChecks(file.parsed.entry, { ...facts, shortForms }, file.markup)
    files.push(
      reportOf(path, file.text, file.parsed, {
        problems: problems.filter(problem => canSay(file, problem)),
        dismissed: [],
      }),
    )
  }
  return { files, summary: summaryOf(files), notSeen: notSeenIn(files.length, withoutDetails) }
}

/** What a file by itself cannot show, so that nobody takes silence for praise. */
function notSeenIn(files: number, withoutDetails: number): string[] {
  if (files === 0) return []
  return [
    'A file by itself shows nothing of what is around it: where links to other pages and files lead, and what only all pages together show (one title twice, details that differ, pages that nothing leads to), was not looked at.',
    ...(withoutDetails === 0
      ? []
      : [
          `Where a file cannot say who looks after the page and what it is about in a sentence, nobody asked for it (${withoutDetails} of ${files}).`,
        ]),
  ]
}

/** One file's problems as they are printed, in the order in which they stand in it; those that were let be apart. */
export function reportOf(
  path: string,
  text: string,
  parsed: Pick<ParsedEntry, 'entry' | 'body' | 'places' | 'bodyOffset'>,
  judged: Judged,
): FileReport {
  const locate = locator(parsed, text)
  const report = (problem: Problem): ProblemReport => {
    const { rule, severity, wcag, message, fix } = problem
    return { rule, severity, wcag, message, ...locate(problem), fixable: fix !== undefined }
  }
  const dismissed = judged.dismissed.map(({ problem, dismissal: { reason, by, at, until } }) => {
    return { ...report(problem), dismissed: { reason, by: by.name, at, until } }
  })
  return { path, problems: inPlace(judged.problems.map(report)), dismissed: inPlace(dismissed) }
}

export function inPlace<T extends ProblemReport>(problems: readonly T[]): T[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

export function summaryOf(files: readonly FileReport[]): CheckReport['summary'] {
  const problems = files.flatMap(file => file.problems)
  const count = (severity: Problem['severity']) => problems.filter(problem => problem.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), notices: count('notice') }
}

function canSay({ hasDetails, isWhole, parsed, text }: CheckedFile, { field }: Problem): boolean {
  // Only Signpost's own pages say who looks after them.
  if (field === 'owner' && !/^(?:id|owner):/m.test(splitText(text).yaml ?? '')) return false
  if (hasDetails || field === 'body') return true
  return field === 'title' && (isWhole || parsed.entry.fields.title !== '')
}

async function readFile(path: string): Promise<CheckedFile | Refusal> {
  const kind = kinds[extname(path).toLowerCase()]
  if (!kind) {
    const sentence = 'Signpost checks Markdown (.md), web pages (.html) and Word documents (.docx).'
    return notChecked(path, refuse('unknown-kind', sentence, 'Save it as one of these, or leave it out.'))
  }
  // Whoever names a link to a file means the file.
  const bytes = await readBounded(await realpath(path).catch(() => path), kind.most)
  const file = isRefusal(bytes) ? asAFile(bytes) : await kind.read(pathFor(path), bytes)
  return isRefusal(file) ? notChecked(path, file) : file
}

function notChecked(path: string, { code, sentence, nextStep, detail }: Refusal): Refusal {
  return refuse(code, `“${path}” could not be checked. ${sentence}`, nextStep, detail)
}

/** What the file layer says of a workspace's files, for a file that is in none. */
function asAFile(refusal: Refusal): Refusal {
  const { code, detail } = refusal
  if (code === 'missing') {
    return refuse(code, 'It is not there.', 'Look at the spelling, and at the folder you are in.', detail)
  }
  if (code === 'no-permission-on-disk') {
    return refuse(code, 'This computer did not let Signpost read it.', 'Check that you may open it.', detail)
  }
  return refusal
}

/** A file outside a workspace has no address; what stands in a folder of services is read as one of them. */
function pathFor(path: string): WorkspacePath {
  const [folder, name] = path.split(/[\\/]/).slice(-2)
  const slug = slugify((name ?? '').replace(/\.[^.]+$/, '')) || 'page'
  const safe = workspacePathSchema.safeParse(folder === 'services' ? `services/${slug}.md` : `pages/files/${slug}.md`)
  return safe.success ? safe.data : workspacePathSchema.parse('pages/files/page.md')
}

async function readMarkdown(path: WorkspacePath, bytes: Uint8Array): Promise<CheckedFile | Refusal> {
  const text = decoded(bytes, 'utf-8')
  if (text === null || whyUnreadable(text) !== null) return notText
  const parsed = parseEntry(path, text)
  if (splitText(text).yaml !== null) return { text, parsed, hasDetails: true, isWhole: true }
  const { title, doc } = liftTitle(parsed.entry.doc)
  return {
    text,
    parsed: { ...parsed, entry: named({ ...parsed.entry, doc }, title) },
    hasDetails: false,
    isWhole: false,
  }
}

function named(entry: Entry, title: string): Entry {
  return entry.kind === 'page'
    ? { ...entry, fields: { ...entry.fields, title } }
    : { ...entry, fields: { ...entry.fields, title } }
}

/** Pages of old systems are often not in UTF-8; what a browser takes them for then is Windows' Western European. */
async function readHtml(path: WorkspacePath, bytes: Uint8Array): Promise<CheckedFile | Refusal> {
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252')
  if (text === null || whyUnreadable(text) !== null) return notText
  const { markup, ...parsed } = pageFromHtml(path, text)
  return { text, parsed, markup, hasDetails: false, isWhole: /<(?:html|head|title)[\s>]/i.test(text) }
}

/** A Word document has no lines to point to, so all of it is line 1; without a title it goes by its file's name. */
async function readWord(path: WorkspacePath, bytes: Uint8Array): Promise<CheckedFile | Refusal> {
  const source = await wordToHtml(bytes)
  if (isRefusal(source)) return source
  const { entry, markup: _, ...parsed } = pageFromHtml(path, source)
  const title = entry.fields.title || entry.slug.replaceAll('-', ' ')
  const whole = { ...parsed, body: '', entry: named(entry, title), places: new Map() }
  return { text: '', parsed: whole, hasDetails: false, isWhole: true }
}

const notText = refuse('not-text', 'It is not text.', 'Save it as text in UTF-8, and try again.')

function decoded(bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252'): string | null {
  // The decoder's only way to say that it is no such text.
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
