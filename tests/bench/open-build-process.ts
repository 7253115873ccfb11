import { join } from 'node:path'
import * as desk from '../../src/main/desk/index.ts'
import { workspaceDataFolder } from '../../src/main/settings/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { stopwatch } from './measure.ts'
import { pageId } from './offer-pages.ts'
import { openDesk } from './open-desk.ts'

/**
 * One page changed and the site made again while the program is open, as it is where an officer works: how long it takes from
 * the version with the new words to the site that is ready to be sent, by the clock and by the processor. A process of its
 * own, as the program is. `start` changes the words at the start of the page, so that all others on it stand elsewhere.
 */
const [workspace = '', data = '', where = 'end', rounds = '3'] = process.argv.slice(2)
// Where a publish builds it.
const out = join(workspaceDataFolder(data, workspace), 'site')
const { session, close } = await openDesk(workspace, data)
await desk.listPages(session)
// What the program does in the background after it was started has been done when somebody publishes.
await session.checking.countAll()
orThrow(await session.live.build(out, 'desk'))

const page = pageId(7) as PageId
const took = []
for (let round = 1; round <= Number(rounds); round++) {
  const { hash: base, doc, entry } = orThrow(await desk.openPage(session, page))
  const words = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: `Changed ${round} times.` }] }
  const content = where === 'start' ? [words, ...doc.content] : [...doc.content, words]
  orThrow(await desk.savePage(session, { id: page, base, entry, doc: { ...doc, content } }))
  const stop = stopwatch()
  orThrow(await session.live.build(out, 'desk'))
  took.push(stop())
}
process.stdout.write(JSON.stringify(took))
await close()

function orThrow<T>(answer: T): Exclude<T, { kind: 'refused' }> {
  if (isRefusal(answer)) throw new Error(answer.sentence)
  return answer as Exclude<T, { kind: 'refused' }>
}
