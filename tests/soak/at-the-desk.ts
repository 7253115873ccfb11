import { createHash } from 'node:crypto'
import * as desk from '../../src/main/desk/index.ts'
import {
  audiences,
  type Doc,
  type Entry,
  type PageId,
  parseBody,
  serialiseBody,
} from '../../src/shared/content/index.ts'
import type { OpenPage } from '../../src/shared/contract/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { NewDetails } from '../../src/shared/review/index.ts'
import type { Act, Edit } from './acts.ts'
import { choose, undo } from './choosing.ts'
import { edited, type Words, without, wordsIn } from './edits.ts'
import { finish, judge } from './evaluating.ts'
import { answer, log } from './families.ts'
import { type AtDesk, done, nothing, type Outcome, outcomeOf, refused, type Tell } from './outcomes.ts'

/** The acts, done on the real desk of the program as its window would ask for them. */

export async function perform(at: AtDesk, act: Act, tell: Tell): Promise<Outcome> {
  switch (act.do) {
    case 'type':
      return onPage(at, act.page, async entry => type(at, entry.fields.id, act.change, tell))
    case 'edit':
      return onPage(at, act.page, async entry => {
        const typed = await type(at, entry.fields.id, act.change, tell)
        return typed.kind === 'done' ? save(at, entry.fields.id) : typed
      })
    case 'save':
      return saveAll(at)
    case 'share':
      return share(at)
    case 'choose':
      return choose(at, act, tell)
    case 'publish':
      return publish(at, act, tell)
    case 'undo':
      return undo(at, act.back, tell)
    case 'change-many':
      return changeAll(at, { every: `${act.months} months` })
    case 'set-many':
      return changeAll(at, await newDetail(at, act))
    case 'judge':
      return judge(at, act, tell)
    case 'finish':
      return finish(at)
    case 'log':
      return log(at, act, tell)
    case 'answer':
      return answer(at, act, tell)
    case 'restore':
      return restore(at, act.which)
    case 'create':
      return create(at, act, tell)
    case 'add-picture':
      return addPicture(at, act, tell)
    case 'describe-picture':
    case 'remove-picture':
      return changePicture(at, act, tell)
    default:
      return onPage(at, act.page, entry => arrange(at, entry, act, tell))
  }
}

/** By the paths, which are the same wherever a story is told again. */
function onPage({ session }: AtDesk, which: number, work: (entry: Entry) => Promise<Outcome>): Promise<Outcome> {
  const entries = session.workspace.entries()
  const entry = entries[which % Math.max(entries.length, 1)]
  return entry === undefined ? Promise.resolve(nothing) : work(entry)
}

/** In the editor, as the window does it: from what is typed there, from what was recovered, or from the saved words. */
async function type({ session, typing }: AtDesk, id: PageId, edit: Edit, tell: Tell): Promise<Outcome> {
  const opened = typing.get(id) ?? (await openForTyping(session, id))
  if (isRefusal(opened)) return refused(opened)
  const before: Words = { ...fieldsOf(opened.entry), blocks: blocksOf(opened.doc) }
  const after = edited(before, edit)
  const typed = {
    ...opened,
    entry: withFields(opened.entry, after),
    doc: parseBody(after.blocks.join('\n\n')).doc,
  }
  const [seen, left] = [wordsIn(textOf(before)), wordsIn(textOf(after))]
  await tell('takes-out', without(seen, left))
  const kept = await desk.keepDraft(session, typed)
  if (isRefusal(kept)) return refused(kept)
  typing.set(id, typed)
  await tell('has-kept', without(left, seen))
  return done
}

async function openForTyping(session: desk.Session, id: PageId) {
  const opened = await desk.openPage(session, id)
  return isRefusal(opened) ? opened : { id, base: opened.hash, doc: opened.doc, entry: opened.entry }
}

function fieldsOf({ fields }: OpenPage['entry']): { title: string; summary: string } {
  return { title: fields.title, summary: 'summary' in fields ? fields.summary : '' }
}

function withFields(entry: OpenPage['entry'], { title, summary }: Words): OpenPage['entry'] {
  return entry.kind === 'page'
    ? { ...entry, fields: { ...entry.fields, title, summary } }
    : { ...entry, fields: { ...entry.fields, title } }
}

const blocksOf = (doc: Doc) =>
  serialiseBody(doc)
    .split(/\n{2,}/)
    .map(block => block.trim())
    .filter(block => block !== '')
const textOf = ({ title, summary, blocks }: Words) => [title, summary, ...blocks].join('\n\n')

async function save({ session, typing }: AtDesk, id: PageId): Promise<Outcome> {
  const typed = typing.get(id)
  if (typed === undefined) return nothing
  const saved = await desk.savePage(session, typed)
  if (isRefusal(saved) && saved.code !== 'no-such-page') return refused(saved)
  typing.delete(id)
  return outcomeOf(saved)
}

/** What is open in the editor, and what was recovered of a page that is still there. */
async function saveAll(at: AtDesk): Promise<Outcome> {
  for (const { draft, page } of await at.session.workspace.recovered()) {
    if (page !== 'gone' && !at.typing.has(draft.id)) at.typing.set(draft.id, draft)
  }
  for (const id of [...at.typing.keys()]) {
    const saved = await save(at, id)
    if (saved.kind === 'refused' && saved.code !== 'no-such-page') return saved
  }
  return done
}

async function share({ session }: AtDesk): Promise<Outcome> {
  const result = await session.sharing.now()
  if (result === null) {
    const state = session.sharing.state()
    return state.kind === 'refused' ? state : nothing
  }
  if (isRefusal(result)) return refused(result)
  return result.kind === 'waiting' ? { kind: 'waiting', sentence: result.sentence, nextStep: result.nextStep } : done
}

async function publish(at: AtDesk, act: Extract<Act, { do: 'publish' }>, tell: Tell): Promise<Outcome> {
  const { session } = at
  let plan = await session.live.plan()
  if (isRefusal(plan)) return refused(plan)
  if (plan.ready.length === 0) {
    const urgent = await onPage(at, act.page, async ({ fields: { id } }) => {
      const said = await desk.publishUrgently(session, id, act.words.join(' '))
      if (!isRefusal(said)) await tell('has-kept', act.words)
      return outcomeOf(said)
    })
    if (urgent.kind !== 'done') return urgent
    plan = await session.live.plan()
    if (isRefusal(plan)) return refused(plan)
  }
  const state = await session.live.publish(plan.plan)
  if (isRefusal(state)) return refused(state)
  return state.kind === 'failed' ? { kind: 'waiting', sentence: state.sentence, nextStep: state.nextStep } : done
}

async function changeAll({ session }: AtDesk, details: NewDetails): Promise<Outcome> {
  const ids = session.workspace.entries().map(entry => entry.fields.id)
  return ids.length === 0 ? nothing : outcomeOf(await desk.changeMany(session, ids, details))
}

async function newDetail({ session }: AtDesk, { set, which }: Extract<Act, { do: 'set-many' }>): Promise<NewDetails> {
  if (set === 'section') return { section: sectionAt(session, which) }
  if (set === 'readers') return { audience: audiences.slice(0, which % (audiences.length + 1)) }
  const [list] = await session.knowing.checklists()
  const asked = list?.sections.flatMap(section => section.requirements) ?? []
  return { tag: { requirement: asked[which % Math.max(asked.length, 1)]?.id ?? '', on: which % 3 > 0 } }
}

async function restore({ session }: AtDesk, which: number): Promise<Outcome> {
  const deleted = await desk.recentlyDeleted(session)
  const file = deleted.sort((a, b) => (a.path < b.path ? -1 : 1))[which % Math.max(deleted.length, 1)]
  return file === undefined ? nothing : outcomeOf(await desk.restoreDeleted(session, file.path, file.version))
}

async function create({ session }: AtDesk, act: Extract<Act, { do: 'create' }>, tell: Tell): Promise<Outcome> {
  const section = sectionAt(session, act.section)
  const made = await desk.createPage(session, { section, title: act.words.join(' '), template: 'topic' })
  if (!isRefusal(made)) await tell('has-kept', act.words)
  return outcomeOf(made)
}

function sectionAt({ workspace }: desk.Session, which: number): string {
  const { sections } = workspace.config()
  return sections[which % Math.max(sections.length, 1)]?.slug ?? 'education'
}

/** The smallest picture there is; what makes it another one comes after its end. */
const gif = Buffer.from('R0lGODlhAgADAIAAAP///wAAACH5BAEAAAAALAAAAAACAAMAAAICRF4AOw==', 'base64')
/** Too much to come over a line, or to be written, at one go: it cannot be packed smaller. */
const drawn = () =>
  Buffer.concat(Array.from({ length: 45_000 }, (_, at) => createHash('sha256').update(String(at)).digest()))
const described = (words: readonly string[]) => ({ alt: words.join(' '), decorative: false, credit: '' })

async function addPicture({ session }: AtDesk, act: Extract<Act, { do: 'add-picture' }>, tell: Tell): Promise<Outcome> {
  const parts = act.name === 'poster' ? [gif, drawn()] : [gif]
  const data = Buffer.concat([...parts, Buffer.from(act.words.join(' '))]).toString('base64')
  const added = await desk.addMedia(session, `${act.name}.gif`, data, described(act.words))
  if (!isRefusal(added)) await tell('has-kept', act.words)
  return outcomeOf(added)
}

type ChangePicture = Extract<Act, { do: 'describe-picture' | 'remove-picture' }>

async function changePicture({ session }: AtDesk, act: ChangePicture, tell: Tell): Promise<Outcome> {
  const pictures = await desk.listMedia(session)
  const picture = pictures[act.which % Math.max(pictures.length, 1)]
  if (picture === undefined) return nothing
  await tell('takes-out', [...wordsIn(picture.alt)])
  if (act.do === 'remove-picture') return outcomeOf(await desk.removeMedia(session, picture.name))
  const told = await desk.describeMedia(session, picture.name, described(act.words))
  if (!isRefusal(told)) await tell('has-kept', act.words)
  return outcomeOf(told)
}

type OnPage = 'copy' | 'move' | 'remove' | 'put-back' | 'ask' | 'comment' | 'decide' | 'withdraw' | 'bring-back'
type Arrange = Extract<Act, { do: OnPage }>

async function arrange(at: AtDesk, entry: Entry, act: Arrange, tell: Tell): Promise<Outcome> {
  const { session } = at
  const { id } = entry.fields
  switch (act.do) {
    case 'copy':
      return outcomeOf(await desk.duplicatePage(session, id))
    case 'move':
      return outcomeOf(await desk.movePage(session, id, { section: sectionAt(session, act.section), slug: act.slug }))
    case 'remove': {
      await tell('takes-out', [...(await seenOf(at, id))])
      const removed = await desk.removePage(session, id)
      if (!isRefusal(removed)) at.typing.delete(id)
      return outcomeOf(removed)
    }
    case 'put-back':
      return putBack(at, id, act.version, tell)
    case 'withdraw': {
      const withdrawn = await desk.withdraw(session, id, act.words.join(' '))
      if (!isRefusal(withdrawn)) await tell('has-kept', act.words)
      return outcomeOf(withdrawn)
    }
    case 'bring-back':
      return outcomeOf(await desk.bringBack(session, id))
    case 'ask': {
      const asked = await desk.askForReview(session, id, act.words.join(' '))
      if (!isRefusal(asked)) await tell('has-kept', act.words)
      return outcomeOf(asked)
    }
    case 'comment': {
      const hash = session.workspace.hash(id)
      if (hash === null) return nothing
      const said = await desk.comment(session, id, { hash, quote: null, text: act.words.join(' ') })
      if (!isRefusal(said)) await tell('has-kept', act.words)
      return outcomeOf(said)
    }
    case 'decide': {
      const hash = session.workspace.hash(id)
      if (hash === null) return nothing
      const [decision, note] = [act.good ? ('good' as const) : ('needs-changes' as const), act.words.join(' ')]
      const decided = await desk.decide(session, id, { hash, decision, note })
      if (!isRefusal(decided)) await tell('has-kept', act.words)
      return outcomeOf(decided)
    }
  }
}

async function putBack(at: AtDesk, id: PageId, which: number, tell: Tell): Promise<Outcome> {
  const versions = await desk.pageHistory(at.session, id)
  const version = versions[which % Math.max(versions.length, 1)]
  if (version === undefined) return nothing
  const then = await desk.pageVersion(at.session, id, version.version)
  if (isRefusal(then)) return refused(then)
  const left = wordsIn(textOf({ ...fieldsOf(then.entry), blocks: blocksOf(then.doc) }))
  await tell('takes-out', without(await seenOf(at, id), left))
  const back = await desk.putBack(at.session, id, version.version)
  if (!isRefusal(back)) at.typing.delete(id)
  return outcomeOf(back)
}

/** The words that stand on the screen of whoever deletes or replaces a page: the saved ones, and what is typed or recovered. */
async function seenOf({ session, typing }: AtDesk, id: PageId): Promise<Set<string>> {
  const typed = typing.get(id) ?? (await openForTyping(session, id))
  const open = isRefusal(typed) ? '' : textOf({ ...fieldsOf(typed.entry), blocks: blocksOf(typed.doc) })
  return wordsIn(`${session.workspace.text(id) ?? ''}\n${open}`)
}
