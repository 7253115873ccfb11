import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { write } from './asking.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'

afterEach(closeLaptops)

const se7 = 'se7-framework'
const csv = (rows: string) => Buffer.from(`Number,Strand,Requirement\n${rows}`)
const wish = (data: Uint8Array, title = 'Our template') => ({ data, title, version: '1', columns: {} })
const listIn = async (at: Laptop, id: string) => (await at.session.knowing.checklists()).find(list => list.id === id)
const idsIn = async (at: Laptop, id: string) =>
  (await listIn(at, id))?.sections.flatMap(({ requirements }) => requirements.map(each => each.id)) ?? []

type Rows = readonly (readonly string[])[]

/** The smallest workbook that a spreadsheet program would open, with these cells as words in a sheet each. */
function workbook(sheets: Readonly<Record<string, Rows>>, more: Record<string, Uint8Array> = {}): Uint8Array {
  const cell = (text: string, at: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const lineOf = (cells: readonly string[], row: number) =>
    `<row r="${row + 1}">${cells.map((text, at) => cell(text, `${'ABCDEF'[at]}${row + 1}`)).join('')}</row>`
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const all = Object.entries(sheets).map(([name, rows], at) => ({ name, rows, number: at + 1 }))
  const each = (of: (sheet: (typeof all)[number]) => string) => all.map(of).join('')
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${each(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${each(({ number }) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ...Object.fromEntries(
      all.map(({ rows, number }) => [
        `xl/worksheets/sheet${number}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows.map(lineOf).join('')}</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells></worksheet>`,
      ]),
    ),
  }
  const xml = Object.entries(files).map(([path, text]) => [path, strToU8(`<?xml version="1.0"?>${text}`)] as const)
  return zipSync({ ...Object.fromEntries(xml), ...more })
}

const template = [
  ['Number', 'Strand', 'Requirement'],
  ['T1', 'Education', 'Says how schools help.'],
  ['T2', '', 'Names somebody to ask.'],
]

const semicolons = template.map(cells => cells.join(';')).join('\r\n')

describe('changing a checklist', () => {
  test('rewords, switches off, adds and takes back, each as one act that can be undone', async () => {
    const at = await laptop()
    const requirement = 'SE7-EF-01'
    must(await desk.changeList(at.session, se7, { kind: 'reword', requirement, text: 'Made together.' }))
    expect((await listIn(at, se7))?.sections[0]?.requirements[0]?.text).toBe('Made together.')
    must(await desk.changeList(at.session, se7, { kind: 'off', requirement: 'SE7-EF-02', why: 'Not ours' }))
    expect(await idsIn(at, se7)).not.toContain('SE7-EF-02')
    expect((await listIn(at, se7))?.off).toMatchObject([{ id: 'SE7-EF-02', why: 'Not ours' }])
    const added = {
      kind: 'add' as const,
      section: 'health',
      text: 'Says who to ring at night.',
      metBy: 'content' as const,
    }
    must(await desk.changeList(at.session, se7, added))
    must(await desk.changeList(at.session, se7, added))
    expect(await idsIn(at, se7)).toEqual(expect.arrayContaining(['OUR-1', 'OUR-2']))
    const { acts } = await at.session.acts.list({ by: null, page: null, after: null })
    expect(acts[0]?.sentence).toMatch(/^Priya added a requirement to the checklist “SE7/)
    must(await desk.undoAct(at.session, acts[0]?.act ?? ''))
    expect(await idsIn(at, se7)).not.toContain('OUR-2')
    must(await desk.changeList(at.session, se7, { kind: 'off', requirement: 'OUR-1', why: 'Wrong' }))
    must(await desk.changeList(at.session, se7, { kind: 'off', requirement: 'SE7-EF-02', why: null }))
    must(await desk.changeList(at.session, se7, { kind: 'reword', requirement, text: null }))
    await at.restart()
    const [builtIn] = await desk.builtInChecklists(at.world.resources)
    expect(await idsIn(at, se7)).toEqual(
      builtIn?.sections.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
    )
  })

  test('says what cannot be, and changes nothing', async () => {
    const at = await laptop()
    const off = { kind: 'off' as const, requirement: 'SE7-XX-1', why: 'No' }
    expect(await desk.changeList(at.session, se7, off)).toMatchObject({ code: 'no-such-requirement' })
    expect(await desk.changeList(at.session, 'nothing', off)).toMatchObject({ code: 'no-such-checklist' })
    expect(await at.session.workspace.checklistFiles()).toEqual([])
  })

  test('a second file for one list, or one that is no list, does not count and is told', async () => {
    const at = await laptop()
    must(await desk.bringInList(at.session, wish(csv('T1,Education,Says how\n'))))
    writeFileSync(join(at.session.workspace.root, 'checklists', 'copy.yml'), 'id: our-template\ntitle: Another\n')
    writeFileSync(join(at.session.workspace.root, 'checklists', 'broken.yml'), 'id: [\n')
    await at.restart()
    expect((await listIn(at, 'our-template'))?.title).toBe('Our template')
    expect(at.session.workspace.unreadable().map(({ path, code }) => [path, code])).toEqual([
      ['checklists/broken.yml', 'unreadable-record'],
      ['checklists/copy.yml', 'misplaced-checklist'],
    ])
  })

  test('a list that was broken by hand is never written over: whoever changes it is told which file it is', async () => {
    const at = await laptop()
    const reword = (requirement: string) => ({ kind: 'reword' as const, requirement, text: 'Made together.' })
    must(await desk.changeList(at.session, se7, reword('SE7-EF-01')))
    must(await desk.bringInList(at.session, wish(csv('T1,Education,Says how\n'))))
    const [adjusted, own] = [`${se7}.yml`, 'our-template.yml'].map(name =>
      join(at.session.workspace.root, 'checklists', name),
    ) as [string, string]
    const broken = [adjusted, own].map(path => `${readFileSync(path, 'utf8')}\nadded: [\n`)
    writeFileSync(adjusted, broken[0] ?? '')
    writeFileSync(own, broken[1] ?? '')
    at.session.knowing.forget()
    const unreadable = { code: 'unreadable-record', sentence: expect.stringContaining(`checklists/${se7}.yml`) }
    expect(await desk.changeList(at.session, se7, reword('SE7-EF-02'))).toMatchObject(unreadable)
    expect(await desk.moveTag(at.session, 'OLD-1', 'SE7-EF-02')).toMatchObject(unreadable)
    const next = wish(csv('N1,Education,Says how\n'))
    expect(await desk.bringInList(at.session, next)).toMatchObject({ code: 'unreadable-record' })
    expect([adjusted, own].map(path => readFileSync(path, 'utf8'))).toEqual(broken)
  })
})

describe('bringing in a template', () => {
  test.each<[string, Uint8Array]>([
    ['an Excel workbook', workbook({ List: template })],
    ['a CSV file', Buffer.from(semicolons)],
  ])('from %s shows it first and writes nothing until it is agreed', async (_, data) => {
    const at = await laptop()
    const sheet = must(await desk.readListFile(at.session, wish(data)))
    expect(sheet.rows.map(({ id, section, trouble }) => [id, section, trouble])).toEqual([
      ['T1', 'Education', []],
      ['T2', 'Education', []],
    ])
    expect(await at.session.workspace.checklistFiles()).toEqual([])
    expect(must(await desk.bringInList(at.session, wish(data)))).toMatchObject({ requirements: 2 })
    expect(await idsIn(at, 'our-template')).toEqual(['T1', 'T2'])
    expect(must(await desk.coverageOf(at.session, 'our-template')).summary.no).toBe(2)
  })

  test.each<[string, Uint8Array, string | null]>([
    ['a sheet of notes before it', workbook({ Notes: [['How to use this'], ['Read', 'me']], List: template }), 'List'],
    [
      'a sheet of notes after it',
      workbook({
        Ours: template,
        Notes: [
          ['Read', 'me'],
          ['And', 'this'],
        ],
      }),
      'Ours',
    ],
    [
      'its own name and version above the headings',
      workbook({ List: [['Our requirements', 'v3'], [], ...template] }),
      null,
    ],
    ['a title with a comma above semicolons', Buffer.from(`Ours, final\n${semicolons}`), null],
    ['“sep=” above them, as some spreadsheets write', Buffer.from(`sep=;\r\n${semicolons}`), null],
  ])('is read with %s, and says from which sheet', async (_, data, from) => {
    const at = await laptop()
    const sheet = must(await desk.readListFile(at.session, wish(data)))
    expect(sheet.rows.map(({ id, trouble }) => [id, trouble])).toEqual([
      ['T1', []],
      ['T2', []],
    ])
    expect(sheet.from).toEqual(from === null ? null : { name: from, others: 1 })
  })

  test('a next version keeps the tags that can follow, asks about the others, and changes no page', async () => {
    const at = await laptop()
    must(await desk.bringInList(at.session, wish(csv('T1,A,Says how\nT2,A,Names somebody\n'))))
    const { id: page } = must(
      await desk.createPage(at.session, { section: 'education', title: 'Help', template: 'topic' }),
    )
    await write(at, page, { fields: { checklist: ['T1', 'T2'].map(requirement => ({ requirement, heading: null })) } })
    const hash = at.session.workspace.hash(page)
    const next = wish(csv('N1,A,SAYS HOW.\nN2,A,Something new\n'))
    expect(must(await desk.readListFile(at.session, next))).toMatchObject({
      replaces: true,
      gone: [
        { id: 'T1', to: 'N1' },
        { id: 'T2', to: null },
      ],
    })
    must(await desk.bringInList(at.session, next))
    const answered = async (id: string) =>
      must(await desk.coverageOf(at.session, 'our-template')).requirements.find(each => each.id === id)?.pages.length
    expect([await answered('N1'), await answered('N2')]).toEqual([1, 0])
    expect(await desk.strayTags(at.session)).toEqual([
      { requirement: 'T2', text: 'Names somebody', pages: [{ id: page, title: 'Help' }] },
    ])
    must(await desk.moveTag(at.session, 'T2', 'N2'))
    expect(await answered('N2')).toBe(1)
    expect(await desk.strayTags(at.session)).toEqual([])
    expect(at.session.workspace.hash(page)).toBe(hash)
    must(await desk.bringInList(at.session, wish(csv('N2,A,Something new\nZ1,A,says how\n'))))
    expect(await answered('Z1')).toBe(1)
  })

  const zip = (files: Record<string, Uint8Array>) => zipSync(files)
  test.each<[string, Uint8Array, string, string]>([
    ['another shape', Buffer.from('Name,Telephone\nAnn,01632 960000\n'), 'Ours', 'wrong-shape'],
    ['an empty file', new Uint8Array(), 'Ours', 'no-table'],
    ['a workbook without a row', workbook({ List: [] }), 'Ours', 'wrong-shape'],
    [
      'a workbook with fifty thousand rows',
      Buffer.from(`A,Requirement\n${'1,Says\n'.repeat(50_000)}`),
      'Ours',
      'too-many-rows',
    ],
    ['an old workbook under a new name', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), 'Ours', 'no-table'],
    ['a zip that is no workbook', zip({ 'a.txt': strToU8('a') }), 'Ours', 'no-table'],
    ['a damaged workbook', workbook({ List: template }).subarray(0, 900), 'Ours', 'no-table'],
    [
      'a workbook that unpacks to far more than it holds',
      workbook({ List: template }, { 'xl/media/bomb.bin': new Uint8Array(70_000_000) }),
      'Ours',
      'no-table',
    ],
    ['a workbook without what it should hold', zip({ 'xl/workbook.xml': strToU8('<a/>') }), 'Ours', 'no-table'],
    ['no name', csv('T1,A,Says how\n'), '', 'no-name'],
    ['the name of a list that came with Signpost', csv('T1,A,Says how\n'), 'SE7 framework', 'name-taken'],
    ['numbers of another list', csv('SE7-EF-01,A,Says how\n'), 'Ours', 'numbers-taken'],
  ])('refuses %s with a sentence and writes nothing', async (_, data, title, code) => {
    const at = await laptop()
    expect(await desk.bringInList(at.session, wish(data, title))).toMatchObject({ code })
    expect(await at.session.workspace.checklistFiles()).toEqual([])
  })
})
