import { describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { SyncState } from '../../src/shared/contract/index.ts'
import { answer, finish, only, share, teams, write } from './asking.ts'
import { danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { act, newPage, write as rewrite } from './undoing.ts'

const { ours, team, asked } = teams()

const oneQuestion = () => asked({ body: 'One, Sam’s.\n\nTwo.' }, { body: 'One, Priya’s.\n\nTwo.' })
const twoQuestions = () =>
  asked({ body: 'One, Sam’s.\n\nTwo.\n\nThree, Sam’s.' }, { body: 'One, Priya’s.\n\nTwo.\n\nThree, Priya’s.' }, three)
const three = 'One.\n\nTwo.\n\nThree.'

const stateOf = ({ session }: Laptop) => session.sharing.state()

/** What a window is told of sharing while this is done. */
async function toldWhile({ told }: Laptop, work: () => Promise<unknown>): Promise<SyncState[]> {
  const before = told.length
  await work()
  return told.slice(before).flatMap(event => (event.kind === 'sync' ? [event.state] : []))
}

describe('how many questions wait is told', { timeout: 60_000 }, () => {
  test('while something is shared, without a network, and after a restart', async () => {
    const { two, id } = await oneQuestion()
    expect(stateOf(two)).toMatchObject({ kind: 'needs-choice', choices: 1 })
    const states = await toldWhile(two, async () => {
      await write(two, id, { body: 'One, Priya’s.\n\nTwo, newer.' })
      await share(two)
      ours.server.behave({ kind: 'down' })
      await share(two)
      ours.server.behave({ kind: 'forbidden' })
      await share(two)
    })
    expect([...new Set(states.map(({ kind }) => kind))]).toEqual(['waiting', 'working', 'needs-choice', 'refused'])
    for (const state of states) expect(state).toMatchObject({ choices: 1 })
    await two.restart()
    await two.session.sharing.start()
    expect(stateOf(two)).toMatchObject({ choices: 1 })
  })

  test('as it is after each answer, and nobody reads that everything is shared before the last one', async () => {
    const { one, two, choices } = await twoQuestions()
    expect(stateOf(two)).toMatchObject({ kind: 'needs-choice', choices: 2 })
    const first = await toldWhile(two, async () => {
      must(await answer(two, only(choices), 'mine'))
      await finish(two)
      expect(stateOf(two)).toMatchObject({ choices: 1 })
      await share(two)
    })
    expect(first.filter(({ kind }) => kind === 'shared')).toEqual([])
    expect(first.at(-1)).toMatchObject({ kind: 'needs-choice', choices: 1 })

    must(await answer(two, only(await desk.openChoices(two.session)), 'theirs'))
    const second = await toldWhile(two, () => finish(two))
    expect(second.filter(({ kind }) => kind === 'shared' || kind === 'needs-choice')).toEqual([])
    await share(two, one)
    expect(stateOf(two)).toMatchObject({ kind: 'shared' })
    expect(stateOf(two)).not.toHaveProperty('choices')
  })

  test('where it came in, and what is here could not go out', async () => {
    const { one, two, id } = await team('One.\n\nTwo.')
    await write(one, id, { body: 'One, Priya’s.\n\nTwo.' })
    await write(two, id, { body: 'One, Sam’s.\n\nTwo, Sam’s.' })
    await share(one)
    ours.server.behave({ kind: 'read-only' })
    await share(two)
    expect(await desk.openChoices(two.session)).toHaveLength(1)
    expect(stateOf(two)).toMatchObject({ kind: 'refused', choices: 1 })
  })

  test('where an undo asks and there is no shared copy, until it is left as it is', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await rewrite(at, id, 'One, as Priya says.\n\nTwo.\n\nThree.')
    at.as(danny)
    await rewrite(at, id, 'One, as Danny says.\n\nTwo.\n\nThree.')
    at.as(priya)
    at.tick(1000)
    const { act: version } = await act(at, 'Priya changed')
    const [told] = await toldWhile(at, () => desk.undoOrAsk(at.session, version))
    expect(told).toEqual({ kind: 'alone', choices: 1 })
    await at.restart()
    await at.session.sharing.start()
    expect(stateOf(at)).toEqual({ kind: 'alone', choices: 1 })
    must(await desk.leaveAsItIs(at.session, only(await desk.openChoices(at.session)).id))
    expect(stateOf(at)).toEqual({ kind: 'alone' })
  })
})
