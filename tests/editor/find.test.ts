import { describe, expect, it } from 'vitest'
import {
  chosenMatch,
  goToMatch,
  lookFor,
  matchesOf,
  replaceMatch,
  replaceMatches,
  stepToMatch,
} from '../../src/renderer/editor/find/find-words.ts'
import { type Writing, writing } from './writing.ts'

function look(markdown: string, words: string, matchCase = false): Writing {
  const page = writing(markdown)
  page.editor.view.dispatch(lookFor(page.editor.state, words, matchCase))
  return page
}

const found = (page: Writing) =>
  matchesOf(page.editor.state).map(({ from, to }) => page.editor.state.doc.textBetween(from, to))

function act(page: Writing, make: (state: Writing['editor']['state']) => ReturnType<typeof stepToMatch>): Writing {
  const tr = make(page.editor.state)
  if (tr === null) throw new Error('There was nothing to do.')
  page.editor.view.dispatch(tr)
  return page
}

describe('finding words in a page', () => {
  it('finds them in paragraphs, cells, callouts and lists, in the order of the page, large or small', () => {
    const page = look('¦Bus one\n\n| BUS |\n| - |\n| two |\n\n- a bus\n\n:::callout{kind="info"}\nbuses\n:::', 'bus')
    expect(found(page)).toEqual(['Bus', 'BUS', 'bus', 'bus'])
    expect(found(look('Bus one, bus two, ¦BUS', 'bus', true))).toEqual(['bus'])
  })

  it('finds a word that is bold in its middle, and none that begins in one paragraph and ends in the next', () => {
    expect(found(look('¦a tr**ave**l pass', 'travel'))).toEqual(['travel'])
    expect(found(look('¦school\n\nbus', 'schoolbus'))).toEqual([])
  })

  it('takes letters as they are typed: a dot, a backslash and an answer of none', () => {
    expect(found(look('¦3.5 and 3x5', '3.5'))).toEqual(['3.5'])
    expect(found(look('¦one', '\\n'))).toEqual([])
    expect(found(look('¦one', ''))).toEqual([])
  })

  it('marks nothing else where a letter is longer when it is made small', () => {
    expect(found(look('¦İİ bus', 'bus'))).not.toContain('us')
  })

  it('goes through them both ways, round and round, from where the cursor is', () => {
    const page = look('bus a¦ bus b bus', 'bus')
    const at = () => chosenMatch(page.editor.state, matchesOf(page.editor.state))
    expect(at()).toBe(-1)
    act(page, state => goToMatch(state, state.selection.from))
    expect(page.shown()).toBe('bus a ¦bus¦ b bus')
    const steps = [1, 1, -1, -1, -1] as const
    expect(
      steps.map(step => {
        act(page, state => stepToMatch(state, step))
        return at()
      }),
    ).toEqual([2, 0, 2, 1, 0])
  })
})

describe('replacing words', () => {
  it('replaces the one that is chosen, keeps what was bold bold, and goes back in one step', () => {
    const page = look('¦a **bus** and bus', 'bus')
    expect(replaceMatch(page.editor.state, 'train')).toBeNull()
    act(page, state => stepToMatch(state, 1))
    act(page, state => replaceMatch(state, 'train'))
    expect(page.shown()).toBe('a **train¦** and bus')
    expect(found(page)).toEqual(['bus'])
    expect(page.press('Mod-z').shown()).toBe('a ¦**bus¦** and bus')
  })

  it('replaces all of them as one step, also right after something was typed, with the very letters that were given', () => {
    const page = look('bus¦\n\n| bus |\n| - |\n| a b*u*s |', 'bus').type(' now')
    act(page, state => replaceMatches(state, '$1 $$ \\n'))
    const { doc } = page.editor.state
    expect(doc.textBetween(0, doc.content.size, '/')).toBe('$1 $$ \\n now/$1 $$ \\n/a $1 $$ \\n')
    expect(page.press('Mod-z').shown()).toBe('bus now¦\n\n| bus |\n| - |\n| a b*u*s |')
  })

  it('keeps a link on the words that stand for all or the end of it, and makes nothing bold that was not', () => {
    const linked = look(
      '¦Ask for a [bus pass](https://example.org/a). The [bus pass](https://example.org/b)',
      'bus pass',
    )
    const marks: string[] = []
    act(linked, state => replaceMatches(state, 'travel card')).editor.state.doc.descendants(node => {
      if (node.isText && node.marks.length > 0) marks.push(`${node.text}: ${node.marks.map(({ type }) => type.name)}`)
    })
    expect(marks).toEqual(['travel card: link', 'travel card: link'])
    const half = act(look('¦the **b**us', 'bus'), state => replaceMatches(state, 'train')).editor.state.doc
    half.descendants(node => expect(node.marks).toEqual([]))
  })

  it('takes words out where nothing is to stand for them', () => {
    const page = look('¦very good and very bad', 'very ')
    expect(act(page, state => replaceMatches(state, '')).shown()).toBe('¦good and bad')
    expect(replaceMatches(page.editor.state, 'x')).toBeNull()
  })
})
