import * as desk from '../../src/main/desk/index.ts'
import { type PageId, parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import type { Act } from '../../src/shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'
import { danny, type Laptop, must } from './laptop.ts'

/** What the stories of undoing do and look at. */

export const all = { by: null, page: null, after: null }

export async function newPage(
  at: Laptop,
  title = 'Travel to school',
  body = 'One.\n\nTwo.\n\nThree.',
): Promise<PageId> {
  at.tick(1000)
  const { id } = must(await desk.createPage(at.session, { section: 'education', title, template: 'topic' }))
  await write(at, id, body)
  return id
}

export async function write(at: Laptop, id: PageId, body: string): Promise<void> {
  const { hash, entry } = must(await desk.openPage(at.session, id))
  at.tick(1000)
  must(await desk.savePage(at.session, { id, base: hash, doc: parseBody(body).doc, entry }))
}

export async function retitle(at: Laptop, id: PageId, title: string): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  at.tick(1000)
  const renamed = entry.kind === 'page' ? { ...entry, fields: { ...entry.fields, title } } : entry
  must(await desk.savePage(at.session, { id, base: hash, doc, entry: renamed }))
}

export const bodyOf = async (at: Laptop, id: PageId) => serialiseBody(must(await desk.openPage(at.session, id)).doc)
export const stateOf = async (at: Laptop, id: PageId) => must(await desk.openPage(at.session, id)).state

/** The newest act that says this. */
export async function act(at: Laptop, words: string): Promise<Act> {
  const { acts } = await at.session.acts.list(all)
  const found = acts.find(each => each.sentence.includes(words))
  if (!found) throw new Error(`nobody did “${words}”: ${acts.map(each => each.sentence).join(' | ')}`)
  return found
}

export async function undo(at: Laptop, words: string): Promise<desk.Undone | Refusal> {
  at.tick(1000)
  return desk.undoAct(at.session, (await act(at, words)).act)
}

export const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done')

/** Asks for a review, and Danny decides. */
export async function decided(at: Laptop, id: PageId, decision: 'good' | 'needs-changes' = 'good'): Promise<void> {
  const me = at.world.me
  at.tick(1000)
  must(await desk.askForReview(at.session, id, ''))
  at.tick(1000)
  const { hash } = must(await desk.openReview(at.session, id))
  must(await desk.decide(at.as(danny), id, { hash, decision, note: '' }))
  at.world.me = me
}
