import { diffArrays } from 'diff'
import { type Block, type Entry, type PageFields, type ServiceFields, textOf } from '../content/index.ts'

/** “Priya changed two paragraphs in “Travel to school””: what a version is, for the history. */
export function describeChange(before: Entry | null, after: Entry, who: string): string {
  const name = who.trim().split(/\s+/)[0] ?? who
  const title = `“${after.fields.title || 'a page without a title'}”`
  if (before === null) return `${name} started ${title}`
  const body = changedBlocks(before.doc.content, after.doc.content)
  const details = changedFields(before.fields, after.fields)
  if (body && details.length > 0) return `${name} ${body} and ${inWords(details)} of ${title}`
  if (body) return `${name} ${body} in ${title}`
  return details.length > 0 ? `${name} changed ${inWords(details)} of ${title}` : `${name} saved ${title}`
}

const blockNames: Partial<Record<Block['type'], [one: string, many: string]>> = {
  paragraph: ['paragraph', 'paragraphs'],
  heading: ['heading', 'headings'],
  bulletList: ['list', 'lists'],
  orderedList: ['list', 'lists'],
  table: ['table', 'tables'],
  figure: ['picture', 'pictures'],
  callout: ['callout', 'callouts'],
  contact: ['contact', 'contacts'],
  document: ['document', 'documents'],
  video: ['video', 'videos'],
}

function changedBlocks(before: readonly Block[], after: readonly Block[]): string | null {
  const key = (block: Block) => JSON.stringify(block)
  let gone: Block[] = []
  let come: Block[] = []
  let [i, j] = [0, 0]
  for (const part of diffArrays(before.map(key), after.map(key))) {
    if (part.removed) gone = [...gone, ...before.slice(i, i + part.count)]
    if (part.added) come = [...come, ...after.slice(j, j + part.count)]
    if (!part.added) i += part.count
    if (!part.removed) j += part.count
  }
  if (gone.length + come.length === 0) return null
  if (gone.length === 0) return `added ${counted(come)}`
  if (come.length === 0) return `took out ${counted(gone)}`
  return `changed ${counted(come.length >= gone.length ? come : gone)}`
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function counted(blocks: readonly Block[]): string {
  const [first] = blocks
  const names = first ? blockNames[first.type] : undefined
  const same = names && blocks.every(block => blockNames[block.type]?.[0] === names[0])
  const [one, many] = same ? names : ['part', 'parts']
  if (blocks.length !== 1) return `${numbers[blocks.length] ?? blocks.length} ${many}`
  const words = first?.type === 'heading' ? textOf(first) : ''
  return words ? `the heading “${words.slice(0, 60)}”` : `a ${one}`
}

const fieldNames: Record<string, string> = {
  title: 'the title',
  summary: 'the summary',
  checklist: 'what the checklists say',
  owner: 'the owner',
  review: 'the review date',
  related: 'the related pages',
  audience: 'who it is for',
  easyRead: 'the easy read version',
  language: 'its language',
  translationOf: 'which page it says the same as',
}

function changedFields(before: PageFields | ServiceFields, after: PageFields | ServiceFields): string[] {
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([key, value]) => JSON.stringify(old[key]) !== JSON.stringify(value))
    .map(([key]) => fieldNames[key] ?? 'the details')
    .filter((name, index, all) => all.indexOf(name) === index)
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
