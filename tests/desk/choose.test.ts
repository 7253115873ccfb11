import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type PageId, parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import type { Choice, OpenPage } from '../../src/shared/contract/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { plainPicture } from '../end-to-end/pictures.ts'
import { type GitServer, startGitServer } from '../git-server/git-server.ts'
import { closeLaptops, danny, joining, type Laptop, laptop, must, priya } from './laptop.ts'

const sam = { name: 'Sam Oduya', email: 'sam@example.org' }
const folder = mkdtempSync(join(tmpdir(), 'signpost-choose-'))
let server: GitServer
let teams = 0

beforeAll(async () => {
  server = await startGitServer({ dir: join(folder, 'git'), users: { priya: 'priyas-token', sam: 'sams-token' } })
})
afterEach(async () => {
  server.behave({ kind: 'well' })
  await closeLaptops()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Priya's laptop with one page, shared; and Sam's, who joined. */
async function team(body: string): Promise<{ one: Laptop; two: Laptop; id: PageId }> {
  const name = `offer-${++teams}`
  server.create(name)
  const one = await laptop(priya)
  const { id } = must(await desk.createPage(one.session, { section: 'education', title: 'Travel', template: 'topic' }))
  await write(one, id, { body })
  must(await desk.connect(one.session, server.url(name), 'priyas-token'))
  return { one, two: await joining(sam, server.url(name), 'sams-token'), id }
}

interface Change {
  body?: string
  fields?: Partial<Extract<OpenPage['entry'], { kind: 'page' }>['fields']>
}

async function write(at: Laptop, id: PageId, { body, fields = {} }: Change): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  if (entry.kind !== 'page') throw new Error('a page was expected')
  at.tick(1000)
  const next = { ...entry, fields: { ...entry.fields, ...fields } }
  must(
    await desk.savePage(at.session, {
      id,
      base: hash,
      doc: body === undefined ? doc : parseBody(body).doc,
      entry: next,
    }),
  )
}

async function share(...laptops: Laptop[]): Promise<void> {
  for (const { session } of laptops) await session.sharing.now()
}

/** Both changed the page; Sam shared second, so he is asked. Answers his questions. */
async function asked(mine: Change, theirs: Change, body = 'One.\n\nTwo.') {
  const { one, two, id } = await team(body)
  await write(one, id, theirs)
  await write(two, id, mine)
  await share(one, two)
  const choices = await desk.openChoices(two.session)
  return { one, two, id, choices, choice: only(choices) }
}

function only(choices: readonly Choice[]): Choice {
  const [choice] = choices
  if (choice === undefined) throw new Error('nobody was asked')
  return choice
}

const body = async (at: Laptop, id: PageId) => serialiseBody(must(await desk.openPage(at.session, id)).doc)
const fields = async (at: Laptop, id: PageId) => must(await desk.openPage(at.session, id)).entry.fields
const answer = (at: Laptop, choice: Choice, kind: 'mine' | 'theirs' | 'both') =>
  desk.keepReply(at.session, choice.id, { answer: kind, written: null })
const finish = async (at: Laptop) =>
  must(
    await desk.finishChoices(
      at.session,
      (await desk.openChoices(at.session)).map(({ id }) => id),
    ),
  )

describe('a reply', () => {
  test('changes nothing, can be another one, and outlives a restart, half-written words and all', async () => {
    const { two, id, choice } = await asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
    const written = parseBody('One, as we').doc
    must(await desk.keepReply(two.session, choice.id, { answer: null, written }))
    must(await desk.keepReply(two.session, choice.id, { answer: 'mine', written }))
    await two.restart()
    expect(only(await desk.openChoices(two.session)).reply).toEqual({ answer: 'mine', written })
    expect(await body(two, id)).toBe('One, Priya’s.\n\nTwo.\n')
  })

  test('is put into the page when it is finished, and shared', async () => {
    const { one, two, id, choice } = await asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
    must(await answer(two, choice, 'mine'))
    expect(await finish(two)).toMatchObject({ kind: 'finished', used: 1 })
    expect(await desk.openChoices(two.session)).toEqual([])
    await share(two, one)
    expect(await body(one, id)).toBe('One, Sam’s.\n\nTwo.\n')
  })

  test('leaves the questions that have none', async () => {
    const { two, choices } = await asked(
      { body: 'One, Sam’s.\n\nTwo.\n\nThree, Sam’s.', fields: { title: 'Travel, Sam’s' } },
      { body: 'One, Priya’s.\n\nTwo.\n\nThree, Priya’s.', fields: { title: 'Travel, Priya’s' } },
      'One.\n\nTwo.\n\nThree.',
    )
    expect(choices.map(({ field }) => field).sort()).toEqual(['body', 'body', 'title'])
    must(await answer(two, only(choices), 'theirs'))
    expect(await finish(two)).toMatchObject({ kind: 'finished', used: 1 })
    expect(await desk.openChoices(two.session)).toHaveLength(2)
  })

  test('is put in once, also when the program was ended after the page was written', async () => {
    const { two, id, choice } = await asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
    must(await answer(two, choice, 'mine'))
    const { choices } = two.session
    let ended = true
    two.session.choices = {
      ...choices,
      async remove(name) {
        if (ended) throw new Error('the program was ended here')
        await choices.remove(name)
      },
    }
    await expect(finish(two)).rejects.toThrow('ended here')
    ended = false
    expect(await body(two, id)).toBe('One, Sam’s.\n\nTwo.\n')
    expect(await finish(two)).toMatchObject({ kind: 'finished', used: 1 })
    expect(await body(two, id)).toBe('One, Sam’s.\n\nTwo.\n')
  })

  test('does not stop other pages from being shared, in either direction, however often', async () => {
    const { one, two } = await asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
    const waiting = await desk.openChoices(two.session)
    const make = async (at: Laptop, title: string) =>
      must(await desk.createPage(at.session, { section: 'health', title, template: 'topic' })).id
    const [hers, his] = [await make(one, 'Hers'), await make(two, 'His')]
    for (const words of ['First.', 'Second.']) {
      await write(one, hers, { body: words })
      await write(two, his, { body: words })
      await share(one, two, one)
      expect([await body(two, hers), await body(one, his)]).toEqual([`${words}\n`, `${words}\n`])
      expect(await desk.openChoices(two.session)).toEqual(waiting)
      expect(two.session.sharing.state()).toMatchObject({ kind: 'needs-choice', choices: 1 })
    }
  })

  test('does not stop the rest of its own page from being shared', async () => {
    const { one, two, id } = await asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
    await write(one, id, { body: 'One, Priya’s.\n\nTwo, Priya’s.' })
    await share(one, two)
    expect(await body(two, id)).toBe('One, Priya’s.\n\nTwo, Priya’s.\n')
    must(await answer(two, only(await desk.openChoices(two.session)), 'mine'))
    await finish(two)
    await share(two, one)
    expect(await body(one, id)).toBe('One, Sam’s.\n\nTwo, Priya’s.\n')
  })
})

describe('an answer', () => {
  test('is asked again with one press, after a restart and after a colleague has it', async () => {
    const { one, two, id, choice } = await asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
    must(await answer(two, choice, 'mine'))
    await finish(two)
    await share(two, one)
    await write(one, id, { body: 'One, Sam’s.\n\nTwo, later.' })
    await share(one, two)
    await two.restart()
    const [answered] = await desk.answeredLately(two.session)
    expect(answered).toMatchObject({ title: 'Travel', field: 'body', with: 'Priya Nair', answer: 'mine' })
    must(await desk.askAgain(two.session, choice.id))
    expect(await body(two, id)).toBe('One, Priya’s.\n\nTwo, later.\n')
    expect(only(await desk.openChoices(two.session)).reply.answer).toBe('mine')
    expect(await desk.answeredLately(two.session)).toEqual([])
  })

  test('stays, with a sentence, where its words were changed since', async () => {
    const { two, id, choice } = await asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
    must(await answer(two, choice, 'mine'))
    await finish(two)
    await write(two, id, { body: 'One, newer still.\n\nTwo.' })
    const again = await desk.askAgain(two.session, choice.id)
    expect(isRefusal(again) && again.code).toBe('changed-since')
    expect(await body(two, id)).toBe('One, newer still.\n\nTwo.\n')
    expect(await desk.answeredLately(two.session)).toHaveLength(1)
  })

  test('makes an approved page “changed since approval”, and says so before', async () => {
    const { one, two, id } = await team('One.\n\nTwo.')
    one.tick(1000)
    must(await desk.askForReview(one.session, id, ''))
    one.tick(1000)
    const { hash } = must(await desk.openReview(one.session, id))
    must(await desk.decide(one.as(danny), id, { hash, decision: 'good', note: '' }))
    one.as(priya)
    await share(one, two)
    await write(one, id, { body: 'One, Priya’s.\n\nTwo.' })
    await write(two, id, { body: 'One, Sam’s.\n\nTwo.' })
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(must(await desk.tryAnswer(two.session, choice.id, { kind: 'mine' })).reviewAgain).toBe(true)
    expect(must(await desk.tryAnswer(two.session, choice.id, { kind: 'theirs' })).reviewAgain).toBe(false)
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect(must(await desk.openPage(two.session, id)).state).toBe('changed-since-approval')
  })

  test('is looked at by the checks before it is used: only what is in question, and nothing is changed', async () => {
    const { two, id, choice } = await asked(
      { body: 'Ask the school for a form: [click here](https://example.org/one).\n\n[more](https://example.org)' },
      { body: 'Ask the school for a form in May.\n\n[more](https://example.org)' },
      'Ask the school for a form.\n\n[more](https://example.org)',
    )
    const before = await body(two, id)
    const mine = must(await desk.tryAnswer(two.session, choice.id, { kind: 'mine' }))
    const theirs = must(await desk.tryAnswer(two.session, choice.id, { kind: 'theirs' }))
    expect(mine.problems.map(({ message }) => message).join()).toContain('click here')
    expect(mine.problems.map(({ message }) => message).join()).not.toContain('“more”')
    expect(theirs.problems.map(({ message }) => message).join()).not.toContain('click here')
    expect(await body(two, id)).toBe(before)
    // The answer that was used is looked at like every page.
    must(await answer(two, choice, 'mine'))
    await finish(two)
    const entry = two.session.workspace.byId(id)
    const found = entry === null ? [] : await two.session.checking.problems(entry)
    expect(found.map(({ message }) => message).join()).toContain('click here')
  })
})

describe('a detail of a page that both changed', () => {
  test.each([
    ['title', { title: 'Getting to school' }, { title: 'School travel' }],
    ['summary', { summary: 'How to get there.' }, { summary: 'Buses and taxis.' }],
    ['owner', { owner: 'sam@example.org' }, { owner: 'priya@example.org' }],
  ] as const)('%s: mine, or theirs', async (field, mine, theirs) => {
    const { two, id, choice } = await asked({ fields: mine }, { fields: theirs })
    expect(choice.field).toBe(field)
    expect(await fields(two, id)).toMatchObject(theirs)
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect(await fields(two, id)).toMatchObject(mine)
  })

  test('review date: words that are no date are refused, and a date is taken', async () => {
    const due = (date: string) => ({ fields: { review: { every: null, last: null, due: date as never } } })
    const { two, id, choice } = await asked(due('2027-01-05'), due('2027-02-09'))
    expect(choice.field).toBe('review.due')
    const say = (words: string) => {
      const written = parseBody(words).doc
      return desk.keepReply(two.session, choice.id, { answer: 'written', written })
    }
    must(await say('after Easter'))
    const refused = await desk.finishChoices(two.session, [choice.id])
    expect(isRefusal(refused) && refused.code).toBe('does-not-fit')
    expect(only(await desk.openChoices(two.session)).reply.answer).toBe('written')
    must(await say('2027-03-01'))
    await finish(two)
    expect(await fields(two, id)).toMatchObject({ review: { due: '2027-03-01' } })
  })

  test('tags, audience and related pages are put together, and nobody is asked', async () => {
    const { one, two, id } = await team('One.')
    await write(one, id, { fields: { audience: ['parents'], checklist: [{ requirement: 'se7-1', heading: null }] } })
    await write(two, id, {
      fields: { audience: ['young-people'], checklist: [{ requirement: 'se7-2', heading: null }] },
    })
    await share(one, two)
    expect(await desk.openChoices(two.session)).toEqual([])
    const { checklist } = await fields(two, id)
    expect(checklist.map(({ requirement }) => requirement).sort()).toEqual(['se7-1', 'se7-2'])
  })
})

describe('a whole page', () => {
  test('deleted here and changed there: stays until somebody chooses to delete it after all', async () => {
    const { one, two, id } = await team('One.')
    await write(one, id, { body: 'One, and more.' })
    must(await desk.removePage(two.session, id))
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice).toMatchObject({ field: 'file', page: id, file: { kind: 'deleted', by: 'mine' } })
    expect(await body(two, id)).toBe('One, and more.\n')
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect(two.session.workspace.byId(id)).toBeNull()
    expect((await desk.recentlyDeleted(two.session)).map(({ title }) => title)).toContain('Travel')
    must(await desk.askAgain(two.session, choice.id))
    expect(await body(two, id)).toBe('One, and more.\n')
  })

  test('is not taken away with words that nobody saw who chose', async () => {
    const { one, two, id } = await team('One.')
    await write(one, id, { body: 'One, and more.' })
    must(await desk.removePage(two.session, id))
    await share(one, two)
    must(await answer(two, only(await desk.openChoices(two.session)), 'mine'))
    await write(one, id, { body: 'One, and more still.' })
    await share(one, two)
    const refused = await desk.finishChoices(two.session, [only(await desk.openChoices(two.session)).id])
    expect(isRefusal(refused) && refused.code).toBe('changed-since-asked')
    expect(await body(two, id)).toBe('One, and more still.\n')
    const again = only(await desk.openChoices(two.session))
    expect(serialiseBody(again.theirs.doc)).toContain('and more still')
    expect(again.reply.answer).toBe('mine')
    await finish(two)
    expect(two.session.workspace.byId(id)).toBeNull()
  })

  test('changed here and deleted there: stays when its words are kept, and the colleague has it back', async () => {
    const { one, two, id } = await team('One.')
    must(await desk.removePage(one.session, id))
    await write(two, id, { body: 'One, and more.' })
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice.file).toEqual({ kind: 'deleted', by: 'theirs' })
    must(await answer(two, choice, 'mine'))
    await finish(two)
    await share(two, one)
    expect(await body(one, id)).toBe('One, and more.\n')
  })

  test('made by both at one address: both are kept, or one of them takes the address', async () => {
    const { one, two } = await team('One.')
    const make = async (at: Laptop, words: string) => {
      const request = { section: 'health', title: 'Wheelchairs', template: 'topic' as const }
      const { id } = must(await desk.createPage(at.session, request))
      await write(at, id, { body: words })
      return id
    }
    const [hers, his] = [await make(one, 'Hers.'), await make(two, 'His.')]
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice).toMatchObject({ page: his, file: { kind: 'address' } })
    must(await answer(two, choice, 'both'))
    await finish(two)
    expect([await body(two, hers), await body(two, his)]).toEqual(['Hers.\n', 'His.\n'])
    must(await desk.askAgain(two.session, choice.id))
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect(two.session.workspace.byId(hers)).toBeNull()
    expect(two.session.workspace.byId(his)?.path).toBe('pages/health/wheelchairs.md')
    must(await desk.askAgain(two.session, choice.id))
    expect([await body(two, hers), await body(two, his)]).toEqual(['Hers.\n', 'His.\n'])
  })
})

describe('a picture that both put under one name', () => {
  test('is kept twice until somebody chooses; pages then show the one that was kept', async () => {
    const { one, two, id } = await team('One.')
    const note = { alt: 'A hall', decorative: false, credit: '' }
    const add = (at: Laptop, width: number) =>
      desk.addMedia(at.session, 'hall.png', plainPicture(width).toString('base64'), note)
    must(await add(one, 40))
    must(await add(two, 50))
    await write(two, id, { body: '::figure{src="media/hall.png" alt="A hall"}' })
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice).toMatchObject({ page: null, title: 'hall.png', file: { kind: 'media', mine: 'media/hall-2.png' } })
    expect(await body(two, id)).toContain('media/hall-2.png')
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect((await desk.listMedia(two.session)).map(({ name }) => name)).toEqual(['hall.png'])
    expect(await body(two, id)).toContain('media/hall.png')
    await share(two, one)
    expect((await desk.listMedia(one.session)).map(({ bytes }) => bytes)).toEqual([plainPicture(50).length])
    must(await desk.askAgain(two.session, choice.id))
    expect((await desk.listMedia(two.session)).map(({ name }) => name).sort()).toEqual(['hall-2.png', 'hall.png'])
  })
})
