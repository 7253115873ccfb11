import { Selection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromChecks, ToChecks } from '../../src/renderer/editor/checks/check-messages.ts'
import { startChecks } from '../../src/renderer/editor/checks/checks-in-worker.ts'
import { createWorkerChecks } from '../../src/renderer/editor/checks/checks-of-worker.ts'
import { createPageProblems } from '../../src/renderer/editor/checks/page-problems.ts'
import { askForChecks, problemsOf, showProblems } from '../../src/renderer/editor/checks/problems-plugin.ts'
import { writtenDoc } from '../../src/renderer/editor/document/written-doc.ts'
import { type CheckFacts, runChecks } from '../../src/shared/checks/index.ts'
import type { Doc, Entry } from '../../src/shared/content/index.ts'
import { facts, pageOf } from '../checks/checked.ts'
import { fakeClock } from './fake-clock.ts'
import { type Writing, writing } from './writing.ts'

/** The worker without a thread: messages are copied on their way, as a browser copies them. */
const wire = { there: [] as ToChecks[], back: [] as FromChecks[], breaks: false }

class WorkerHere extends EventTarget {
  readonly checks = createWorkerChecks()
  postMessage(message: ToChecks): void {
    wire.there.push(structuredClone(message))
    queueMicrotask(() => {
      if (wire.breaks) return this.dispatchEvent(Object.assign(new Event('error'), { message: 'broken' }))
      const answer = this.checks.hear(structuredClone(message))
      if (answer === null) return
      wire.back.push(answer)
      return this.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }))
    })
  }
  terminate(): void {}
}

beforeEach(() => {
  Object.assign(wire, { there: [], back: [], breaks: false })
  vi.stubGlobal('Worker', WorkerHere)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const entryOf = (page: Writing): Entry => ({ ...pageOf('Words.'), doc: writtenDoc(page.editor.state.doc) })
const anew = (page: Writing, now: CheckFacts = facts) =>
  runChecks({ ...pageOf('Words.'), doc: page.editor.getJSON() as Doc }, now)

const long = Array.from(
  { length: 60 },
  (_, at) => `## Club ${at}\n\nAsk the SENCO.\n\n- one\n- [click here](https://example.org/)`,
)

function startedWith(page: Writing) {
  const checks = startChecks()
  checks.tell({ kind: 'facts', facts })
  return { checks, found: async () => (await checks.check(entryOf(page))).problems }
}

describe('the checks of a long page', () => {
  it('are told of one block after a key, and answer with what is different', async () => {
    const page = writing(`First¦ words.\n\n${long.join('\n\n')}`)
    const { found } = startedWith(page)
    await found()
    page.type(' click TBC')
    expect(await found()).toEqual(anew(page))
    expect(wire.there.at(-1)).toMatchObject({ kind: 'check', blocks: { at: 0, out: 1, put: [{ type: 'paragraph' }] } })
    expect(wire.back.at(-1)?.problems).toMatchObject({ out: 0, put: [{ rule: 'leftovers' }] })
    expect(await found()).toEqual(anew(page))
    expect(wire.there.at(-1)).toMatchObject({ blocks: { out: 0, put: [] } })
    expect(wire.back.at(-1)?.problems).toMatchObject({ out: 0, put: [] })
  })

  it('start from the beginning when they broke', async () => {
    const page = writing('See [click here](https://example.org/)¦')
    const { found } = startedWith(page)
    await found()
    wire.breaks = true
    await expect(found()).rejects.toThrow('broken')
    wire.breaks = false
    expect(await found()).toEqual(anew(page))
  })
})

const steps = fc.array(
  fc.oneof(
    fc.constantFrom(' EHCP', ' TBC', ' click here', 'a').map(text => ({ text })),
    fc.constantFrom('Enter', 'Backspace', 'Mod-z', 'Mod-b').map(key => ({ key })),
    fc.nat(1_000).map(place => ({ place })),
    fc
      .constantFrom<CheckFacts>({ ...facts, today: '2027-03-01' }, { ...facts, titles: new Map() })
      .map(now => ({ now })),
  ),
  { minLength: 1, maxLength: 8 },
)

it('whatever is typed, problems and marks are those of a page that is checked from the beginning', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      const page = writing(`See [this¦](https://example.org/).\n\n## EHC plans\n\n${long.slice(0, 2).join('\n\n')}`)
      const { checks, found } = startedWith(page)
      let known = facts
      for (const step of all) {
        if ('text' in step) page.type(step.text)
        else if ('key' in step) page.press(step.key)
        else if ('place' in step) {
          const { doc, tr } = page.editor.state
          page.editor.view.dispatch(tr.setSelection(Selection.near(doc.resolve(step.place % doc.content.size))))
        } else {
          known = step.now
          checks.tell({ kind: 'facts', facts: known })
        }
        askForChecks(page.editor.state, writtenDoc(page.editor.state.doc))
        const problems = await found()
        expect(problems).toEqual(anew(page, known))
        showProblems(page.editor.view, problems)
      }
      expect(marksOf(page)).toEqual(marksAnew(page))
    }),
    { numRuns: 6 },
  )
})

function marksOf({ editor }: Writing) {
  const { problems, decorations } = problemsOf(editor.state)
  const under = problems.flatMap(({ range, looks }) =>
    looks?.kind === 'words' ? [`${range?.from} ${range?.to} ${looks.edge} ${looks.severity}`] : [],
  )
  return [
    ...under,
    ...decorations.find().map(({ from, to, spec }) => `${from} ${to} around ${spec.severity}`),
  ].toSorted()
}

/** The same in an editor that has just opened the page. */
function marksAnew({ editor }: Writing) {
  const fresh = writing('¦')
  fresh.editor.commands.setContent(editor.getJSON())
  const { state, view } = fresh.editor
  askForChecks(state, editor.getJSON() as Doc)
  const problems = problemsOf(editor.state).problems.map(({ problem }) => problem)
  showProblems(view, problems)
  return marksOf(fresh)
}

describe('the list beside the text', () => {
  it('is drawn after everything that waits while somebody types, and at once when nobody does', async () => {
    const page = writing('One word: ¦')
    // It stands in no window here, which the editor takes for its end.
    Object.defineProperty(page.editor, 'isDestroyed', { value: false })
    const clock = fakeClock()
    const waiting: (() => void)[] = []
    const problems = createPageProblems({
      editor: page.editor,
      entryOf: doc => ({ ...pageOf('Words.'), doc }),
      announce: () => undefined,
      clock,
      whenIdle: run => waiting.push(run),
    })
    problems.tell({ kind: 'facts', facts })
    const listed = () => problems.list.get().items.map(({ problem }) => problem.rule)
    const marked = () => problemsOf(page.editor.state).problems.map(({ problem }) => problem.rule)
    await clock.pass(200)
    expect(listed()).toEqual(marked())
    expect(listed()).not.toContain('leftovers')

    page.type('TBC and ')
    problems.changed()
    await clock.pass(200)
    page.type('teh ')
    problems.changed()
    await clock.pass(200)
    expect(marked()).toEqual(expect.arrayContaining(['leftovers', 'spelling']))
    expect(listed()).not.toContain('leftovers')
    // Asked once, and what is drawn then is the newest.
    expect(waiting.splice(0).map(run => run())).toHaveLength(1)
    expect(listed()).toEqual(marked())

    page.type('recieve ')
    problems.changed()
    await clock.pass(200)
    expect(listed()).not.toEqual(marked())
    // Nobody has typed for a while.
    await clock.pass(5_000)
    problems.tell({ kind: 'facts', facts })
    await clock.pass(200)
    expect(listed()).toEqual(marked())
    problems.stop()
  })
})
