import { describe, expect, it } from 'vitest'
import { writing } from './writing.ts'

describe('typing', () => {
  it('makes headings and lists from what people type for them', () => {
    expect(writing('¦').type('## Who can apply').shown()).toBe('## Who can apply¦')
    expect(writing('¦').type('# Who can apply').shown()).toBe('## Who can apply¦')
    expect(writing('¦').type('- a copy of the plan').shown()).toBe('- a copy of the plan¦')
    expect(writing('¦').type('1. Talk to the school').shown()).toBe('1. Talk to the school¦')
    expect(writing('¦').type('> Said a parent').shown()).toBe('> Said a parent¦')
  })

  it('goes on with a list at Enter, and leaves it at a second one', () => {
    expect(writing('- one¦').press('Enter').type('two').shown()).toBe('- one\n- two¦')
    expect(writing('- one¦').press('Enter', 'Enter').type('after').shown()).toBe('- one\n\nafter¦')
  })

  it('puts a list under an item with Tab, and takes it back with Shift-Tab', () => {
    const page = writing('- one\n- two¦').press('Tab')
    expect(page.shown()).toBe('- one\n  - two¦')
    expect(page.press('Shift-Tab').shown()).toBe('- one\n- two¦')
  })

  it('leaves steps with Enter in an empty one', () => {
    const steps = ':::steps\n1. Ask the school.¦\n:::'
    expect(writing(steps).press('Enter').type('Write to us.').shown()).toBe(
      ':::steps\n1. Ask the school.\n2. Write to us.¦\n:::',
    )
    expect(writing(steps).press('Enter', 'Enter').type('After').shown()).toBe(
      ':::steps\n1. Ask the school.\n:::\n\nAfter¦',
    )
  })

  it('goes from the words to press into what they show', () => {
    expect(writing(':::details[What if¦]\nThen\n:::').press('Enter').type('So. ').shown()).toBe(
      ':::details[What if]\nSo. ¦Then\n:::',
    )
  })

  it('leaves a callout with Enter in an empty paragraph', () => {
    expect(writing(':::callout{kind="info"}\nWords¦\n:::').press('Enter', 'Enter').type('after').shown()).toBe(
      ':::callout{kind="info"}\nWords\n:::\n\nafter¦',
    )
  })

  it('breaks a line with Shift-Enter', () => {
    expect(writing('one¦').press('Shift-Enter').type('two').shown()).toBe('one\\\ntwo¦')
  })

  it('leaves Ctrl, Shift and Enter to the window, which asks for a review then, and no other Enter', () => {
    const page = writing('one¦')
    expect(page.leaves('Mod-Shift-Enter')).toBe(true)
    expect(['Enter', 'Shift-Enter', 'Mod-Enter', 'Alt-Enter'].filter(keys => page.leaves(keys))).toEqual([])
  })

  it('makes words bold and italic with the usual keys', () => {
    expect(writing('one ¦two¦ three').press('Mod-b').shown()).toBe('one ¦**two¦** three')
    expect(writing('¦two¦').press('Mod-i').shown()).toBe('*¦two¦*')
  })

  it('moves through a table with Tab, and begins a row in the last cell', () => {
    const table = '| When | What |\n| - | - |\n| 6 weeks¦ | Answer |'
    expect(writing(table).press('Tab').shown()).toContain('| ¦Answer¦ |')
    const page = writing('| When | What |\n| - | - |\n| 6 weeks | Answer¦ |').press('Tab').type('20 weeks')
    expect(page.shown()).toBe('| When | What |\n| - | - |\n| 6 weeks | Answer |\n| 20 weeks¦ | |')
  })

  it('begins a new line in a cell with Enter', () => {
    expect(writing('| When¦ | What |\n| - | - |\n| a | b |').press('Enter').type('then').shown()).toContain(
      'When<br>then¦',
    )
  })

  it('opens the selected picture with Enter, and takes it out with Backspace', () => {
    const page = writing('before\n\n::figure{src="media/hall.png" alt="The hall"}\n\nafter')
    page.select('figure').press('Enter')
    expect(page.asked).toEqual([{ kind: 'picture', at: 8 }])
    expect(page.press('Backspace').shown()).not.toContain('figure')
  })

  it('takes back a heading that typing made with one Backspace', () => {
    expect(writing('¦').type('## ').press('Backspace').shown()).toBe('\\## ¦')
  })

  it('undoes and does again', () => {
    const page = writing('one¦').type(' two')
    expect(page.press('Mod-z').shown()).toBe('one¦')
    expect(page.press('Mod-Shift-z').shown()).toBe('one two¦')
  })
})
