import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitText, writeRecord } from '../../src/shared/content/index.ts'
import { checkout } from './measure.ts'
import { idOf, type OfferFile, pageId, sections, serviceId } from './offer-pages.ts'
import { type Prose, proseFrom } from './prose.ts'

const folder = join(checkout, 'resources/sample/workspace/pages')

/** The media that these pages show and lead to. */
export const sampleMedia = join(checkout, 'resources/sample/workspace/media')

/** Lines with words in them: the start of the line (a list's sign, nothing for a paragraph), and the words. */
const line = /^(- (?:\*\*[^*]+\*\* )?|\d+\. |#{2,4} |)(?=[\p{L}“"[])(.+)$/u

const bodies: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .toSorted()
  .map(name => splitText(readFileSync(join(folder, name), 'utf8')).body.trim())

/** All that stands in lines of one kind, sentence by sentence. */
const said = new Map<string, string[]>()
for (const text of bodies.flatMap(body => body.split('\n'))) {
  const [, start = '', words] = line.exec(text) ?? []
  if (words !== undefined) said.set(kindOf(start), [...(said.get(kindOf(start)) ?? []), ...sentencesOf(words)])
}

/**
 * A page of the sample, or several as one until there are so many words, where each sentence has been replaced by another of
 * the sample's: the shape, the words and the links of real pages, and no two pages alike.
 */
export function samplePage(number: number, words = 500): OfferFile {
  const prose = proseFrom(500_000 + number)
  const section = sections[number % sections.length] ?? 'education'
  const parts: string[] = []
  for (let count = 0; count < words; ) {
    const part = mixed(prose.pick(bodies), prose)
    parts.push(part)
    count += part.split(/\s+/).length
  }
  const id = pageId(number)
  const title = `${prose.pick(said.get('#') ?? [])} ${number + 1}`
  const fields = { id, title, summary: `All about this, part ${number + 1}.`, owner: 'priya@example.org' }
  const text = `---\n${writeRecord(fields)}---\n\n${parts.join('\n\n')}\n`
  return { path: `pages/${section}/page-${number + 1}.md`, id, title, text }
}

function mixed(body: string, prose: Prose): string {
  const lines = body.split('\n').map(text => {
    const [, start, words] = line.exec(text) ?? []
    if (start === undefined || words === undefined) return text
    const others = said.get(kindOf(start)) ?? []
    return (
      start +
      sentencesOf(words)
        .map(() => prose.pick(others))
        .join(' ')
    )
  })
  // What the sample leads to is not there: as many others are.
  return lines
    .join('\n')
    .replace(/\b(page:|page=")01[\dA-Z]{24}/g, (_, start) => start + pageId(prose.number(1000)))
    .replace(/\b01[\dA-Z]{24}\b/g, id => (id.startsWith(idOf('A', 0).slice(0, 4)) ? id : serviceId(prose.number(200))))
}

function kindOf(start: string): string {
  return start.charAt(0).replace(/\d/, '1')
}

function sentencesOf(words: string): string[] {
  return words.split(/(?<=[.?!]) (?=[A-Z“])/)
}
