import { type CheckFacts, type Problem, runChecks } from '../../src/shared/checks/index.ts'
import { type Entry, parseEntry, replaceAt, type WorkspacePath } from '../../src/shared/content/index.ts'

export const facts: CheckFacts = {
  titles: new Map([['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'Travel to school']]),
  media: new Map([
    ['bus.png', 2_000],
    ['wave.png', 900],
    ['travel.pdf', 240_000],
    ['form.docx', 34_000],
  ]),
  today: '2026-11-22',
}

/** A whole page where the text has front matter; otherwise the body of a page that lacks nothing else. */
export function pageOf(text: string): Entry {
  const sound = '---\ntitle: Travel to school\nsummary: Who can get help.\nowner: priya@example.org\n---\n'
  const whole = text.startsWith('---') ? text : sound + text
  return parseEntry('pages/education/travel.md' as WorkspacePath, whole).entry
}

export function serviceOf(fields: string): Entry {
  const sound = '---\ntitle: Gull House\nsummary: Short breaks by the sea.\nowner: priya@example.org\n'
  return parseEntry('services/gull-house.md' as WorkspacePath, `${sound}${fields}\n---\nWords.\n`).entry
}

/** What all rules say: `rule` for each problem, in reading order. */
export function rulesFor(text: string): string[] {
  return runChecks(pageOf(text), facts).map(problem => problem.rule)
}

/** The page after a fix, as the editor makes it: each edit in turn. */
export function mended(entry: Entry, problem: Problem): Entry {
  const edits = problem.fix?.edits ?? []
  return { ...entry, doc: edits.reduce((doc, { path, nodes }) => replaceAt(doc, path, nodes), entry.doc) }
}
