import * as desk from '../../src/main/desk/index.ts'
import { parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import type { Choice } from '../../src/shared/merge/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { Act } from './acts.ts'
import { without, wordsIn } from './edits.ts'
import { type AtDesk, nothing, type Outcome, outcomeOf, refused, type Tell } from './outcomes.ts'

/** Undoing, and answering what undoing and sharing ask, as the window does both. */

type Choose = Extract<Act, { do: 'choose' }>

/** Undoes it, or is asked first which words are to stand: such a question waits for whoever chooses next. */
export async function undo({ session }: AtDesk, back: number, tell: Tell): Promise<Outcome> {
  const story = await session.history.story()
  const entry = story[story.length - 1 - (back % Math.max(story.length, 1))]
  if (entry === undefined) return nothing
  await tell('takes-out', await addedBy(session, entry))
  return outcomeOf(await desk.undoOrAsk(session, entry.oid))
}

type StoryEntry = Awaited<ReturnType<desk.Session['history']['story']>>[number]

/** What an act had added goes with it when it is undone: those words and no others are taken out on purpose. */
async function addedBy({ history }: desk.Session, { changes }: StoryEntry): Promise<string[]> {
  const wordsOf = async (side: 'before' | 'after') => {
    const read = await Promise.all(changes.flatMap(change => change[side] ?? []).map(blob => history.content(blob)))
    return wordsIn(read.map(bytes => new TextDecoder().decode(bytes ?? new Uint8Array())).join('\n'))
  }
  return without(await wordsOf('after'), await wordsOf('before'))
}

export async function choose({ session }: AtDesk, act: Choose, tell: Tell): Promise<Outcome> {
  const choices = await session.choices.list()
  const choice = choices[act.which % Math.max(choices.length, 1)]
  if (choice === undefined) return nothing
  // What one undo asks is answered together.
  const together = choices.filter(one => one === choice || (one.undoing && one.undoing.act === choice.undoing?.act))
  let writes = false
  for (const one of together) {
    const replied = await reply(session, one, act, tell)
    if (isRefusal(replied)) return refused(replied)
    writes ||= replied.writes
  }
  const chosen = await desk.finishChoices(session, [choice.id])
  if (!isRefusal(chosen) && chosen.used > 0 && writes) await tell('has-kept', act.words)
  await session.sharing.now()
  return outcomeOf(chosen)
}

async function reply(session: desk.Session, choice: Choice, act: Choose, tell: Tell) {
  const [mine, theirs] = [await saidBy(session, choice, 'mine'), await saidBy(session, choice, 'theirs')]
  // “Both”, and words of one's own that begin with both, take nothing out.
  if (act.answer === 'mine') await tell('takes-out', without(theirs, mine))
  if (act.answer === 'theirs') await tell('takes-out', without(mine, theirs))
  const own = [...mine, ...theirs, ...act.words].join(' ')
  // A whole page or picture is not answered with words.
  const writes = act.answer === 'written' && choice.file === undefined
  const answer = act.answer === 'written' && !writes ? 'both' : act.answer
  const kept = await desk.keepReply(session, choice.id, { answer, written: writes ? parseBody(own).doc : null })
  return isRefusal(kept) ? kept : { writes }
}

/** What the question's screen shows of one side: its words, and of a picture its description. */
async function saidBy(
  session: desk.Session,
  { file, ...sides }: Choice,
  side: 'mine' | 'theirs',
): Promise<Set<string>> {
  if (file?.kind !== 'media') return wordsIn(serialiseBody(sides[side].doc))
  const picture = (await desk.listMedia(session)).find(({ name }) => `media/${name}` === file[side])
  return wordsIn(picture?.alt ?? '')
}
