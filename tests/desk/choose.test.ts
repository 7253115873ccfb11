import { describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { parseBody } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { answer, body, fields, finish, only, share, teams, write } from './asking.ts'
import { danny, type Laptop, must, priya } from './laptop.ts'

const { asked, team } = teams()

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

describe('details of a page that both changed', () => {
  test('are asked about one by one, the title first, and each is mine or theirs', async () => {
    const { two, id, choices } = await asked(
      { fields: { title: 'Getting to school', summary: 'How to get there.', owner: 'sam@example.org' } },
      { fields: { title: 'School travel', summary: 'Buses and taxis.', owner: 'priya@example.org' } },
    )
    expect(choices.map(({ field }) => field)).toEqual(['title', 'summary', 'owner'])
    expect(await fields(two, id)).toMatchObject({ title: 'School travel', owner: 'priya@example.org' })
    for (const choice of choices) must(await answer(two, choice, choice.field === 'summary' ? 'theirs' : 'mine'))
    await finish(two)
    expect(await fields(two, id)).toMatchObject({
      title: 'Getting to school',
      summary: 'Buses and taxis.',
      owner: 'sam@example.org',
    })
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
