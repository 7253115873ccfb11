import * as desk from '../../src/main/desk/index.ts'
import { type PageId, parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import type { Choice, OpenPage } from '../../src/shared/contract/index.ts'
import { type Laptop, must } from './laptop.ts'
import { teamServer } from './team-server.ts'

/** How two people come to be asked, and what they do then. */

export interface Change {
  body?: string
  fields?: Partial<Extract<OpenPage['entry'], { kind: 'page' }>['fields']>
}

/** A team of two for each story of a file: Priya's laptop with one page, shared; and Sam's, who joined. */
export function teams() {
  const ours = teamServer()
  let many = 0

  const team = (body: string) =>
    ours.team(`offer-${++many}`, async at => {
      const request = { section: 'education', title: 'Travel', template: 'topic' as const }
      const { id } = must(await desk.createPage(at.session, request))
      await write(at, id, { body })
      return id
    })

  /** Both changed the page; Sam shared second, so he is asked. */
  async function asked(mine: Change, theirs: Change, body = 'One.\n\nTwo.') {
    const { one, two, id } = await team(body)
    await write(one, id, theirs)
    await write(two, id, mine)
    await share(one, two)
    const choices = await desk.openChoices(two.session)
    return { one, two, id, choices, choice: only(choices) }
  }

  return { ours, team, asked }
}

export async function write(at: Laptop, id: PageId, { body, fields = {} }: Change): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  if (entry.kind !== 'page') throw new Error('a page was expected')
  at.tick(1000)
  const next = { ...entry, fields: { ...entry.fields, ...fields } }
  const words = body === undefined ? doc : parseBody(body).doc
  must(await desk.savePage(at.session, { id, base: hash, doc: words, entry: next }))
}

export async function share(...laptops: Laptop[]): Promise<void> {
  for (const { session } of laptops) await session.sharing.now()
}

export function only(choices: readonly Choice[]): Choice {
  const [choice] = choices
  if (choice === undefined) throw new Error('nobody was asked')
  return choice
}

export const body = async (at: Laptop, id: PageId) => serialiseBody(must(await desk.openPage(at.session, id)).doc)
export const fields = async (at: Laptop, id: PageId) => must(await desk.openPage(at.session, id)).entry.fields
export const answer = (at: Laptop, choice: Choice, kind: 'mine' | 'theirs' | 'both') =>
  desk.keepReply(at.session, choice.id, { answer: kind, written: null })
export const finish = async (at: Laptop) =>
  must(
    await desk.finishChoices(
      at.session,
      (await desk.openChoices(at.session)).map(({ id }) => id),
    ),
  )
