import { describe, expect, test } from 'vitest'
import { pageFromHtml } from '../../src/main/import/index.ts'
import { locator, runChecks } from '../../src/shared/checks/index.ts'
import { parseEntry, type WorkspacePath } from '../../src/shared/content/index.ts'
import { facts } from './checked.ts'

const path = 'pages/education/page.md' as WorkspacePath
const alone = { ...facts, titles: new Map(), media: new Map() }

/** What is found in a file by itself, each with the source that it is about. */
function inMarkdown(text: string): string[] {
  const whole = `---\ntitle: Travel to school\nsummary: Who can get help.\nowner: p@example.org\n---\n${text}\n`
  const parsed = parseEntry(path, whole)
  return shown(whole, parsed, runChecks(parsed.entry, alone))
}

function inHtml(text: string): string[] {
  const { markup, ...parsed } = pageFromHtml(path, text)
  const found = runChecks(parsed.entry, alone, markup)
  return shown(
    text,
    parsed,
    found.filter(({ field }) => field === 'body'),
  )
}

function shown(text: string, parsed: Parameters<typeof locator>[0], problems: ReturnType<typeof runChecks>): string[] {
  const locate = locator(parsed, text)
  const lines = text.split('\n')
  return problems.map(problem => {
    const { line, column, endLine, endColumn } = locate(problem)
    const rest = lines.slice(line - 1, endLine).join('\n')
    const after = (lines[endLine - 1] ?? '').length - (endColumn - 1)
    return `${problem.rule}: ${rest.slice(column - 1, rest.length - after)}`
  })
}

describe('HTML that Markdown keeps is looked at as it would be shown', () => {
  test.each<[string, string, readonly string[]]>([
    ['in a line', 'Take the <img src="bus.png"> today.', ['image-alt: <img src="bus.png">']],
    ['as a block', 'One.\n\n<p>\n<img src="bus.png">\n</p>', ['image-alt: <img src="bus.png">']],
    ['in a list', '- one\n- two <img src="bus.png"> here', ['image-alt: <img src="bus.png">']],
    [
      'a link',
      'One.\n\n<p><a href="https://example.org/">click here</a></p>',
      ['link-text: <a href="https://example.org/">click here</a>'],
    ],
    ['its words', 'One.\n\n<div>Ask prior to 1 May.</div>', ['plain-words: Ask prior to 1 May.']],
    ['once', '<p><img src="bus.png"></p>', ['image-alt: <img src="bus.png">']],
    ['hidden from everybody', 'One.\n\n<p hidden><img src="bus.png"></p>', []],
    ['a comment', 'One. <!-- <img src="bus.png"> -->', []],
  ])('%s', (_, text, expected) => {
    expect(inMarkdown(text)).toEqual(expected)
  })
})

describe('a web page is told each fault once, where it is written', () => {
  test.each<[string, string, readonly string[]]>([
    ['a picture', '<p>Take\n<img src="bus.png"> today.</p>', ['image-alt: <img src="bus.png">']],
    ['a link', '<p>See\n<a href="/a">click here</a>.</p>', ['link-text: <a href="/a">click here</a>']],
    [
      'a link with a name of its own',
      '<p><a href="/a" aria-label="Read more about travel to school">Read more</a></p>',
      [],
    ],
    ['words for those who listen', '<p><a href="/a">Read more<span class="vh"> about travel</span></a></p>', []],
    ['a link with a label elsewhere', '<h2 id="t">Travel</h2><p><a href="/a" aria-labelledby="t">more</a></p>', []],
    ['menus around it', '<nav><img src="a.png"></nav><main><p>Words.</p></main>', []],
  ])('%s', (_, text, expected) => {
    expect(inHtml(text)).toEqual(expected)
  })
})
