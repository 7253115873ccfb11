/** Somebody who types without end: keeps one draft after another and says each number when it is kept. */
import { openDrafts } from '../../src/main/workspace/drafts.ts'
import { draftNumbered } from './drafts-numbered.ts'

const [workspace = '', data = '', first = '0'] = process.argv.slice(2)
const drafts = openDrafts(workspace, { data, now: () => new Date() })
for (let number = Number(first); ; number += 1) {
  const kept = await drafts.keep(draftNumbered(number))
  if (kept.kind === 'kept') process.stdout.write(`${number}\n`)
}
