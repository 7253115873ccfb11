import { mergeRecords } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { keepOutsideChanges } from './outside-changes.ts'
import { firstName } from './page-history.ts'
import { changedFiles, meOrRefusal, type Session } from './session.ts'
import { presentOf, whyNotAsItWas } from './undo-present.ts'

/** How often the workspace may change under it before it is given up. */
const attempts = 5

/**
 * Where a colleague's values stand in a record since two people's work was put together: puts this person's there, and
 * leaves everything that was written in it since. It is a version like any other, and can be undone. Then it is told no more.
 */
export async function takeMineBack(session: Session, id: string): Promise<{ kind: 'ok' } | Refusal> {
  const { history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const kept = await keepOutsideChanges(session)
    if (kept !== null) return kept
    const told = await history.keptTold(id)
    if (told === null) return putAwayAlready()
    const { settled, back } = told
    if (settled === null || back === null) return nothingToPutBack()
    const head = await history.head()
    const present = await presentOf(session)
    const blob = present.files.get(back.path)
    const bytes = blob === undefined ? null : await present.read(blob)
    if (bytes === null) return goneSince(settled.about)
    const now = new TextDecoder().decode(bytes)
    const merged = mergeRecords(back.from, back.to, now)
    if (merged === null || merged.clashes.length > 0) return changedSince(settled.about)
    if (merged.text !== now) {
      const changes = new Map([[back.path, { text: merged.text }]])
      const wrong = await whyNotAsItWas(session, present, changes)
      if (wrong !== null) return wrong
      const sentence = `${firstName(me.name)} put their own words back in ${settled.about}`
      const applied = await history.apply(head, changes, { by: me, sentence })
      if (isRefusal(applied)) return applied
      if (applied.kind === 'moved-on') continue
      await session.workspace.refresh()
      changedFiles(session, null)
    }
    return history.putToldAway(id)
  }
  return stillChanging()
}

const putAwayAlready = () =>
  refuse(
    'put-away',
    'This was put away already. Nothing was changed.',
    'Look under “What was done” for what stands now.',
  )

const nothingToPutBack = () =>
  refuse(
    'nothing-to-put-back',
    'Both are there, so there is nothing to put back.',
    'Put this away when you have read it.',
  )

const goneSince = (about: string) =>
  refuse(
    'deleted-since',
    `${capital(about)} is not there any more, so your words were not put back. They still stand here.`,
    'Put it back from Recently deleted first, or copy your words from here.',
  )

const changedSince = (about: string) =>
  refuse(
    'changed-since',
    `${capital(about)} was changed in the same place again, so your words were not put over that. They still stand here.`,
    'Copy your words from here, and write them where they belong.',
  )

const stillChanging = () =>
  refuse('still-changing', 'The files are changing at this moment, so nothing was put back.', 'Try again in a moment.')

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
