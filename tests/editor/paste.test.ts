import { describe, expect, it } from 'vitest'
import { hasWords, isOwnClipboard } from '../../src/renderer/editor/paste/pasted-words.ts'
import { writing } from './writing.ts'

describe('pasting', () => {
  it('joins the words at the cursor, and keeps the paragraphs between', () => {
    expect(writing('one ¦two').paste({ html: '<p>a</p><p>b</p><p>c</p>' }).shown()).toBe('one a\n\nb\n\nc¦two')
    expect(writing('one ¦two').paste({ text: 'a\nb ' }).shown()).toBe('one a\n\nb ¦two')
  })

  it('cleans what comes from Word', () => {
    const html =
      '<html><head><style>p { color: red }</style></head><body><p class="MsoNormal" style="margin:0"><b><span style="font-family:Arial">Who</span></b> can<o:p></o:p></p></body></html>'
    expect(writing('¦').paste({ html }).shown()).toBe('**Who** can¦')
  })

  it('keeps headings, lists and tables', () => {
    const html = '<h2>Who</h2><ul><li>one</li><li>two</li></ul><table><tr><th>a</th></tr><tr><td>b</td></tr></table>'
    expect(writing('¦').paste({ html }).shown()).toBe('## Who\n\n- one\n- two\n\n| a |\n| - |\n| b¦ |')
  })

  it('brings no script and no unsafe address', () => {
    const html = '<p><a href="javascript:alert(1)">press</a><script>alert(2)</script> <img src=x onerror=alert(3)></p>'
    expect(writing('¦').paste({ html }).shown()).not.toMatch(/alert|javascript|onerror/)
  })

  it('keeps the title the only top heading, and what stood under a heading under it', () => {
    const page = writing('¦').paste({
      html: '<h1>Travel</h1><h2>Costs</h2><blockquote><h1>Who</h1></blockquote><p>a</p>',
    })
    expect(page.shown()).toBe('## Travel\n\n### Costs\n\n> ## Who\n\na¦')
    expect(page.told.join()).toContain('one level lower')
    expect(writing('¦').paste({ html: '<h2>Costs</h2><h3>Who</h3>' }).told).toEqual([])
  })

  it.each([
    '<p>a <s>b</s></p>',
    '<p>a <del class="x">b</del></p>',
    "<p>a <span style='color:red;text-decoration:underline line-through'>b</span></p>",
  ])('says that struck-out words are plain now: %s', html => {
    const page = writing('¦').paste({ html })
    expect(page.shown()).toBe('a b¦')
    expect(page.told).toEqual(['Words that were struck out are plain words now.'])
  })

  it('says nothing of a sheet of styles, nor of strong words', () => {
    const html = '<style>s { text-decoration: line-through }</style><p><strong>a</strong><s></s></p>'
    expect(writing('¦').paste({ html }).told).toEqual([])
  })

  it('says of lists that Word drew and of lines with typed marks which are lists now and which are not', () => {
    const drawn = '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>one</p>'
    const page = writing('¦').paste({ html: `${drawn}<p>Bring:</p><p>• a</p><p>- b</p><p>1. c</p>` })
    expect(page.shown()).toContain('- one\n\nBring:\n\n• a')
    expect(page.told).toHaveLength(2)
    expect(page.told[1]).toContain('are no list yet')
  })

  it('says what had to be put right', () => {
    const html = '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>'
    expect(writing('¦').paste({ html }).told).toHaveLength(1)
  })

  it('stays in the cell that the cursor is in', () => {
    const table = '| When¦ |\n| - |\n| 6 weeks |'
    const expected = '| Whena<br>b¦ |\n| - |\n| 6 weeks |'
    expect(writing(table).paste({ html: '<p>a</p><p>b</p>' }).shown()).toBe(expected)
    expect(writing(table).paste({ text: 'a\nb' }).shown()).toBe(expected)
    expect(writing(table).paste({ html: '<ul><li>a</li><li>b</li></ul>' }).shown()).toBe(expected)
  })

  it('makes a link of an address that is pasted on words', () => {
    expect(writing('see ¦here¦ now').paste({ text: 'https://example.org/a' }).shown()).toBe(
      'see [here](https://example.org/a)¦ now',
    )
  })

  it('takes one step back', () => {
    expect(writing('one¦').paste({ html: '<p> two</p><p>three</p>' }).press('Mod-z').shown()).toBe('one¦')
  })

  it('knows its own clipboard from others, and a picture from words', () => {
    expect(isOwnClipboard('<p data-pm-slice="1 1 []" data-signpost="paragraph">a</p>')).toBe(true)
    expect(isOwnClipboard('<p data-pm-slice="1 1 []">from another editor</p>')).toBe(false)
    expect(hasWords('<meta charset="utf-8"><img src="https://example.org/a.png">')).toBe(false)
    expect(hasWords('<!-- <p>a</p> --><style>p {}</style> ')).toBe(false)
    expect(hasWords('<p>a</p>')).toBe(true)
  })
})
