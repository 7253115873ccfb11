import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runChecks } from '../../src/shared/checks/index.ts'
import {
  headingsOf,
  linksOf,
  mediaOf,
  type NodeType,
  parseBody,
  parseRecord,
  serialiseBody,
  walk,
} from '../../src/shared/content/index.ts'
import { requirementIds } from './checklists.ts'
import { bytesOfFile, pathsIn, readConfig, readEntries, textOfFile } from './sample.ts'

const entries = readEntries()
const pages = entries.flatMap(({ path, parsed: { entry } }) => (entry.kind === 'page' ? [{ path, entry }] : []))
const services = entries.flatMap(({ path, parsed: { entry } }) => (entry.kind === 'service' ? [{ path, entry }] : []))
const files = new Set(pathsIn('workspace'))

describe('the files of the sample', () => {
  test.each(entries)('$path is read without trouble, holds nothing kept, and is in normal form', ({ parsed }) => {
    const { entry, body } = parsed
    expect(entry.trouble).toEqual([])
    const kept: string[] = []
    walk(entry.doc, node => {
      if (node.type === 'kept' || node.type === 'keptInline') kept.push(node.attrs.source)
    })
    expect(kept).toEqual([])
    expect(serialiseBody(parseBody(body).doc)).toBe(body.replace(/^\n/, ''))
  })

  test('there are pages in the four sections, a start page in each, and a directory', () => {
    const config = readConfig()
    expect(config.sections.map(section => section.title)).toEqual([
      'Education',
      'Health',
      'Social care',
      'Preparing for adulthood',
    ])
    for (const section of config.sections) {
      const own = pages.filter(({ entry }) => entry.section === section.slug)
      expect(own.length).toBeGreaterThanOrEqual(9)
      expect(own.filter(({ entry }) => entry.fields.kind === 'start')).toHaveLength(1)
    }
    expect(pages.length).toBeGreaterThanOrEqual(40)
    expect(services.length).toBeGreaterThanOrEqual(60)
  })

  test('every block that there is stands on some page', () => {
    const met = new Set<NodeType>()
    for (const { entry } of pages) walk(entry.doc, node => void met.add(node.type))
    const wanted: NodeType[] = ['callout', 'details', 'steps', 'contact', 'figure', 'video', 'document', 'service']
    expect(
      [...wanted, 'table', 'tableHeader', 'bulletList', 'orderedList'].filter(type => !met.has(type as NodeType)),
    ).toEqual([])
    expect(pages.some(({ entry }) => JSON.stringify(entry.doc).includes('"lang":"pl"'))).toBe(true)
  })

  test('every owner is in the team, and every date fits: checked before it is due', () => {
    const team = readConfig().team.map(person => person.email)
    for (const { entry } of [...pages, ...services]) {
      const { owner, review } = entry.fields
      expect(team).toContain(owner)
      expect(review.last).not.toBeNull()
      expect(String(review.due) > String(review.last)).toBe(true)
    }
  })
})

describe('what the pages point at', () => {
  const ids = new Map(entries.map(({ parsed: { entry } }) => [entry.fields.id as string, entry]))

  test('no two entries have one id', () => {
    expect(ids.size).toBe(entries.length)
  })

  test.each(entries)(
    '$path leads only to pages, services, headings and files that are there',
    ({ parsed: { entry } }) => {
      const easyRead = entry.kind === 'page' ? entry.fields.easyRead : ''
      for (const href of [...linksOf(entry.doc).map(link => link.href), ...(easyRead ? [easyRead] : [])]) {
        const inside = /^(page|service):([0-9A-Z]{26})(?:#(.+))?$/.exec(href)
        if (!inside) {
          expect(href).toMatch(/^(media\/|mailto:|https:\/\/example\.org\/)/)
          continue
        }
        const target = ids.get(inside[2] ?? '')
        expect(target?.kind, href).toBe(inside[1])
        if (target && inside[3]) expect(headingsOf(target.doc).map(heading => heading.slug)).toContain(inside[3])
      }
      for (const reference of mediaOf(entry.doc)) expect(files, reference).toContain(reference)
      if (entry.kind === 'page') for (const id of entry.fields.related) expect(ids.get(id)?.kind).toBe('page')
    },
  )

  test('every tag names a requirement that there is, and a heading of its page', () => {
    const known = requirementIds()
    for (const { path, parsed } of entries) {
      const headings = headingsOf(parsed.entry.doc).map(heading => heading.slug)
      for (const { requirement, heading } of parsed.entry.fields.checklist) {
        expect(known, `${path}: ${requirement}`).toContain(requirement)
        if (heading !== null) expect(headings, path).toContain(heading)
      }
    }
  })

  test('an old address leads to a page', () => {
    const shape = z.array(z.object({ from: z.string().regex(/^\/.+\/$/), to: z.string().regex(/^page:/) }))
    const redirects = parseRecord(textOfFile('workspace/redirects.yml'), shape)
    expect(redirects).toHaveLength(1)
    for (const { to } of Array.isArray(redirects) ? redirects : [])
      expect(ids.get(to.slice('page:'.length))?.kind).toBe('page')
  })

  test('every picture and document has its note, and every picture its words', () => {
    const note = z.object({
      alt: z.string(),
      decorative: z.boolean(),
      credit: z.string().min(1),
      permission: z.string().min(1),
    })
    const media = [...files].filter(path => path.startsWith('media/') && !path.endsWith('.yml'))
    expect(media.filter(path => /\.(svg|png)$/.test(path)).length).toBeGreaterThanOrEqual(8)
    expect(media.filter(path => path.endsWith('.pdf')).length).toBeGreaterThanOrEqual(2)
    for (const path of media) {
      const said = parseRecord(textOfFile(`workspace/${path}.yml`), note)
      expect(said, path).toHaveProperty('alt')
      if (!path.endsWith('.pdf')) expect(said).not.toHaveProperty('alt', '')
      const head = Buffer.from(bytesOfFile(`workspace/${path}`)).toString('latin1', 0, 5)
      expect(head, path).toMatch(path.endsWith('.pdf') ? /^%PDF-/ : path.endsWith('.png') ? /^\x89PNG/ : /^<svg /)
    }
  })
})

describe('nobody real', () => {
  const shown = [...files]
    .filter(path => /\.(md|yml)$/.test(path))
    .map(path => ({ path, text: textOfFile(`workspace/${path}`) }))

  test('telephone numbers are only those that are kept for drama', () => {
    const drama = /^(01632960\d{3}|02079460\d{3}|07700900\d{3}|08081570\d{3})$/
    const found = shown.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w-])(?:0|\+44)[\d ]{9,13}\d(?!\w)/g)].map(([number]) => ({
        path,
        number: number.replaceAll(' ', ''),
      })),
    )
    expect(found.length).toBeGreaterThan(60)
    expect(found.filter(({ number }) => !drama.test(number))).toEqual([])
  })

  test('hosts and email addresses are only at example.org', () => {
    const found = shown.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:https?:\/\/|@|\bwww\.)([a-z0-9.-]+[a-z])/gi)].map(([, host]) => ({ path, host })),
    )
    expect(found.length).toBeGreaterThan(60)
    expect(found.filter(({ host }) => host !== 'example.org')).toEqual([])
  })
})

describe('the honest problems', () => {
  const facts = {
    titles: new Map(entries.map(({ parsed: { entry } }) => [entry.fields.id as string, entry.fields.title])),
    media: new Map(
      [...files].filter(path => path.startsWith('media/')).map(path => [path.slice('media/'.length), 1_000]),
    ),
    today: '2026-11-22',
  }

  test('are the ones that were meant, and no others', () => {
    const found = entries.flatMap(({ path, parsed: { entry } }) =>
      runChecks(entry, facts)
        .filter(problem => problem.severity !== 'notice')
        .map(problem => `${path.split('/').at(-1)} ${problem.rule}`),
    )
    expect(found.sort()).toEqual([
      'adhd.md acronyms',
      'advice-on-your-side.md capitals',
      'annual-reviews.md sentence-length',
      'benefits-and-money.md link-document',
      'getting-out-and-about.md link-address',
      'medicines-at-school.md capitals',
      'moving-into-southend-with-an-ehc-plan.md heading-fake',
      'moving-into-southend-with-an-ehc-plan.md link-text',
      'moving-into-southend-with-an-ehc-plan.md sentence-length',
      'somewhere-to-live.md table-header',
      'travel-to-school.md date-ambiguous',
      'when-school-feels-too-hard.md heading-order',
    ])
  })
})
