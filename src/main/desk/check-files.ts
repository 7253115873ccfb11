import type { CheckFacts } from '../../shared/checks/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { CheckEnd, DeskDeps, OnFile } from '../command-line/index.ts'
import { byManyHands } from './check-hands.ts'
import { todayOf } from './session.ts'
import { sharedFolder } from './sheets-beside.ts'

/**
 * Checks single Markdown, HTML and Word files that are in no workspace, and tells of each in their order. One that cannot be
 * read is a refusal that names it, so that no pipeline takes a file for a good one that nobody looked at.
 */
export async function checkFiles(
  paths: readonly string[],
  { signal, onProgress }: Pick<DeskDeps, 'signal' | 'onProgress'>,
  onFile: OnFile,
  now: () => Date = () => new Date(),
): Promise<CheckEnd | Refusal> {
  // Nothing is known of other pages and files here, so the checks say nothing of where links lead.
  const facts: CheckFacts = { titles: new Map(), media: new Map(), today: todayOf({ world: { now } }) }
  let done = 0
  let withoutDetails = 0
  const root = sharedFolder(paths)
  const pieces = paths.map(path => ({ kind: 'file' as const, path, root }))
  onProgress({ sentence: 'Checking files', done, total: paths.length })
  for await (const file of byManyHands(pieces, facts)) {
    if (signal.aborted) {
      return refuse('stopped', 'You stopped this before it was done.', 'Start again when you are ready.')
    }
    if (isRefusal(file)) return file
    done += 1
    if (!file.hasDetails) withoutDetails += 1
    onFile(file.report)
    onProgress({ sentence: 'Checking files', done, total: paths.length })
  }
  return { notSeen: notSeenIn(done, withoutDetails) }
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
