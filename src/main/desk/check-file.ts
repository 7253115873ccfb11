import { realpath } from 'node:fs/promises'
import { extname } from 'node:path'
import { type CheckFacts, type Markup, type Problem, runChecks } from '../../shared/checks/index.ts'
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
import type { FileReport } from '../command-line/index.ts'
import { readBounded } from '../files/index.ts'
import { liftTitle, pageFromHtml, wordToHtml } from '../import/index.ts'
import { reportOf } from './check-report.ts'
import { sheetsBeside } from './sheets-beside.ts'

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

type Beside = (html: string) => Promise<ReadonlyMap<string, string>>

interface Kind {
  /** In bytes. */
  most: number
  /** `beside` reads what a web page says to lie beside it. */
  read(path: WorkspacePath, bytes: Uint8Array, beside: Beside): Promise<CheckedFile | Refusal>
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

/** What is found in one file, and whether it could say a page's details. */
export interface FileChecked {
  kind: 'checked'
  report: FileReport
  hasDetails: boolean
}

/** Checks one Markdown, HTML or Word file that is in no workspace. What lies beside it is read as far as it is in `root`. */
export async function checkFile(path: string, facts: CheckFacts, root: string): Promise<FileChecked | Refusal> {
  const file = await readFile(path, root)
  if (isRefusal(file)) return file
  const shortForms = file.markup?.shortForms ?? new Set()
  const problems = runChecks(file.parsed.entry, { ...facts, shortForms }, file.markup)
  const said = problems.filter(problem => canSay(file, problem)).map(problem => asOfAnother(file, problem))
  const judged = { problems: said, dismissed: [] }
  return { kind: 'checked', report: reportOf(path, file.text, file.parsed, judged), hasDetails: file.hasDetails }
}

function canSay({ hasDetails, isWhole, parsed, text }: CheckedFile, { field }: Problem): boolean {
  // Only Signpost's own pages say who looks after them.
  if (field === 'owner' && !/^(?:id|owner):/m.test(splitText(text).yaml ?? '')) return false
  if (field === 'summary' && /^(?:abstract|description|excerpt|lead|teaser):/m.test(splitText(text).yaml ?? ''))
    return false
  if (hasDetails || field === 'body') return true
  return field === 'title' && (isWhole || parsed.entry.fields.title !== '')
}

/** A page of another program may keep its summary elsewhere: that it has none is told, and warned of in Signpost's own. */
function asOfAnother({ hasDetails, text }: CheckedFile, problem: Problem): Problem {
  const isOurs = !hasDetails || /^(?:id|owner|summary):/m.test(splitText(text).yaml ?? '')
  return isOurs || problem.field !== 'summary' ? problem : { ...problem, severity: 'notice' }
}

async function readFile(path: string, root: string): Promise<CheckedFile | Refusal> {
  const kind = kinds[extname(path).toLowerCase()]
  if (!kind) {
    const sentence = 'Signpost checks Markdown (.md), web pages (.html) and Word documents (.docx).'
    return notChecked(path, refuse('unknown-kind', sentence, 'Save it as one of these, or leave it out.'))
  }
  // Whoever names a link to a file means the file.
  const bytes = await readBounded(await realpath(path).catch(() => path), kind.most)
  const file = isRefusal(bytes)
    ? asAFile(bytes)
    : await kind.read(pathFor(path), bytes, html => sheetsBeside(path, html, root))
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
    return refuse(code, 'This laptop did not let Signpost read it.', 'Check that you may open it.', detail)
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
async function readHtml(path: WorkspacePath, bytes: Uint8Array, beside: Beside): Promise<CheckedFile | Refusal> {
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252')
  if (text === null || whyUnreadable(text) !== null) return notText
  const { markup, ...parsed } = pageFromHtml(path, text, await beside(text))
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
