import { beforeEach, describe, expect, test } from 'vitest'
import {
  forgetAct,
  forgetActs,
  noteDone,
  noteDoneAgain,
  noteUndone,
  windowActs,
} from '../../src/renderer/activity/window-acts.ts'

beforeEach(forgetActs)

describe('what the keys of Undo and Redo mean', () => {
  const last = () => [windowActs.get().done.at(-1), windowActs.get().undone.at(-1)]

  test('the last act first, then the one before it, and redo in the opposite order', () => {
    noteDone('delete')
    noteDone('move')
    expect(last()).toEqual(['move', undefined])
    noteUndone('move', 'undo of move')
    expect(last()).toEqual(['delete', 'undo of move'])
    noteUndone('delete', 'undo of delete')
    expect(last()).toEqual([undefined, 'undo of delete'])
    noteDoneAgain('undo of delete', 'delete again')
    expect(last()).toEqual(['delete again', 'undo of move'])
    noteDoneAgain('undo of move', 'move again')
    expect(last()).toEqual(['move again', undefined])
  })

  test('an act that is undone from the list is not undone by the keys too', () => {
    for (const act of ['delete', 'move', 'describe']) noteDone(act)
    noteUndone('move', 'undo of move')
    expect(windowActs.get().done).toEqual(['delete', 'describe'])
  })

  test('something new ends what could be done again; the same act told twice is one', () => {
    noteDone('delete')
    noteUndone('delete', 'undo of delete')
    noteDone('move')
    noteDone('move')
    expect(windowActs.get()).toEqual({ done: ['move'], undone: [] })
  })

  test('what can never be undone from here is passed over', () => {
    noteDone('delete')
    noteDone('move')
    forgetAct('move')
    expect(last()).toEqual(['delete', undefined])
  })
})
