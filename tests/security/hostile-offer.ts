import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type Block,
  contentHashSchema,
  type Doc,
  type Inline,
  instantSchema,
  normaliseDoc,
  type PageId,
  pageFieldsSchema,
  pageIdSchema,
  serviceFieldsSchema,
  workspacePathSchema,
  writeEntry,
} from '../../src/shared/content/index.ts'
import type { Choice } from '../../src/shared/merge/index.ts'

/** A workspace in which every field of everything says something hostile, as files: path to text. */
export interface HostileOffer {
  files: Map<string, string>
  pages: PageId[]
  services: PageId[]
}

/** One page and one service for each group of payloads; each payload stands in every block, and in every field. */
export function hostileOffer(groups: readonly (readonly string[])[]): HostileOffer {
  const files = new Map<string, string>()
  const pages: PageId[] = []
  const services: PageId[] = []
  groups.forEach((group, at) => {
    const [page, service] = [idOf(at, 'P'), idOf(at, 'S')]
    pages.push(page)
    services.push(service)
    files.set(`pages/education/hostile-${at}.md`, pageText(page, at, group))
    files.set(`services/hostile-${at}.md`, serviceText(service, at, group))
    group.forEach((payload, number) => {
      for (const [path, text] of reviewsOf(page, number, payload)) files.set(path, text)
    })
    files.set(`media/hostile-${at}.png.yml`, yaml({ alt: joined(group), credit: joined(group) }))
  })
  files.set('signpost.yml', settings(groups.flat()))
  files.set('redirects.yml', yaml(groups.flat().map((payload, at) => ({ from: `/old-${at}/${payload}`, to: payload }))))
  return { files, pages, services }
}

/** For each group, words of one of its pages that two people changed, and its title: each payload on every side. */
export function hostileChoices({ pages }: HostileOffer, groups: readonly (readonly string[])[]): Choice[] {
  return pages.flatMap((page, at) => {
    const group = groups[at] ?? []
    const title = joined(group)
    const [words, attributes] = [docOf(blocksOfWords(group)), docOf(group.flatMap(blocksOfAttributes))]
    const line = docOf([paragraphOf(title)])
    const about = { page, path: workspacePathSchema.parse(`pages/education/hostile-${at}.md`), title }
    const side = (doc: Doc) => ({ by: personOf(group[0] ?? ''), at: aMoment, doc })
    const id = (kind: string) => `${kind}${String(at).padStart(15, '0')}`
    const none = docOf([])
    return [
      {
        ...about,
        id: id('a'),
        field: 'title',
        mine: side(line),
        theirs: side(line),
        before: line,
        above: none,
        below: none,
        values: { mine: title, theirs: title },
      },
      {
        ...about,
        id: id('b'),
        field: 'body',
        mine: side(words),
        theirs: side(attributes),
        before: attributes,
        above: words,
        below: attributes,
        values: null,
      },
    ]
  })
}

export function putInto(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** 26 characters of Crockford base 32. */
function idOf(at: number, kind: 'P' | 'S'): PageId {
  return pageIdSchema.parse(`01K9ZQ4T8MJ5W3XB7C2D6E${kind}${String(at).padStart(3, '0')}`)
}

/** A file with half a character or a zero in it is no page at all: it is refused before anything of it is read. */
const asFile = (text: string) => text.toWellFormed().replaceAll('\0', '')

const joined = (group: readonly string[]) => group.join(' ')

/** JSON is YAML. A lone half of a character cannot stand in a file at all. */
const yaml = (value: unknown) =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? inner.toWellFormed() : inner))

function pageText(id: PageId, at: number, group: readonly string[]): string {
  const all = joined(group)
  const fields = pageFieldsSchema.parse({
    id,
    title: `Hostile page ${at} ${all}`,
    summary: all,
    owner: all,
    checklist: group.map(requirement => ({ requirement, heading: requirement })),
    easyRead: group[0] ?? '',
    kind: group[0] ?? '',
  })
  const doc = docOf([...blocksOfWords(group), ...group.flatMap(blocksOfAttributes)])
  // What the model writes, and the same as somebody would type it into the file by hand.
  const raw = group.map(payload => `${payload}\n\n[words](${payload}) ![words](${payload} "${payload}") <${payload}>\n`)
  return asFile(`${writeEntry(null, { kind: 'page', fields, doc })}\n${raw.join('\n')}`)
}

function serviceText(id: PageId, at: number, group: readonly string[]): string {
  const all = joined(group)
  const one = (number: number) => group[number % group.length] ?? ''
  const fields = serviceFieldsSchema.parse({
    id,
    title: `Hostile service ${at} ${all}`,
    summary: all,
    organization: all,
    owner: all,
    url: one(at),
    email: one(at + 1),
    telephone: one(at + 2),
    address: all,
    postcode: all,
    needs: [...group],
    areas: [...group],
    categories: [...group],
    cost: all,
    schedule: all,
    eligibility: all,
    application_process: all,
    referral: all,
  })
  return asFile(writeEntry(null, { kind: 'service', fields, doc: { type: 'doc', content: [] } }))
}

const docOf = (content: Block[]): Doc => normaliseDoc({ type: 'doc', content })
const text = (words: string): Inline => ({ type: 'text', text: words })
const paragraphOf = (words: string): Block => ({ type: 'paragraph', content: [text(words)] })
const itemOf = (words: string) => ({ type: 'listItem' as const, content: [paragraphOf(words)] })
const cell = { align: null, colspan: 1, rowspan: 1, colwidth: null } as const

/** The payloads in every block that holds words: each apart from the others, in as few blocks as that takes. */
function blocksOfWords(group: readonly string[]): Block[] {
  const items = group.map(itemOf)
  const paragraphs = group.map(paragraphOf)
  const summaries = group.map(text)
  return [
    ...group.map((payload): Block => ({ type: 'heading', attrs: { level: 2 }, content: [text(payload)] })),
    { type: 'bulletList', content: items },
    { type: 'orderedList', attrs: { start: 1 }, content: items },
    { type: 'steps', content: [{ type: 'orderedList', attrs: { start: 1 }, content: items }] },
    { type: 'blockquote', content: paragraphs },
    { type: 'callout', attrs: { kind: 'info' }, content: paragraphs },
    { type: 'details', content: [{ type: 'summary', content: summaries }, ...paragraphs] },
    {
      type: 'table',
      attrs: { caption: joined(group) },
      content: group.map((payload, row) => ({
        type: 'tableRow',
        content: [
          { type: row === 0 ? 'tableHeader' : 'tableCell', attrs: cell, content: [text(payload)] },
          { type: row === 0 ? 'tableHeader' : 'tableCell', attrs: cell, content: [text(payload)] },
        ],
      })),
    },
  ]
}

/** A payload in every attribute of every block and mark. */
function blocksOfAttributes(payload: string): Block[] {
  return [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: payload, marks: [{ type: 'link', attrs: { href: payload, title: payload } }] },
        { type: 'text', text: payload, marks: [{ type: 'lang', attrs: { lang: payload } }, { type: 'code' }] },
        { type: 'image', attrs: { src: payload, alt: payload, title: payload } },
        { type: 'keptInline', attrs: { source: payload } },
      ],
    },
    { type: 'codeBlock', attrs: { language: payload }, content: [{ type: 'text', text: payload }] },
    { type: 'figure', attrs: { src: payload, alt: payload, decorative: false, caption: payload } },
    {
      type: 'contact',
      attrs: {
        name: payload,
        telephone: payload,
        textphone: payload,
        email: payload,
        website: payload,
        hours: payload,
        address: payload,
      },
    },
    { type: 'video', attrs: { href: payload, title: payload, poster: payload, transcript: payload } },
    { type: 'document', attrs: { src: payload, title: payload } },
    { type: 'service', attrs: { id: payload } },
    { type: 'kept', attrs: { source: payload } },
  ]
}

const aMoment = instantSchema.parse('2026-11-20T10:00:00.000Z')
const anyHash = contentHashSchema.parse('0'.repeat(64))

function personOf(payload: string) {
  return { name: payload.slice(0, 120) || 'x', email: payload.slice(0, 190).padEnd(3, 'x') }
}

/** What somebody said of the page, and how they called themselves. */
function reviewsOf(page: PageId, number: number, payload: string): [string, string][] {
  const common = (id: string) => ({ id, page, by: personOf(payload), at: aMoment, hash: anyHash })
  const quote = { exact: payload.slice(0, 2000), prefix: payload.slice(0, 200), suffix: payload.slice(0, 200) }
  const records: Record<string, unknown>[] = [
    { ...common(`01K9ZQ4T8MJ5W3XB7C2DCM${String(number).padStart(4, '0')}`), kind: 'comment', quote, text: payload },
    {
      ...common(`01K9ZQ4T8MJ5W3XB7C2DWD${String(number).padStart(4, '0')}`),
      kind: 'comment',
      quote,
      text: payload,
      wording: payload.slice(0, 2000),
      saidBy: { ...personOf(payload), file: 'ab', part: String(number) },
    },
    { ...common(`01K9ZQ4T8MJ5W3XB7C2DWT${String(number).padStart(4, '0')}`), kind: 'withdraw', reason: payload },
    {
      ...common(`01K9ZQ4T8MJ5W3XB7C2DDC${String(number).padStart(4, '0')}`),
      kind: 'decision',
      decision: 'needs-changes',
      note: payload,
    },
    { ...common(`01K9ZQ4T8MJ5W3XB7C2DVR${String(number).padStart(4, '0')}`), kind: 'urgent', reason: payload || 'x' },
    { ...common(`01K9ZQ4T8MJ5W3XB7C2DRQ${String(number).padStart(4, '0')}`), kind: 'request', note: payload },
  ]
  return records.map(record => [`reviews/${page}/${record.id}.yml`, yaml(record)])
}

function settings(all: readonly string[]): string {
  const some = joined(all.filter((_, at) => at % 20 === 0))
  return yaml({
    signpost: 1,
    name: some,
    council: some,
    language: '"><img src=x onerror=alert(1)>',
    sections: [
      { slug: 'education', title: some, summary: some },
      { slug: 'health', title: some, summary: some },
    ],
    contact: { telephone: some, email: some },
    team: all.filter((_, at) => at % 40 === 0).map(name => ({ name, email: name, roles: ['writer'] })),
    publish: { url: 'javascript:alert(1)', targets: [] },
  })
}
