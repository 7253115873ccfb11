import { type Doc, replaceAt } from '../content/index.ts'
import type { Fix, Problem } from './rule.ts'

/** Mending every case of one kind on a page. */

export interface AllFixed {
  doc: Doc
  count: number
}

/** Whether a problem is mended together with all others of its kind; what is a guess is looked at by itself. */
export function isOneOfMany({ fix }: Pick<Problem, 'fix'>): boolean {
  return fix !== undefined && !fix.alone
}

/**
 * The document with every safe fix of a rule in it, and how many there were. A fix is of exact words, so one block gets one
 * fix at a time, and is looked at again before the next: two in one sentence are two rounds.
 */
export async function fixAll(
  doc: Doc,
  rule: string,
  problemsIn: (doc: Doc) => Promise<readonly Problem[]>,
): Promise<AllFixed> {
  let fixed: AllFixed = { doc, count: 0 }
  // No page has as many of one kind in one block; a fix that brings its own problem back must not go on for ever.
  for (let round = 0; round < 200; round += 1) {
    const problems = await problemsIn(fixed.doc)
    const fixes = apart(
      problems.flatMap(each => (each.rule === rule && isOneOfMany(each) && each.fix ? [each.fix] : [])),
    )
    if (fixes.length === 0) break
    fixed = { doc: withFixes(fixed.doc, fixes), count: fixed.count + fixes.length }
  }
  return fixed
}

/** Fixes that touch different blocks of the page, from its end to its beginning. */
function apart(fixes: readonly Fix[]): Fix[] {
  let from = Number.POSITIVE_INFINITY
  return fixes.toReversed().filter(({ edits }) => {
    const blocks = edits.map(({ path }) => path[0] ?? 0)
    if (edits.length === 0 || Math.max(...blocks) >= from) return false
    from = Math.min(...blocks)
    return true
  })
}

function withFixes(doc: Doc, fixes: readonly Fix[]): Doc {
  return fixes.reduce(
    (whole, { edits }) => edits.reduce((now, { path, nodes }) => replaceAt(now, path, nodes), whole),
    doc,
  )
}
