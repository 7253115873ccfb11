import type { PluginView } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Problem } from '../../../shared/checks/rule.ts'
import type { Marked } from './drawn-marks.ts'

/**
 * Wavy lines under words, drawn without touching the text (the CSS Custom Highlight API; `problems.css` says how each looks).
 * An element around the words would split the text that somebody is writing in: the browser then has to lay the page out anew
 * before it can put the cursor back, and the next key waits for that.
 *
 * A range moves by itself with what is typed, as long as the browser alone changes the text. Where the editor writes a piece
 * of text anew, the browser lets go of its end, so its length tells that it has to be set again.
 */
export interface WordMarks extends PluginView {
  /** Draws what the problems say now, where it is not drawn yet. */
  draw(): void
}

interface Drawn {
  severity: Problem['severity']
  range: Range
  /** By how much its places in the document are more than its letters: a picture among words has none. */
  beyond: number
}

/** What several lines at one place look like: the worst one's. */
const rank: Record<Problem['severity'], number> = { error: 3, warning: 2, notice: 1 }

const marksOfView = new WeakMap<EditorView, WordMarks>()

export function drawWordMarks(view: EditorView): void {
  marksOfView.get(view)?.draw()
}

export function wordMarks(view: EditorView, wanted: () => readonly Marked[]): PluginView {
  // A browser without them shows the list beside the text alone.
  if (!('highlights' in CSS)) return {}
  const drawn = new Map<object, Drawn>()

  function draw(): void {
    const gone = new Set(drawn.keys())
    for (const { range, looks, mark } of wanted()) {
      if (range === null || looks?.kind !== 'words') continue
      const before = drawn.get(mark) ?? begun(mark, looks.severity)
      gone.delete(mark)
      const [from, to] = [range.from + looks.edge, range.to - looks.edge]
      if (!stands(before, to - from)) put(before, from, to)
    }
    for (const mark of gone) takeOut(mark)
  }

  function begun(mark: object, severity: Problem['severity']): Drawn {
    const one: Drawn = { severity, range: new Range(), beyond: Number.NaN }
    drawn.set(mark, one)
    highlightOf(severity).add(one.range)
    return one
  }

  function put(one: Drawn, from: number, to: number): void {
    const start = view.domAtPos(from, 1)
    const end = view.domAtPos(to, -1)
    one.range.setStart(start.node, start.offset)
    one.range.setEnd(end.node, end.offset)
    one.beyond = to - from - lettersOf(one.range)
  }

  function takeOut(mark: object): void {
    const one = drawn.get(mark)
    drawn.delete(mark)
    if (one !== undefined) highlightOf(one.severity).delete(one.range)
  }

  const marks: WordMarks = {
    draw,
    update: draw,
    destroy() {
      for (const mark of [...drawn.keys()]) takeOut(mark)
      marksOfView.delete(view)
    },
  }
  marksOfView.set(view, marks)
  draw()
  return marks
}

function stands({ range, beyond }: Drawn, places: number): boolean {
  return range.startContainer.isConnected && places - lettersOf(range) === beyond
}

function lettersOf(range: Range): number {
  const { startContainer, endContainer } = range
  if (startContainer !== endContainer || startContainer.nodeType !== Node.TEXT_NODE) return range.toString().length
  return range.endOffset - range.startOffset
}

/** One for each severity, shared by all editors. */
function highlightOf(severity: Problem['severity']): Highlight {
  const name = `problem-${severity}`
  const before = CSS.highlights.get(name)
  if (before !== undefined) return before
  const highlight = new Highlight()
  highlight.priority = rank[severity]
  CSS.highlights.set(name, highlight)
  return highlight
}
