import { describe, expect, it } from 'vitest'
import { askForChecks, problemsOf, showProblems } from '../../src/renderer/editor/checks/problems-plugin.ts'
import { nextProblem, problemAt } from '../../src/renderer/editor/checks/walk-problems.ts'
import { applyEdits } from '../../src/renderer/editor/document/apply-edits.ts'
import type { Edit, Place, Problem } from '../../src/shared/checks/index.ts'
import type { Doc } from '../../src/shared/content/index.ts'
import { type Writing, writing } from './writing.ts'

function problem(place: Place, more: Partial<Problem> = {}): Problem {
  return { rule: 'link-text', severity: 'error', wcag: [], message: 'm', why: 'w', place, field: 'body', ...more }
}

const docNow = (page: Writing) => page.editor.getJSON() as Doc

function check(page: Writing, problems: Problem[]): Writing {
  const { view } = page.editor
  askForChecks(page.editor.state, docNow(page))
  showProblems(view, problems)
  return page
}

function words(page: Writing): string[] {
  const { state } = page.editor
  return problemsOf(state).problems.map(({ range }) =>
    range === null ? 'field' : state.doc.textBetween(range.from, range.to, '/'),
  )
}

/** The words with a line under them, in the order of reading, and then the blocks with a line around them. */
function marked(page: Writing): string[] {
  const { state } = page.editor
  const { problems, decorations } = problemsOf(state)
  const under = problems.flatMap(({ range, looks }) =>
    range !== null && looks?.kind === 'words' ? [[range.from + looks.edge, range.to - looks.edge] as const] : [],
  )
  const around = decorations.find().map(({ from, to }) => [from, to] as const)
  return [...under, ...around].map(([from, to]) => state.doc.textBetween(from, to, '/', '·'))
}

const place = (path: number[], start: number, end: number): Place => ({ path, start, end })

describe('where a problem stands', () => {
  const markdown =
    '## A¦bout\n\nSee **this** and [that](https://example.org).\n\n- one\n- two\n\none\\\ntwo ![x](media/a.png) three'

  it.each([
    [place([1], 4, 8), 'this'],
    [place([1], 0, 12), 'See this and'],
    [place([1, 3], 0, 4), 'that'],
    [{ path: [1, 3] }, 'that'],
    [place([2], 0, 6), 'one/two'],
    [{ path: [2, 1] }, 'two'],
    [place([3], 4, 7), 'two'],
    [{ path: [] }, 'field'],
  ])('is found by its path and its offsets into the words: %j is “%s”', (where, expected) => {
    expect(words(check(writing(markdown), [problem(where)]))).toEqual([expected])
  })

  it('is nowhere when the document has no such place', () => {
    expect(words(check(writing(markdown), [problem({ path: [9] }), problem({ path: [1, 9] })]))).toEqual([])
  })
})

describe('problems in the text', () => {
  it('are underlined where they stand, in the order of reading, fields about the page above and beneath', () => {
    const page = check(writing('one ¦two three'), [
      problem({ path: [] }, { field: 'owner', message: 'nobody' }),
      problem(place([0], 8, 13)),
      problem(place([0], 0, 3)),
      problem({ path: [] }, { field: 'title', message: 'long' }),
    ])
    expect(problemsOf(page.editor.state).problems.map(({ problem: { field } }) => field)).toEqual([
      'title',
      'body',
      'body',
      'owner',
    ])
    expect(words(page)).toEqual(['field', 'one', 'three', 'field'])
    expect(marked(page)).toEqual(['one', 'three'])
  })

  it('move with their words', () => {
    const page = check(writing('¦one two three'), [problem(place([0], 4, 7))])
    page.type('before ').press('Enter')
    expect(words(page)).toEqual(['two'])
    expect(marked(page)).toEqual(['two'])
  })

  it('do not grow with what is typed at their ends, and go when their words go', () => {
    const page = check(writing('one two¦'), [problem(place([0], 4, 7))])
    page.type('s')
    expect(words(page)).toEqual(['two'])
    const { state, view } = page.editor
    view.dispatch(state.tr.delete(5, 9))
    expect(words(page)).toEqual([])
    expect(marked(page)).toEqual([])
  })

  it('come in where their words are now, when somebody typed while they were looked for', () => {
    const page = writing('¦one two')
    askForChecks(page.editor.state, docNow(page))
    page.type('and ')
    showProblems(page.editor.view, [problem(place([0], 4, 7))])
    expect(words(page)).toEqual(['two'])
    expect(problemsOf(page.editor.state).upToDate).toBe(false)
  })

  it('wait while the word is being typed, and are told when somebody asks or goes on', () => {
    const page = writing('one tw¦ three')
    const look = (isTyping: boolean) => {
      askForChecks(page.editor.state, docNow(page))
      const found = [problem(place([0], 0, 3)), problem(place([0], 4, 6))]
      showProblems(page.editor.view, found, isTyping)
      return [words(page), problemsOf(page.editor.state).heldBack]
    }
    expect(look(true)).toEqual([['one'], true])
    expect(look(false)).toEqual([['one', 'tw'], false])
    page.type(' ')
    expect(look(true)).toEqual([['one', 'tw'], false])
  })

  it('are no undo step', () => {
    const page = check(writing('one¦').type(' two'), [problem(place([0], 0, 3))])
    expect(page.press('Mod-z').shown()).toBe('one¦')
  })

  it('keep their names from one round of checks to the next', () => {
    const problems = [problem(place([0], 0, 3)), problem(place([0], 4, 7))]
    const page = check(writing('one two¦'), problems)
    const before = problemsOf(page.editor.state).problems.map(({ id }) => id)
    check(page.type(' three'), problems)
    expect(problemsOf(page.editor.state).problems.map(({ id }) => id)).toEqual(before)
    expect(new Set(before).size).toBe(2)
  })

  it('are left alone by a round that finds what stands there already, and put back where a mark was lost', () => {
    const problems = [problem(place([0], 0, 3)), problem(place([0], 4, 7))]
    const page = check(writing('one two¦'), problems)
    page.type(' three')
    const { state, view } = page.editor
    expect(problemsOf(state).upToDate).toBe(false)
    check(page, problems)
    expect(page.editor.state).toBe(state)
    expect(problemsOf(state).upToDate).toBe(true)

    view.dispatch(state.tr.replaceWith(2, 6, state.doc.slice(2, 6).content))
    expect(words(page)).not.toEqual(['one', 'two'])
    check(page, problems)
    expect(words(page)).toEqual(['one', 'two'])
    expect(marked(page)).toEqual(['one', 'two'])
  })

  it('are told anew without a touch of the text, where the marks are what they were', () => {
    const page = check(writing('one two¦'), [problem(place([0], 0, 3)), problem(place([0], 4, 7))])
    const { state } = page.editor
    check(page, [problem(place([0], 0, 3), { message: 'other words' }), problem(place([0], 4, 7))])
    expect(page.editor.state).toBe(state)
    expect(problemsOf(state).problems.map(({ problem: { message } }) => message)).toEqual(['other words', 'm'])
    check(page, [problem(place([0], 0, 3), { severity: 'notice' }), problem(place([0], 4, 7))])
    expect(page.editor.state).toBe(state)
    expect(problemsOf(state).problems.map(({ looks }) => looks?.severity)).toEqual(['notice', 'error'])
  })

  it('leave the marks alone that stay, when one comes or goes between two others', () => {
    const [one, two, three] = [problem(place([0], 0, 3)), problem(place([0], 4, 7)), problem(place([0], 8, 13))]
    const page = check(writing('one two three¦'), [one, three])
    // Drawn anew, a mark has another object here.
    const drawn = () => problemsOf(page.editor.state).problems.map(({ mark }) => mark)
    const [first, last] = drawn()
    check(page.type(' four'), [one, two, three])
    expect(marked(page)).toEqual(['one', 'two', 'three'])
    expect(drawn()[0]).toBe(first)
    expect(drawn()[2]).toBe(last)
    check(page, [one, three])
    expect(marked(page)).toEqual(['one', 'three'])
    expect(drawn()).toEqual([first, last])
    check(page, [three])
    expect(drawn()[0]).toBe(last)
    expect(first).not.toBe(last)
  })

  it('stand around what has no words, and stay as they are drawn', () => {
    const pictures = 'one¦ ![x](media/a.png)\n\n---'
    const all = [problem({ path: [0, 1] }), problem({ path: [0] }), problem({ path: [1] })]
    const page = check(writing(pictures), all)
    expect(marked(page)).toEqual(['one ·', '·', '·'])
    const drawn = () =>
      problemsOf(page.editor.state)
        .decorations.find()
        .map(({ spec }) => spec)
        .toSorted((one, other) => one.severity.localeCompare(other.severity))
    const before = drawn()
    expect(before).toEqual([{ severity: 'error' }, { severity: 'error' }])
    const { state } = page.editor
    check(page, all)
    expect(page.editor.state).toBe(state)
    check(page.type('s'), [...all.slice(0, 2), problem({ path: [1] }, { severity: 'notice' })])
    expect(drawn()).toEqual([{ severity: 'error' }, { severity: 'notice' }])
    expect(before).toContain(drawn()[0])
    check(page, [])
    expect(marked(page)).toEqual([])
  })

  it('are walked through with one key, round and round, from where the cursor is', () => {
    const page = check(writing('one ¦two three'), [problem(place([0], 0, 3)), problem(place([0], 8, 13))])
    const { problems } = problemsOf(page.editor.state)
    const [first, second] = problems
    const cursor = page.editor.state.selection.from
    expect(nextProblem(problems, { current: null, position: cursor }, 1)).toBe(second)
    expect(nextProblem(problems, { current: null, position: cursor }, -1)).toBe(first)
    expect(nextProblem(problems, { current: second?.id ?? null, position: cursor }, 1)).toBe(first)
    expect(nextProblem([], { current: null, position: cursor }, 1)).toBeNull()
    expect(problemAt(problems, 2)).toBe(first)
    expect(problemAt(problems, cursor)).toBeNull()
  })
})

describe('a fix', () => {
  const fix = (page: Writing, edits: Edit[]) =>
    page.run((state, dispatch) => {
      const tr = applyEdits(state, edits)
      if (tr !== null) dispatch(tr)
      return tr !== null
    })
  const heading: Edit = {
    path: [1],
    nodes: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Too far away' }] }],
  }

  it('is one undo step, however many places it changes', () => {
    const before = 'one¦\n\n**Too far away**\n\nthree'
    const page = writing(before)
    fix(page, [
      { path: [0], nodes: [{ type: 'paragraph', content: [{ type: 'text', text: 'One' }] }] },
      heading,
      { path: [2], nodes: [] },
    ])
    expect(page.shown()).toBe('One¦\n\n## Too far away')
    expect(page.press('Mod-z').shown()).toBe(before)
  })

  it('leaves the cursor where it is in the words that it does not touch', () => {
    expect(fix(writing('a¦bc\n\n**Too far away**'), [heading]).shown()).toBe('a¦bc\n\n## Too far away')
    const words: Edit = {
      path: [0],
      nodes: [{ type: 'paragraph', content: [{ type: 'text', text: 'Call us now, please' }] }],
    }
    expect(fix(writing('CALL us n¦ow, please'), [words]).shown()).toBe('Call us n¦ow, please')
  })

  it('leaves the cursor in the words that it makes another block of', () => {
    const page = fix(writing('before\n\n**Too far¦ away**\n\nafter'), [heading])
    expect(page.shown()).toBe('before\n\n## Too far¦ away\n\nafter')
  })

  it('changes nothing when its place is gone', () => {
    expect(fix(writing('o¦ne'), [heading]).shown()).toBe('o¦ne')
  })
})
