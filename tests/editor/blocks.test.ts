import { describe, expect, it } from 'vitest'
import { addBlock, addPlainBlock, changeBlock } from '../../src/renderer/editor/commands/add-block.ts'
import { calloutAt, insertCallout, removeCallout, setCalloutKind } from '../../src/renderer/editor/commands/callout.ts'
import { chosenWords, markedWordsAt, markWords, unmarkWords } from '../../src/renderer/editor/commands/marked-words.ts'
import {
  addColumnLeft,
  addRowAbove,
  insertTable,
  removeColumn,
  removeRow,
  setCaption,
  setHeaders,
  tableAt,
} from '../../src/renderer/editor/commands/table.ts'
import { setTextStyle, textStyleAt } from '../../src/renderer/editor/commands/text-style.ts'
import { writeInside } from '../../src/renderer/editor/commands/write-inside.ts'
import { blockNamed } from '../../src/renderer/editor/dialogs/block-fields.ts'
import { serialiseBody } from '../../src/shared/content/index.ts'
import { writing } from './writing.ts'

const table = '| Wh¦en | What |\n| - | - |\n| 6 weeks | Answer |'
const picture = { src: 'media/hall.png', alt: 'The hall', decorative: false, caption: '' }

describe('adding a block', () => {
  it('takes the place of an empty paragraph', () => {
    expect(writing('¦').run(addBlock('figure', picture)).shown()).toBe(
      '::figure{src="media/hall.png" alt="The hall"}\n\n¦',
    )
  })

  it('goes beneath the block that the cursor is in, and leaves its words alone', () => {
    expect(writing('one ¦two\n\nthree').run(addBlock('figure', picture)).shown()).toBe(
      'one two\n\n::figure{src="media/hall.png" alt="The hall"}\n\nthree',
    )
  })

  it('goes under the item of a list, but never into the cell of a table', () => {
    expect(writing('- one¦\n- two').run(addBlock('figure', picture)).shown()).toBe(
      '- one\n\n  ::figure{src="media/hall.png" alt="The hall"}\n\n- two',
    )
    expect(writing(table).run(addBlock('figure', picture)).shown()).toBe(
      '| When | What |\n| - | - |\n| 6 weeks | Answer |\n\n::figure{src="media/hall.png" alt="The hall"}\n\n¦',
    )
  })

  it('leaves the cursor in the first words of what it made', () => {
    expect(writing('one¦').run(addPlainBlock('details')).type('What if').shown()).toBe(
      'one\n\n:::details[What if¦]\n:::',
    )
    expect(writing('one¦').run(addPlainBlock('steps')).type('Ask').shown()).toBe('one\n\n:::steps\n1. Ask¦\n:::')
  })

  it('can go on beneath a block that ends the page', () => {
    const page = writing('::figure{src="media/hall.png" alt="The hall"}').select('figure')
    expect(page.press('ArrowDown').type('after').shown()).toBe(
      '::figure{src="media/hall.png" alt="The hall"}\n\nafter¦',
    )
  })

  it('goes on in a paragraph beneath a block without words that ends the page, which is nothing until it has words', () => {
    const contact = ':::contact{name="Team"}\n:::'
    const page = writing('one¦').run(addBlock('contact', { name: 'Team' }))
    expect(serialiseBody(page.doc()).trim()).toBe(`one\n\n${contact}`)
    expect(page.type('after').shown()).toBe(`one\n\n${contact}\n\nafter¦`)
    expect(writing('¦').run(addBlock('figure', picture)).type('after').shown()).toBe(
      '::figure{src="media/hall.png" alt="The hall"}\n\nafter¦',
    )
  })

  it('is selected in the midst of a page, and a letter begins a paragraph beneath it', () => {
    const page = writing('one¦\n\ntwo').run(addBlock('contact', { name: 'Team' }))
    expect(page.type('new').shown()).toBe('one\n\n:::contact{name="Team"}\n:::\n\nnew¦\n\ntwo')
  })

  it.each([
    ['contact details', 'one¦\n\n:::contact{name="Team"}\n:::'],
    ['a callout', 'one\n\n:::callout{kind="info"}\ntwo¦\n:::'],
    ['words to show and hide', ':::details[one]\ntwo¦\n:::'],
    ['a table, from any of its last cells', '| one | two |\n| - | - |\n| three¦ | four |'],
  ])('is left downwards where it ends the page: %s', (_, markdown) => {
    const expected = `${markdown.replace('¦', '')}\n\nafter¦`
    expect(writing(markdown).press('ArrowDown').type('after').shown()).toBe(expected)
    expect(writing(markdown).press('Mod-End').type('after').shown()).toBe(expected)
  })

  it('is not left where words are beneath, nor is a list that ends the page', () => {
    for (const markdown of [
      '| o¦ne |\n| - |\n| two |',
      ':::callout{kind="info"}\non¦e\n\ntwo\n:::',
      'one¦\n\n:::contact{name="Team"}\nNotes\n:::',
      '- one¦',
      'one¦',
    ]) {
      expect(serialiseBody(writing(markdown).press('ArrowDown').doc()).trim()).toBe(markdown.replace('¦', ''))
    }
    expect(writing('- one¦').press('Mod-End').shown()).toBe('- one¦')
  })

  it('is never replaced by a letter or a paste while it is selected', () => {
    const page = () => writing('::figure{src="media/hall.png" alt="The hall"}\n\nend').select('figure')
    const expected = '::figure{src="media/hall.png" alt="The hall"}\n\nnew¦\n\nend'
    expect(page().type('new').shown()).toBe(expected)
    expect(page().paste({ text: 'new' }).shown()).toBe(expected)
  })

  it('changes a block where it stands, and nothing that took its place meanwhile', () => {
    const page = writing('before\n\n::figure{src="media/hall.png" alt="A hall"}')
    expect(page.run(changeBlock(8, 'figure', { alt: 'The hall' })).shown()).toContain('alt="The hall"')
    const before = page.shown()
    expect(page.run(changeBlock(0, 'figure', { alt: 'Other' })).shown()).toBe(before)
  })
})

describe('a table', () => {
  it('begins with a header row and the cursor in its first cell', () => {
    const page = writing('¦')
      .run(insertTable({ rows: 3, columns: 2 }))
      .type('When')
    expect(page.shown()).toBe('| When¦ | |\n| - | - |\n| | |\n| | |')
    expect(tableAt(page.editor.state)?.headers).toEqual({ row: true, column: false })
  })

  it('is not put into a table', () => {
    const page = writing(table)
    expect(page.run(insertTable({ rows: 2, columns: 2 })).shown()).toBe(
      '| Wh¦en | What |\n| - | - |\n| 6 weeks | Answer |',
    )
  })

  it('keeps its header row first, wherever rows and columns are added', () => {
    expect(writing(table).run(addRowAbove).run(addColumnLeft).shown()).toBe(
      '| | | |\n| - | - | - |\n| | Wh¦en | What |\n| | 6 weeks | Answer |',
    )
  })

  it('keeps a header column first', () => {
    const page = writing(table)
      .run(setHeaders({ row: false, column: true }))
      .run(addColumnLeft)
    expect(page.shown()).toContain('header="column"')
    expect(tableAt(page.editor.state)?.headers).toEqual({ row: false, column: true })
  })

  it('gets and loses headers and a caption', () => {
    expect(
      writing(table)
        .run(setHeaders({ row: true, column: true }))
        .shown(),
    ).toContain(':::table{header="both"}')
    expect(
      writing(table)
        .run(setHeaders({ row: false, column: false }))
        .shown(),
    ).toContain(':::table{header="none"}')
    expect(writing(table).run(setCaption(0, 'When to apply')).shown()).toContain('caption="When to apply"')
  })

  it('goes with its last row or column', () => {
    expect(writing(table).run(removeRow).shown()).toBe('| ¦6 weeks | Answer |\n| - | - |')
    expect(writing('| ¦a | b |\n| - | - |').run(removeRow).shown()).toBe('¦')
    expect(writing('| ¦a |\n| - |\n| b |').run(removeColumn).shown()).toBe('¦')
  })
})

describe('a callout', () => {
  it('goes around the words at the cursor, changes its kind, and goes away again', () => {
    const page = writing('Tell ¦us').run(insertCallout)
    expect(page.shown()).toBe(':::callout{kind="info"}\nTell ¦us\n:::')
    expect(page.run(setCalloutKind('warning')).shown()).toBe(':::callout{kind="warning"}\nTell ¦us\n:::')
    expect(calloutAt(page.editor.state)?.kind).toBe('warning')
    expect(page.run(removeCallout).shown()).toContain('Tell')
    expect(calloutAt(page.editor.state)).toBeNull()
  })
})

describe('links and other marks on words', () => {
  const href = { name: 'link' as const, attrs: { href: 'page:01J0000000000000000000SAMP', title: null } }

  it('go on the chosen words, or on the word around the cursor', () => {
    const chosen = writing('see ¦school travel¦ now')
    const words = chosenWords(chosen.editor.state)
    expect(words.text).toBe('school travel')
    expect(chosen.run(markWords(words, words.text, href)).shown()).toBe(
      'see [school travel](page:01J0000000000000000000SAMP)¦ now',
    )
    expect(chosenWords(writing('see tra¦vel now').editor.state).text).toBe('travel')
    expect(chosenWords(writing('see ¦travel').editor.state).text).toBe('')
  })

  it('can write the words with the link', () => {
    const page = writing('To tell us ¦click here¦.')
    const words = chosenWords(page.editor.state)
    expect(page.run(markWords(words, 'Fill in the form', href)).shown()).toBe(
      'To tell us [Fill in the form](page:01J0000000000000000000SAMP)¦.',
    )
  })

  it('are found whole, across bold words, and taken away', () => {
    const page = writing('see [school **tra¦vel** now](https://example.org) and')
    expect(markedWordsAt(page.editor.state, 'link')?.text).toBe('school travel now')
    expect(page.run(unmarkWords('link')).shown()).toBe('see school **tra¦vel** now and')
  })

  it('do not go on where a link has been written', () => {
    const page = writing('¦here')
    const range = { from: 1, to: 5 }
    expect(
      page
        .run(markWords(range, 'here', href))
        .type(' is')
        .shown(),
    ).toContain(') is¦')
  })
})

describe('the style of words', () => {
  it('is changed and named', () => {
    const page = writing('Who can app¦ly').run(setTextStyle('heading-3'))
    expect(page.shown()).toBe('### Who can app¦ly')
    expect(textStyleAt(page.editor.state)).toBe('heading-3')
    expect(page.run(setTextStyle('paragraph')).shown()).toBe('Who can app¦ly')
  })

  it('cannot be chosen in a table', () => {
    const page = writing(table)
    expect(textStyleAt(page.editor.state)).toBeNull()
    expect(page.run(setTextStyle('heading-2')).shown()).toBe('| Wh¦en | What |\n| - | - |\n| 6 weeks | Answer |')
  })
})

describe('notes to contact details', () => {
  it('begin in a paragraph of their own', () => {
    const page = writing('one\n\n:::contact{name="Team"}\n:::')
    expect(page.run(writeInside(5)).type('Ring first').shown()).toBe('one\n\n:::contact{name="Team"}\nRing first¦\n:::')
  })
})

describe('which block a dialog is about', () => {
  it('is said by its kind and its turn, and so holds when the page is opened again', () => {
    const { editor } = writing(
      'one¦\n\n::figure{src="media/a.png" alt="A"}\n\ntwo\n\n::figure{src="media/b.png" alt="B"}',
    )
    const named: string[] = []
    editor.state.doc.descendants((node, at) => {
      if (node.type.name === 'figure') named.push(blockNamed(editor, at, 'picture'))
    })
    expect(named).toEqual(['picture 1', 'picture 2'])
    expect(blockNamed(editor, null, 'picture')).toBe('picture new')
  })
})
