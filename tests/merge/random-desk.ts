import { type Block, serialiseBody, writeRecord } from '../../src/shared/content/index.ts'
import { proseFrom } from '../bench/prose.ts'
import { coined, randomBlock, randomHeading, randomParagraph } from './random-blocks.ts'
import { type Edit, edited } from './random-edits.ts'

/** What a person can do to a workspace. `page` counts the pages that were there at first. */
export type Deed =
  | { kind: 'edit'; page: number; edit: Edit }
  | { kind: 'set'; page: number; field: SetField; word: string; dice: number }
  | { kind: 'tag'; page: number; requirement: string; put: boolean }
  | { kind: 'rename'; page: number; slug: string }
  | { kind: 'delete'; page: number }
  | { kind: 'new-page'; number: number; slug: string; word: string }
  | { kind: 'move-section'; to: string }
  | { kind: 'add-section'; slug: string; word: string }
  | { kind: 'picture'; word: string }
  | { kind: 'redirect'; from: string; word: string }
  | { kind: 'decide'; number: number; word: string }

export const setFields = ['title', 'summary', 'owner', 'easyRead', 'review'] as const
type SetField = (typeof setFields)[number]

/** The pages as they were at first: each block is made of its own number, so that one can be left out. */
export type Start = readonly (readonly number[])[]

/** Path to text. */
export type Files = ReadonlyMap<string, string>

interface OfferPage {
  id: string
  path: string
  fields: Record<string, unknown>
  edits: Edit[]
  blocks: readonly Block[]
}

interface Desk {
  pages: Map<number, OfferPage>
  section: string
  sections: { slug: string; title: string }[]
  redirects: { from: string; to: string }[]
  others: Map<string, string>
}

/** The workspace after what somebody did, in that order. */
export function deskAfter(start: Start, deeds: readonly Deed[]): Files {
  const desk = firstDesk(start)
  for (const deed of deeds) perform(desk, deed)
  return filesOf(desk)
}

const idOf = (number: number) => `01J${String(number).padStart(23, '0')}`

function firstDesk(start: Start): Desk {
  const pages = start.map((dice, number): [number, OfferPage] => [
    number,
    {
      id: idOf(number),
      path: `health/page-${number}`,
      fields: {
        title: `${proseFrom(number).phrase()} ${number}`,
        audience: ['parents'],
        checklist: ['SE7-1', 'SE7-2'],
        owner: 'priya@example.org',
        review: { every: '12 months', last: '2026-01-05', due: '2027-01-05' },
      },
      edits: [],
      blocks: dice.map(firstBlock),
    },
  ])
  return {
    pages: new Map(pages),
    section: 'health',
    sections: [
      { slug: 'health', title: 'Health' },
      { slug: 'education', title: 'Education' },
    ],
    redirects: [{ from: '/old/', to: `page:${idOf(0)}` }],
    others: new Map([['media/hall.jpg', 'a picture']]),
  }
}

const firstBlock = (dice: number, at: number): Block =>
  at % 4 === 1 ? randomHeading(dice, coined(dice % 1e8)) : at % 2 === 0 ? randomParagraph(dice) : randomBlock(dice)

function perform(desk: Desk, deed: Deed): void {
  const page = 'page' in deed ? desk.pages.get(deed.page) : undefined
  switch (deed.kind) {
    case 'edit':
      page?.edits.push(deed.edit)
      break
    case 'set':
      if (page) page.fields[deed.field] = newValue(deed.field, deed.word, deed.dice)
      break
    case 'tag':
      if (page) page.fields.checklist = withTag(page.fields.checklist, deed.requirement, deed.put)
      break
    case 'rename':
      if (page) page.path = page.path.replace(/[^/]*$/, deed.slug)
      break
    case 'delete':
      desk.pages.delete(deed.page)
      break
    case 'new-page':
      desk.pages.set(deed.number, {
        id: idOf(deed.number),
        path: `${desk.section}/${deed.slug}`,
        fields: { title: `New ${deed.word}` },
        edits: [],
        blocks: [randomParagraph(deed.number)],
      })
      break
    case 'move-section':
      for (const each of desk.pages.values()) each.path = each.path.replace(/^[^/]*/, deed.to)
      desk.sections = desk.sections.map(each => (each.slug === desk.section ? { ...each, slug: deed.to } : each))
      desk.section = deed.to
      break
    case 'add-section':
      desk.sections.push({ slug: deed.slug, title: deed.word })
      break
    case 'picture':
      desk.others.set('media/hall.jpg', deed.word)
      break
    case 'redirect':
      desk.redirects.push({ from: deed.from, to: `/${deed.word}/` })
      break
    case 'decide':
      desk.others.set(`reviews/${idOf(0)}/${idOf(deed.number)}.yml`, writeRecord({ words: deed.word }))
  }
}

function newValue(field: SetField, word: string, dice: number): unknown {
  if (field === 'owner') return `${word}@example.org`
  if (field === 'easyRead') return `media/${word}.pdf`
  if (field !== 'review') return `${proseFrom(dice).phrase()} ${word}`
  const day = String(10 + proseFrom(dice).number(18))
  return { every: '12 months', last: `2026-02-${day}`, due: `2027-02-${day}` }
}

function withTag(tags: unknown, requirement: string, put: boolean): unknown[] {
  const list: unknown[] = Array.isArray(tags) ? tags : []
  if (!put) return list.filter(tag => tag !== requirement)
  return list.includes(requirement) ? list : [...list, requirement]
}

const fieldOrder = ['id', 'title', 'summary', 'audience', 'checklist', 'owner', 'review', 'easyRead']

function filesOf(desk: Desk): Files {
  const files = new Map(desk.others)
  for (const { id, path, fields, edits, blocks } of desk.pages.values()) {
    const all: Record<string, unknown> = { id, ...fields }
    const known = fieldOrder.flatMap(name => (name in all ? [[name, all[name]]] : []))
    const body = serialiseBody({ type: 'doc', content: edited(blocks, edits) })
    files.set(
      `pages/${path}.md`,
      `---\n${writeRecord(Object.fromEntries(known))}---\n${body === '' ? '' : `\n${body}`}`,
    )
  }
  files.set('signpost.yml', writeRecord({ signpost: 1, name: 'Local Offer', sections: desk.sections }))
  files.set('redirects.yml', writeRecord(desk.redirects))
  return files
}
