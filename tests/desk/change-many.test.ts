import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type IsoDate, isoDateSchema, type PageId, parseBody } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { sam } from './team-server.ts'
import { act, bodyOf, codeOf, decided, newPage, stateOf, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const march: IsoDate = isoDateSchema.parse('2027-03-01')

/** Priya's laptop with pages of these titles, and Sam and Danny in the team. */
async function withPages(...titles: string[]): Promise<{ at: Laptop; ids: PageId[] }> {
  const at = await laptop()
  const config = at.session.workspace.config()
  const team = [...config.team, { ...sam, roles: [] }, { ...danny, roles: [] }]
  must(await desk.setConfig(at.session, { ...config, team }))
  const ids: PageId[] = []
  for (const title of titles) ids.push(await newPage(at, title))
  return { at, ids }
}

async function change(at: Laptop, ids: readonly PageId[], details: Parameters<typeof desk.changeMany>[2]) {
  at.tick(1000)
  return must(await desk.changeMany(at.session, ids, details))
}

const fieldsOf = async (at: Laptop, id: PageId) => must(await desk.openPage(at.session, id)).entry.fields
const ownersOf = (at: Laptop, ids: readonly PageId[]) =>
  Promise.all(ids.map(async id => (await fieldsOf(at, id)).owner))
const pathOf = async (at: Laptop, id: PageId) =>
  join(at.session.workspace.root, must(await desk.openPage(at.session, id)).path)

async function setAlone(at: Laptop, id: PageId, fields: object): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  at.tick(1000)
  const next = { ...entry, fields: { ...entry.fields, ...fields } } as typeof entry
  must(await desk.savePage(at.session, { id, base: hash, doc, entry: next }))
}

describe('changing many pages at once', () => {
  test('is one version with one sentence, and one undo puts every page back to the byte, after a restart too', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep', 'Sight')
    const before = ids.map(id => at.session.workspace.text(id))
    const versions = (await at.session.history.story()).length
    const told = await change(at, ids, { owner: sam.email })
    expect(told).toMatchObject({ changed: 3, same: 0, left: [] })
    expect(told.sentence).toBe('Priya changed the owner of 3 pages to Sam Oduya')
    expect(await ownersOf(at, ids)).toEqual([sam.email, sam.email, sam.email])
    expect((await at.session.history.story()).length).toBe(versions + 1)
    expect(await act(at, 'changed the owner')).toMatchObject({ kind: 'several', undo: { kind: 'can' } })
    await at.restart()
    must(await undo(at, 'Priya changed the owner'))
    expect(ids.map(id => at.session.workspace.text(id))).toEqual(before)
    must(await undo(at, 'Priya undid this'))
    expect(await ownersOf(at, ids)).toEqual([sam.email, sam.email, sam.email])
  })

  test('makes of each page what the same change in its own editor makes of it, also of its review', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const [many, alone] = ids as [PageId, PageId]
    for (const id of ids) await decided(at, id)
    expect([await stateOf(at, many), await stateOf(at, alone)]).toEqual(['approved', 'approved'])
    await change(at, [many], { owner: sam.email, due: march })
    const { review } = await fieldsOf(at, alone)
    await setAlone(at, alone, { owner: sam.email, review: { ...review, due: march } })
    const details = (id: PageId) => at.session.workspace.text(id)?.replaceAll(/^(?:id|title): .*$/gm, '')
    expect(details(many)).toBe(details(alone))
    expect(await stateOf(at, many)).toBe('changed-since-approval')
    expect(await stateOf(at, alone)).toBe('changed-since-approval')
    must(await undo(at, 'changed the owner and the review dates'))
    expect(await stateOf(at, many)).toBe('approved')
  })

  test('sets pages and services alike, and says what it did in plain words', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const service = must(
      await desk.createPage(at.session, { section: '', title: 'Swimming club', template: 'service' }),
    ).id
    const said = async (which: PageId[], details: Parameters<typeof desk.changeMany>[2]) =>
      (await change(at, which, details)).sentence
    expect(await said([...ids, service], { owner: sam.email })).toBe(
      'Priya changed the owner of 3 pages and services to Sam Oduya',
    )
    expect(await said([service], { owner: '' })).toBe('Priya took the owner off “Swimming club”')
    expect(await said(ids, { due: march })).toBe('Priya changed the next review of 2 pages to 1 March 2027')
    expect(await said(ids, { every: '3 months' })).toBe('Priya changed how often to review 2 pages to every 3 months')
    expect(await said(ids, { every: null })).toBe('Priya changed how often to review 2 pages to what the team does')
    expect(await said(ids, { every: '3 months', due: march })).toBe('Priya changed the review dates of 2 pages')
    expect(await said(ids, { due: null })).toBe('Priya took the review date off 2 pages')
    expect((await fieldsOf(at, ids[0] as PageId)).review).toMatchObject({ every: '3 months', due: null })
  })

  test('counts what said so before, and makes no version where nothing is left to change', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    await setAlone(at, ids[0] as PageId, { owner: sam.email })
    expect(await change(at, ids, { owner: sam.email })).toMatchObject({ changed: 1, same: 1 })
    const versions = (await at.session.history.story()).length
    expect(await change(at, ids, { owner: sam.email })).toMatchObject({ changed: 0, same: 2, sentence: null })
    expect((await at.session.history.story()).length).toBe(versions)
  })

  test('wants somebody of the team', async () => {
    const { at, ids } = await withPages('Travel')
    expect(codeOf(await desk.changeMany(at.session, ids, { owner: 'nobody@example.org' }))).toBe('not-in-team')
    expect(await ownersOf(at, ids)).not.toContain('nobody@example.org')
  })
})

describe('moving many pages to one section', () => {
  const addressOf = async (at: Laptop, id: PageId) => must(await desk.openPage(at.session, id)).path
  const oldAddresses = async (at: Laptop) => must(await at.session.workspace.redirects())

  test('keeps each page’s words and approval, and its old address leads to it; one undo puts all back', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const [travel, sleep] = ids as [PageId, PageId]
    await decided(at, travel)
    const before = await Promise.all(ids.map(id => addressOf(at, id)))
    const texts = ids.map(id => at.session.workspace.text(id))
    const told = await change(at, ids, { section: 'health' })
    expect(told).toMatchObject({ changed: 2, same: 0, left: [], sentence: 'Priya moved 2 pages to “Health”' })
    expect(await Promise.all(ids.map(id => addressOf(at, id)))).toEqual([
      'pages/health/travel.md',
      'pages/health/sleep.md',
    ])
    expect(ids.map(id => at.session.workspace.text(id))).toEqual(texts)
    expect(await stateOf(at, travel)).toBe('approved')
    expect(await oldAddresses(at)).toEqual([
      { from: '/education/travel/', to: `page:${travel}` },
      { from: '/education/sleep/', to: `page:${sleep}` },
    ])
    expect(await change(at, ids, { section: 'health' })).toMatchObject({ changed: 0, same: 2, sentence: null })
    await at.restart()
    must(await undo(at, 'Priya moved 2 pages'))
    expect(await Promise.all(ids.map(id => addressOf(at, id)))).toEqual(before)
    expect(await oldAddresses(at)).toEqual([])
    must(await undo(at, 'Priya undid this'))
    expect(await addressOf(at, sleep)).toBe('pages/health/sleep.md')
    expect(await oldAddresses(at)).toHaveLength(2)
  })

  test('is one act with other details, and undone as one', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const told = await change(at, ids, { section: 'health', owner: sam.email, audience: ['professionals', 'parents'] })
    expect(told.sentence).toBe('Priya changed the owner, the section and the audience of 2 pages')
    const [travel] = ids as [PageId]
    expect(await fieldsOf(at, travel)).toMatchObject({ owner: sam.email, audience: ['parents', 'professionals'] })
    must(await undo(at, told.sentence ?? ''))
    expect(await addressOf(at, travel)).toBe('pages/education/travel.md')
    expect(await ownersOf(at, ids)).not.toContain(sam.email)
    expect(await oldAddresses(at)).toEqual([])
  })

  test('leaves and names a page whose address another one has there, and one of two that would have the same', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep', 'Sight')
    const [travel, sleep, sight] = ids as [PageId, PageId, PageId]
    const other = must(await desk.createPage(at.session, { section: 'health', title: 'Travel', template: 'topic' })).id
    must(await desk.movePage(at.session, sight, { section: 'social-care', slug: 'sleep' }))
    const service = must(
      await desk.createPage(at.session, { section: '', title: 'Swimming club', template: 'service' }),
    ).id
    expect(await change(at, [travel, sleep, sight, service, other], { section: 'health' })).toMatchObject({
      changed: 1,
      same: 1,
      left: [
        { id: travel, why: 'address-taken' },
        { id: sight, why: 'address-taken' },
        { id: service, why: 'a-service' },
      ],
      sentence: 'Priya moved “Sleep” to “Health”',
    })
    expect(await addressOf(at, sight)).toBe('pages/social-care/sleep.md')
  })

  test('wants a section that there is, and a list of old addresses that can be read', async () => {
    const { at, ids } = await withPages('Travel')
    expect(codeOf(await desk.changeMany(at.session, ids, { section: '../media' }))).toBe('no-such-section')
    await writeFile(join(at.session.workspace.root, 'redirects.yml'), 'from: [')
    expect(codeOf(await desk.changeMany(at.session, ids, { section: 'health' }))).not.toBeNull()
    expect(await addressOf(at, ids[0] as PageId)).toBe('pages/education/travel.md')
    expect(await readFile(join(at.session.workspace.root, 'redirects.yml'), 'utf8')).toBe('from: [')
  })
})

describe('tagging many pages, and saying whom they are for', () => {
  const tagsOf = async (at: Laptop, id: PageId) => (await fieldsOf(at, id)).checklist

  test('adds a requirement to pages and services that do not answer it yet, and takes it off them again', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const [travel, sleep] = ids as [PageId, PageId]
    const requirement = (await at.session.knowing.checklists())[0]?.sections[0]?.requirements[0]?.id ?? ''
    const service = must(
      await desk.createPage(at.session, { section: '', title: 'Swimming club', template: 'service' }),
    ).id
    await setAlone(at, sleep, { checklist: [{ requirement, heading: 'one' }] })
    const all = [travel, sleep, service]
    expect(await change(at, all, { tag: { requirement, on: true } })).toMatchObject({
      changed: 2,
      same: 1,
      sentence: `Priya tagged 2 pages and services with ${requirement}`,
    })
    expect(await tagsOf(at, travel)).toEqual([{ requirement, heading: null }])
    expect(await tagsOf(at, sleep)).toEqual([{ requirement, heading: 'one' }])
    const off = await change(at, all, { tag: { requirement, on: false } })
    expect(off.sentence).toBe(`Priya took the tag ${requirement} off 3 pages and services`)
    expect(await Promise.all(all.map(id => tagsOf(at, id)))).toEqual([[], [], []])
    must(await undo(at, off.sentence ?? ''))
    expect(await tagsOf(at, sleep)).toEqual([{ requirement, heading: 'one' }])
    expect(codeOf(await desk.changeMany(at.session, all, { tag: { requirement: 'made up', on: true } }))).toBe(
      'no-such-requirement',
    )
  })

  test('sets whom pages are for, and leaves services, which are for everybody', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const [travel] = ids as [PageId]
    await setAlone(at, travel, { audience: ['young-people', 'parents'] })
    const service = must(
      await desk.createPage(at.session, { section: '', title: 'Swimming club', template: 'service' }),
    ).id
    expect(await change(at, [...ids, service], { audience: ['parents', 'young-people'] })).toMatchObject({
      changed: 1,
      same: 1,
      left: [{ id: service, why: 'a-service' }],
      sentence: 'Priya changed who “Sleep” is for',
    })
    expect(await change(at, ids, { audience: [] })).toMatchObject({ sentence: 'Priya changed who 2 pages are for' })
    expect(await fieldsOf(at, travel)).toMatchObject({ audience: [] })
  })
})

describe('what cannot be changed', () => {
  test('is named, and the rest is done', async () => {
    const { at, ids } = await withPages('Fine', 'Gone', 'Typed in', 'Broken', 'Odd owner')
    const [fine, gone, typed, broken, odd] = ids as [PageId, PageId, PageId, PageId, PageId]
    must(await desk.removePage(at.session, gone))
    const { hash, entry } = must(await desk.openPage(at.session, typed))
    must(await desk.keepDraft(at.session, { id: typed, base: hash, doc: parseBody('Half a').doc, entry }))
    const [brokenFile, oddFile] = [await pathOf(at, broken), await pathOf(at, odd)]
    const brokenText = (await readFile(brokenFile, 'utf8')).replace('title:', 'title: "')
    const oddText = (await readFile(oddFile, 'utf8')).replace(/^title:/m, 'owner: [one, two]\ntitle:')
    await writeFile(brokenFile, brokenText)
    await writeFile(oddFile, oddText.replace(/^owner: [^[].*\n/m, ''))
    const told = await change(at, ids, { owner: sam.email })
    expect(told).toMatchObject({ changed: 1, sentence: 'Priya changed the owner of “Fine” to Sam Oduya' })
    expect(told.left).toEqual([
      { id: gone, why: 'gone' },
      { id: typed, why: 'being-typed' },
      { id: broken, why: 'unreadable' },
      { id: odd, why: 'unreadable' },
    ])
    expect(await ownersOf(at, [fine])).toEqual([sam.email])
    expect(await readFile(brokenFile, 'utf8')).toBe(brokenText)
    must(await desk.savePage(at.session, { id: typed, base: hash, doc: parseBody('Half a sentence.').doc, entry }))
    expect(await bodyOf(at, typed)).toBe('Half a sentence.\n')
  })

  test('nor a page about which a question waits', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const [asked] = ids as [PageId]
    await write(at, asked, 'One, as Priya says.\n\nTwo.')
    at.as(danny)
    await write(at, asked, 'One, as Danny says.\n\nTwo.')
    at.as(priya)
    const undone = (await at.session.acts.list({ by: priya.email, page: asked, after: null })).acts[0]
    expect(await desk.undoOrAsk(at.session, undone?.act ?? '')).toMatchObject({ kind: 'asks' })
    const told = await change(at, ids, { owner: sam.email })
    expect(told).toMatchObject({ changed: 1, left: [{ id: asked, why: 'asked-about' }] })
  })

  test('nor a page that another program writes again and again', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const { history } = at.session
    const busy = must(await desk.openPage(at.session, ids[0] as PageId)).path
    const session: desk.Session = {
      ...at.session,
      history: {
        ...history,
        apply: async (from, changes, details) =>
          changes.has(busy) ? { kind: 'moved-on', path: busy } : history.apply(from, changes, details),
      },
    }
    const told = must(await desk.changeMany(session, ids, { owner: sam.email }))
    expect(told).toMatchObject({ changed: 1, left: [{ id: ids[0], why: 'being-written' }] })
  })

  test('what another program wrote meanwhile is kept as a version, and changed with the others', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const file = await pathOf(at, ids[0] as PageId)
    await writeFile(file, (await readFile(file, 'utf8')).replace('Two.', 'Two, by hand.'))
    expect(await change(at, ids, { owner: sam.email })).toMatchObject({ changed: 2, left: [] })
    expect(await bodyOf(at, ids[0] as PageId)).toContain('Two, by hand.')
    must(await undo(at, 'Priya changed the owner'))
    expect(await bodyOf(at, ids[0] as PageId)).toContain('Two, by hand.')
  })
})

describe('undoing it where somebody worked on since', () => {
  test('keeps every word and date of theirs', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep')
    const [travel] = ids as [PageId]
    await change(at, ids, { owner: sam.email })
    await write(at, travel, 'One, later.')
    await setAlone(at, travel, { title: 'Getting about' })
    must(await undo(at, 'Priya changed the owner'))
    expect(await bodyOf(at, travel)).toBe('One, later.\n')
    expect(await fieldsOf(at, travel)).toMatchObject({ title: 'Getting about' })
    expect(await ownersOf(at, ids)).not.toContain(sam.email)
  })

  test('asks about the page whose owner is another one by now, and puts all back in one act once it is answered', async () => {
    const { at, ids } = await withPages('Travel', 'Sleep', 'Sight')
    const [travel] = ids as [PageId]
    await change(at, ids, { owner: sam.email })
    await setAlone(at, travel, { owner: danny.email })
    at.tick(1000)
    const asks = await desk.undoOrAsk(at.session, (await act(at, 'Priya changed the owner of 3')).act)
    expect(asks).toEqual({ kind: 'asks', questions: 1 })
    expect(await ownersOf(at, ids)).toEqual([danny.email, sam.email, sam.email])
    const [choice] = await desk.openChoices(at.session)
    must(await desk.keepReply(at.session, choice?.id ?? '', { answer: 'theirs', written: null }))
    must(await desk.finishChoices(at.session, [choice?.id ?? '']))
    const owners = await ownersOf(at, ids)
    expect(owners[0]).toBe(danny.email)
    expect(owners.slice(1)).not.toContain(sam.email)
  })
})
