import { createHash } from 'node:crypto'
import {
  type Block,
  type Doc,
  type Entry,
  type Inline,
  type Instant,
  parseEntry,
  workspacePathSchema,
} from '../../shared/content/index.ts'
import type { Choice, FileQuestion, MergedTrees, WholeFile } from '../../shared/merge/index.ts'
import type { Person } from '../../shared/review/records.ts'
import type { Desk } from './desk.ts'
import { type CommitInfo, type Oid, readBlob, readCommit } from './repository.ts'
import { type Blob, diffTrees } from './trees.ts'

/** Both sides of a merge: what they had in common, this laptop's versions, oldest first, and the newest shared one. */
export interface Lines {
  base: Oid
  mine: readonly CommitInfo[]
  theirs: Oid
}

type Files = ReadonlyMap<string, Blob>

/** The questions that a merge leaves, each with its page and with who wrote what when. `files` is what it came to. */
export async function choicesOf(desk: Desk, merged: MergedTrees, lines: Lines, files: Files): Promise<Choice[]> {
  if (merged.clashes.length + merged.questions.length === 0) return []
  const sides = { mine: lines.mine.toReversed(), theirs: await theirLine(desk, lines) }
  const choices: Choice[] = []
  for (const { path, clash } of merged.clashes) {
    const { fields, path: stands } = await entryAt(desk, files, path)
    const id = nameOfQuestion([fields.id, clash])
    const mine = { ...(await lastTouch(desk, sides.mine, path)), doc: clash.mine }
    const theirs = { ...(await lastTouch(desk, sides.theirs, path)), doc: clash.theirs }
    choices.push({ ...clash, id, page: fields.id, path: stands, title: fields.title, mine, theirs })
  }
  for (const question of merged.questions) {
    const { was } = question
    const asked = await wholeFile(desk, question, files)
    const mine = { ...(await lastTouch(desk, sides.mine, was)), doc: asked.mine }
    const theirs = { ...(await lastTouch(desk, sides.theirs, was)), doc: asked.theirs }
    const contents = [question.path, 'aside' in question ? question.aside : ''].map(path => files.get(path)?.oid)
    choices.push({ ...asked, ...nothingAround, id: nameOfQuestion([question, contents]), mine, theirs })
  }
  return choices
}

/** The same for the same question, so that it is asked once. */
export function nameOfQuestion(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 16)
}

const empty: Doc = { type: 'doc', content: [] }
const nothingAround = { field: 'file', before: empty, above: empty, below: empty, values: null }

type Asked = Pick<Choice, 'page' | 'path' | 'title'> & { file: WholeFile; mine: Doc; theirs: Doc }

async function wholeFile(desk: Desk, question: FileQuestion, files: Files): Promise<Asked> {
  const path = workspacePathSchema.parse(question.path)
  if (question.kind !== 'same-name') {
    const entry = await entryAt(desk, files, path)
    const about = { page: entry.fields.id, path, title: entry.fields.title }
    return question.kind === 'deleted-here'
      ? { ...about, file: { kind: 'deleted', by: 'mine' }, mine: empty, theirs: wholePage(entry) }
      : { ...about, file: { kind: 'deleted', by: 'theirs' }, mine: wholePage(entry), theirs: empty }
  }
  const where = { theirs: path, mine: workspacePathSchema.parse(question.aside) }
  if (path.startsWith('media/')) {
    const title = path.slice('media/'.length)
    return { page: null, path, title, file: { kind: 'media', ...where }, mine: shown(where.mine), theirs: shown(path) }
  }
  const mine = await entryAt(desk, files, where.mine)
  const theirs = wholePage(await entryAt(desk, files, path))
  const { id, title } = mine.fields
  const file: WholeFile = { kind: 'address', both: question.both, ...where }
  return { page: id, path: where.mine, title, file, mine: wholePage(mine), theirs }
}

/** A whole page as it is read: its title, its summary, and its words. */
export function wholePage({ fields, doc }: Entry): Doc {
  const words = (text: string): Inline[] => [{ type: 'text', text }]
  const heading: Block = { type: 'heading', attrs: { level: 2 }, content: words(fields.title || '…') }
  const summary = 'summary' in fields ? fields.summary : ''
  const above: Block[] = summary === '' ? [heading] : [heading, { type: 'paragraph', content: words(summary) }]
  return { type: 'doc', content: [...above, ...doc.content] }
}

const picture = /\.(jpe?g|png|gif|webp|avif|svg)$/i

/** What the window says of a picture comes from its description, which both may have changed. */
function shown(src: string): Doc {
  const title = src.slice('media/'.length)
  const block: Block = picture.test(src)
    ? { type: 'figure', attrs: { src, alt: title, decorative: false, caption: '' } }
    : { type: 'document', attrs: { src, title } }
  return { type: 'doc', content: [block] }
}

async function theirLine(desk: Desk, { base, theirs }: Lines): Promise<CommitInfo[]> {
  const line: CommitInfo[] = []
  for (let commit = await readCommit(desk.repository, theirs); commit.oid !== base; ) {
    line.push(commit)
    if (commit.parent === null) break
    commit = await readCommit(desk.repository, commit.parent)
  }
  return line
}

async function entryAt(desk: Desk, files: Files, path: string): Promise<Entry> {
  const blob = files.get(path)
  const text = blob ? Buffer.from(await readBlob(desk.repository, blob.oid)).toString('utf8') : ''
  return parseEntry(workspacePathSchema.parse(path), text).entry
}

/** Who changed a page last on one side, newest first; the side's newest author where it had another address there. */
async function lastTouch(desk: Desk, line: readonly CommitInfo[], path: string): Promise<{ by: Person; at: Instant }> {
  const [newest] = line
  if (!newest) throw new Error('a clash needs a change on both sides')
  for (const commit of line) {
    const before = commit.parent === null ? null : (await readCommit(desk.repository, commit.parent)).tree
    const differences = await diffTrees(desk.repository, before, commit.tree)
    if (differences.some(difference => difference.path === path)) return { by: commit.by, at: commit.at }
  }
  return { by: newest.by, at: newest.at }
}
