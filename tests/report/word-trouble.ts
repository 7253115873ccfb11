import { DOMParser } from '@xmldom/xmldom'
import JSZip from 'jszip'

/**
 * What a person with a screen reader would stumble over in a Word document, one sentence each; found in its XML (ECMA-376),
 * as Word's own checker does. The rules: Microsoft, “Rules for the Accessibility Checker”; WCAG 2.2, and W3C, “Guidance on
 * Applying WCAG 2 to Non-Web Information and Communications Technologies” (WCAG2ICT).
 */
export async function wordTroubles(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes)
  const part = async (name: string) => {
    const text = await zip.file(name)?.async('string')
    if (text === undefined) throw new Error(`there is no ${name}`)
    return new DOMParser().parseFromString(text, 'text/xml').documentElement
  }
  const [core, styles, body] = [
    await part('docProps/core.xml'),
    await part('word/styles.xml'),
    await part('word/document.xml'),
  ]
  return [
    ...title(core),
    ...language(styles),
    ...headings(body),
    ...tables(body),
    ...pictures(body),
    ...paragraphs(body),
  ]
}

function all(under: Element, name: string): Element[] {
  const found = under.getElementsByTagName(name)
  return Array.from({ length: found.length }, (_, at) => found.item(at)).flatMap(element => element ?? [])
}

const value = (element: Element | undefined): string => element?.getAttribute('w:val') ?? ''
const textOf = (element: Element): string =>
  all(element, 'w:t')
    .map(each => each.textContent ?? '')
    .join('')
const styleOf = (paragraph: Element): string => value(all(paragraph, 'w:pStyle')[0])

/** WCAG 2.2 SC 2.4.2: what a screen reader says first, and what the window and a PDF of it are called. */
function title(core: Element): string[] {
  const [found] = all(core, 'dc:title')
  return (found?.textContent ?? '').trim() === '' ? ['The document has no title.'] : []
}

/** WCAG 2.2 SC 3.1.1: without it, an English voice is chance. */
function language(styles: Element): string[] {
  const [defaults] = all(styles, 'w:docDefaults')
  const [lang] = defaults === undefined ? [] : all(defaults, 'w:lang')
  return value(lang) === 'en-GB' ? [] : [`The document’s language is “${value(lang)}”.`]
}

/** WCAG 2.2 SC 1.3.1 and 2.4.6; Accessibility Checker, “Documents use heading styles”: real ones, and no level left out. */
function headings(body: Element): string[] {
  const levels = all(body, 'w:p').flatMap(paragraph => {
    const style = styleOf(paragraph)
    if (style === 'Title') return [{ level: 0, text: textOf(paragraph) }]
    const level = /^Heading(\d)$/.exec(style)?.[1]
    return level === undefined ? [] : [{ level: Number(level), text: textOf(paragraph) }]
  })
  const troubles = levels.flatMap(({ level, text }, at) => {
    const before = at === 0 ? -1 : (levels[at - 1]?.level ?? 0)
    return level > before + 1 ? [`The heading “${text}” leaves a level out.`] : []
  })
  const titles = levels.filter(({ level }) => level === 0).length
  if (titles !== 1) troubles.push(`There are ${titles} titles on the page.`)
  if (levels.length < 2) troubles.push('There is no heading.')
  for (const { text } of levels) if (text.trim() === '') troubles.push('A heading is empty.')
  return troubles
}

/** Accessibility Checker, “Tables specify column header information” and “Tables have simple structure”; WCAG 2.2 SC 1.3.1. */
function tables(body: Element): string[] {
  return all(body, 'w:tbl').flatMap((table, at) => {
    const name = `Table ${at + 1}`
    const rows = all(table, 'w:tr')
    const marked = rows.map(row => all(row, 'w:tblHeader').length > 0)
    const troubles: string[] = []
    if (marked[0] !== true) troubles.push(`${name} has no header row.`)
    if (marked.slice(1).includes(true)) troubles.push(`${name} has a header row that is not its first.`)
    if (['w:gridSpan', 'w:vMerge', 'w:tbl'].some(each => all(table, each).length > 0))
      troubles.push(`${name} has merged cells or a table in it.`)
    if (new Set(rows.map(row => all(row, 'w:tc').length)).size !== 1)
      troubles.push(`${name} has rows of different lengths.`)
    for (const cell of all(rows[0] ?? table, 'w:tc'))
      if (textOf(cell).trim() === '') troubles.push(`${name} has an empty header.`)
    return troubles
  })
}

/** WCAG 2.2 SC 1.1.1; Accessibility Checker, “All non-text content has alt text” and “Image or object is inline with text”. */
function pictures(body: Element): string[] {
  return all(body, 'w:drawing').flatMap((drawing, at) => {
    const said = all(drawing, 'wp:docPr')[0]?.getAttribute('descr') ?? ''
    return [
      ...(said.trim() === '' ? [`Picture ${at + 1} has no alternative text.`] : []),
      ...(all(drawing, 'wp:inline').length === 1 ? [] : [`Picture ${at + 1} floats beside the text.`]),
    ]
  })
}

/**
 * Accessibility Checker, “Avoid the use of repeated blank characters”: a screen reader says “blank” to each of them. Where
 * the paper turns after a table, the mark of the section (ECMA-376, 17.6.18) has to have a paragraph, and it is no blank line.
 */
function paragraphs(body: Element): string[] {
  return all(body, 'w:p').flatMap(paragraph => {
    const text = textOf(paragraph)
    if (text === '' && all(paragraph, 'w:sectPr').length > 0) return []
    if (text.trim() === '' && all(paragraph, 'w:drawing').length === 0) return ['A paragraph is empty.']
    return /\s{3,}/.test(text) ? [`“${text}” has blanks in a row.`] : []
  })
}
