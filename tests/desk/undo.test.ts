import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type PageId, parseBody } from '../../src/shared/content/index.ts'
import { answerAtOnce, closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { act, all, bodyOf, codeOf, decided, newPage, undo, write } from './undoing.ts'

afterEach(closeLaptops)

async function retitle(at: Laptop, id: PageId, title: string): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  at.tick(1000)
  const next = { ...entry, fields: { ...entry.fields, title } } as typeof entry
  must(await desk.savePage(at.session, { id, base: hash, doc, entry: next }))
}

describe('the list of what was done', () => {
  test('says each thing once, newest first, with who, when and which page', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, changed.\n\nTwo.\n\nThree.')
    await decided(at, id)
    const { acts, more, people } = await at.session.acts.list(all)
    expect(acts.map(({ sentence, kind }) => [kind, sentence])).toEqual([
      ['review', 'Danny approved “Travel to school”'],
      ['review', 'Priya asked for a review of “Travel to school”'],
      ['page', 'Priya changed a paragraph in “Travel to school”'],
      ['page', expect.stringContaining('in “Travel to school”')],
      ['page', 'Priya started “Travel to school”'],
      ['settings', expect.any(String)],
    ])
    expect(acts[0]).toMatchObject({ by: danny, about: [{ id, title: 'Travel to school' }], more: 0 })
    expect([more, people.map(({ name }) => name)]).toEqual([false, ['Danny Frost', 'Priya Nair']])
    expect(acts.at(-1)?.undo.kind).toBe('never')
  })

  test('is narrowed to a person, and to a page under every address that it had', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await newPage(at, 'Another page')
    must(await desk.movePage(at.session, id, { section: 'health', slug: 'getting-about' }))
    await decided(at, id)
    const ofDanny = await at.session.acts.list({ ...all, by: danny.email })
    expect(ofDanny.acts.map(({ sentence }) => sentence)).toEqual(['Danny approved “Travel to school”'])
    const ofPage = await at.session.acts.list({ ...all, page: id })
    expect(ofPage.acts.map(({ sentence }) => sentence)).toEqual([
      'Danny approved “Travel to school”',
      'Priya asked for a review of “Travel to school”',
      'Priya moved “Travel to school”',
      expect.stringContaining('in “Travel to school”'),
      'Priya started “Travel to school”',
    ])
  })

  test('comes a screenful at a time, with nothing twice and nothing left out', async () => {
    const at = await laptop()
    const id = await newPage(at)
    for (let turn = 0; turn < 50; turn++) {
      at.tick(1000)
      must(await desk.stillAccurate(at.session, id))
    }
    const seen: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const part = await at.session.acts.list({ ...all, after })
      seen.push(...part.acts.map(each => each.act))
      after = part.acts.at(-1)?.act ?? null
      more = part.more
    }
    expect(seen.length).toBe((await at.session.history.story()).length)
    expect(new Set(seen).size).toBe(seen.length)
  }, 60_000)
})

describe('undoing, with work in between and after a restart', () => {
  test('an edit: its words go, and what was written since stays', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, by mistake.\n\nTwo.\n\nThree.')
    await write(at, id, 'One, by mistake.\n\nTwo.\n\nThree, meant.')
    await retitle(at, id, 'Getting to school')
    await at.restart()
    const mistake = (await at.session.acts.list(all)).acts[2]
    at.tick(1000)
    const undone = must(await desk.undoAct(at.session, mistake?.act ?? ''))
    expect(undone.sentence).toBe('Priya undid this: Priya changed a paragraph in “Travel to school”')
    expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree, meant.\n')
    expect(must(await desk.openPage(at.session, id)).entry.fields.title).toBe('Getting to school')
    const undoneAct = (await at.session.acts.list(all)).acts.find(each => each.act === mistake?.act)
    expect(undoneAct?.undo).toEqual({ kind: 'undone', by: undone.act })
  })

  test('an undo: undoing it does the act again, to and fro, and the list says which holds', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, changed.\n\nTwo.\n\nThree.')
    const { act: edit } = await act(at, 'changed a paragraph')
    const first = must(await desk.undoAct(at.session, edit))
    await write(at, id, 'One.\n\nTwo.\n\nThree, later.')
    const again = must(await desk.undoAct(at.session, first.act))
    expect(again.sentence).toBe('Priya did this again: Priya changed a paragraph in “Travel to school”')
    expect(await bodyOf(at, id)).toBe('One, changed.\n\nTwo.\n\nThree, later.\n')
    expect((await act(at, 'Priya changed a paragraph')).undo.kind).toBe('can')
    const back = must(await desk.undoAct(at.session, again.act))
    expect(back.sentence).toContain('Priya undid this: Priya changed')
    expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree, later.\n')
    expect(codeOf(await desk.undoAct(at.session, edit))).toBe('undone-already')
  })

  test('an edit whose words were changed again: nothing is touched, and the sentence names who did', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, as Priya says.\n\nTwo.\n\nThree.')
    at.as(danny)
    await write(at, id, 'One, as Danny says.\n\nTwo.\n\nThree.')
    at.as(priya)
    const head = await at.session.history.head()
    const answer = await undo(at, 'Priya changed a paragraph')
    expect(answer).toMatchObject({ code: 'changed-since', sentence: expect.stringContaining('Danny changed the same') })
    expect(await bodyOf(at, id)).toContain('One, as Danny says.')
    expect(await at.session.history.head()).toBe(head)
  })

  test('a new address: the page stands where it was, its words of since with it, and the redirect is gone', async () => {
    const at = await laptop()
    const [id, other] = [await newPage(at), await newPage(at, 'Another page')]
    must(await desk.movePage(at.session, id, { section: 'health', slug: 'getting-about' }))
    must(await desk.movePage(at.session, other, { section: 'health', slug: 'another' }))
    await write(at, id, 'One, later.\n\nTwo.\n\nThree.')
    await at.restart()
    must(await undo(at, 'moved “Travel to school”'))
    expect(must(await desk.openPage(at.session, id)).path).toBe('pages/education/travel-to-school.md')
    expect(await bodyOf(at, id)).toContain('One, later.')
    expect(await at.session.workspace.redirects()).toEqual([{ from: '/education/another-page/', to: `page:${other}` }])
    must(await undo(at, 'undid this: Priya moved'))
    expect(must(await desk.openPage(at.session, id)).path).toBe('pages/health/getting-about.md')
    expect(await at.session.workspace.redirects()).toContainEqual({
      from: '/education/travel-to-school/',
      to: `page:${id}`,
    })
  })

  test('a new address, where the page has another by now, or something stands at the old one', async () => {
    const at = await laptop()
    const id = await newPage(at)
    must(await desk.movePage(at.session, id, { section: 'health', slug: 'second' }))
    const second = await act(at, 'moved')
    at.tick(1000)
    must(await desk.movePage(at.session, id, { section: 'health', slug: 'third' }))
    expect(codeOf(await desk.undoAct(at.session, second.act))).toBe('moved-since')
    must(await undo(at, 'moved'))
    await newPage(at)
    expect(codeOf(await desk.undoAct(at.session, second.act))).toBe('address-taken')
  })

  test('deleting: the page is back with its words, tags and address, and other work stays', async () => {
    const at = await laptop()
    const [id, other] = [await newPage(at), await newPage(at, 'Another page')]
    const text = at.session.workspace.text(id)
    at.tick(1000)
    must(await desk.removePage(at.session, id))
    await write(at, other, 'Later.')
    await at.restart()
    must(await undo(at, 'deleted “Travel to school”'))
    expect(at.session.workspace.text(id)).toBe(text)
    expect(await bodyOf(at, other)).toBe('Later.\n')
    expect(await desk.recentlyDeleted(at.session)).toEqual([])
    must(await undo(at, 'undid this: Priya deleted'))
    expect(at.session.workspace.byId(id)).toBeNull()
    expect((await desk.recentlyDeleted(at.session)).map(({ title }) => title)).toEqual(['Travel to school'])
  })

  test('deleting, where the page is back already or its address is taken: nothing comes twice or goes under', async () => {
    const at = await laptop()
    const id = await newPage(at)
    must(await desk.removePage(at.session, id))
    const deleting = await act(at, 'deleted')
    const other = await newPage(at)
    expect(codeOf(await desk.undoAct(at.session, deleting.act))).toBe('address-taken')
    must(await desk.movePage(at.session, other, { section: 'health', slug: 'elsewhere' }))
    const [deleted] = await desk.recentlyDeleted(at.session)
    if (!deleted) throw new Error('the deleted page is forgotten')
    must(await desk.restoreDeleted(at.session, deleted.path, deleted.version))
    expect(codeOf(await desk.undoAct(at.session, deleting.act))).toBe('nothing-left')
    expect(at.session.workspace.entries().filter(entry => entry.fields.title === 'Travel to school')).toHaveLength(2)
  })

  test('making a page: it goes while nobody has worked on it, and stays when somebody has', async () => {
    const at = await laptop()
    at.tick(1000)
    const { id } = must(await desk.createPage(at.session, { section: 'education', title: 'Empty', template: 'topic' }))
    const worked = await newPage(at)
    must(await undo(at, 'started “Empty”'))
    expect(at.session.workspace.byId(id)).toBeNull()
    const answer = await undo(at, 'started “Travel to school”')
    expect(answer).toMatchObject({ code: 'worked-on-since', nextStep: expect.stringContaining('Recently deleted') })
    expect(await bodyOf(at, worked)).toContain('One.')
  })

  test('an earlier version put back, and one put back from Recently deleted', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'New words.')
    const versions = await desk.pageHistory(at.session, id)
    at.tick(1000)
    must(await desk.putBack(at.session, id, versions[1]?.version ?? ''))
    expect(await bodyOf(at, id)).toContain('One.')
    must(await undo(at, 'put an earlier version'))
    expect(await bodyOf(at, id)).toBe('New words.\n')
    must(await desk.removePage(at.session, id))
    const [deleted] = await desk.recentlyDeleted(at.session)
    must(await desk.restoreDeleted(at.session, deleted?.path ?? ('x' as never), deleted?.version ?? ''))
    must(await undo(at, 'put “Travel to school” back'))
    expect(at.session.workspace.byId(id)).toBeNull()
  })

  test('an answered choice: the words that stood before it stand again', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash, entry } = must(await desk.openPage(at.session, id))
    await write(at, id, 'One, as Sam says it.\n\nTwo.\n\nThree.')
    at.tick(1000)
    const mine = parseBody('One, as Priya says it.\n\nTwo.\n\nThree.').doc
    must(await desk.savePage(at.session, { id, base: hash, doc: mine, entry }))
    const [choice] = await at.session.choices.list()
    at.tick(1000)
    await answerAtOnce(at, choice?.id ?? '', 'mine')
    expect(await bodyOf(at, id)).toContain('Priya says')
    must(await undo(at, 'chose between two versions'))
    expect(await bodyOf(at, id)).toBe('One, as Sam says it.\n\nTwo.\n\nThree.\n')
  })

  test('settings: what was set goes back, and other settings of since stay', async () => {
    const at = await laptop()
    const config = at.session.workspace.config()
    const parking = { slug: 'parking', title: 'Parking', summary: '' }
    must(await desk.setConfig(at.session, { ...config, sections: [...config.sections, parking] }))
    const added = await act(at, 'changed the settings')
    at.tick(1000)
    must(await desk.setConfig(at.session, { ...at.session.workspace.config(), name: 'Another name' }))
    await at.restart()
    const page = must(await desk.createPage(at.session, { section: 'parking', title: 'Badges', template: 'topic' }))
    expect(codeOf(await desk.undoAct(at.session, added.act))).toBe('section-in-use')
    must(await desk.movePage(at.session, page.id, { section: 'health', slug: 'badges' }))
    must(await desk.undoAct(at.session, added.act))
    expect(at.session.workspace.config()).toEqual({ ...config, name: 'Another name' })
  })

  test('several pages changed by another program in one go: each is as it was, and the later words stay', async () => {
    const at = await laptop()
    const ids = [await newPage(at, 'First'), await newPage(at, 'Second'), await newPage(at, 'Third')]
    for (const id of ids) {
      const file = join(at.session.workspace.root, at.session.workspace.byId(id)?.path ?? '')
      await writeFile(file, (await readFile(file, 'utf8')).replace(/^owner:.*$/m, 'owner: Sam'))
    }
    await at.session.workspace.refresh()
    at.tick(1000)
    expect(await desk.keepOutsideChanges(at.session)).toBeNull()
    expect((await act(at, 'outside Signpost')).kind).toBe('several')
    const owners = () => ids.map(id => at.session.workspace.byId(id)?.fields.owner)
    expect(owners()).toEqual(['Sam', 'Sam', 'Sam'])
    const second = ids[1] as PageId
    await write(at, second, 'Later.')
    must(await undo(at, 'outside Signpost'))
    expect(owners()).not.toContain('Sam')
    expect(await bodyOf(at, second)).toBe('Later.\n')
  })

  test('what another program has written meanwhile is kept, and the undo goes round it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, changed.\n\nTwo.\n\nThree.')
    const file = join(at.session.workspace.root, 'pages/education/travel-to-school.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace('Three.', 'Three, by hand.'))
    must(await undo(at, 'changed a paragraph'))
    expect(await readFile(file, 'utf8')).toContain('One.\n\nTwo.\n\nThree, by hand.')
  })

  test('the beginning of the workspace, and what is in no list, cannot be undone', async () => {
    const at = await laptop()
    const first = (await at.session.history.story())[0]
    expect(codeOf(await desk.undoAct(at.session, first?.oid ?? ''))).toBe('the-beginning')
    expect(codeOf(await desk.undoAct(at.session, 'f'.repeat(40)))).toBe('no-such-act')
    expect(codeOf(await desk.undoAct(at.session, '../../etc/passwd'))).toBe('no-such-act')
  })
})
