import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { answerChoice } from '../../src/shared/merge/index.ts'
import { alone, type Laptop, orThrow, page, pageId, server, team, tidyUp, tokenOf } from './team.ts'

afterEach(tidyUp)

const moving = 'pages/education/moving.md'
const health = 'pages/health/health.md'
const files = {
  [moving]: page(
    1,
    'Moving',
    'Tell the council before you move.',
    'They must send us the plan on the day you move.',
    'Your child can stay at their school.',
  ),
  [health]: page(2, 'Health', 'Ask your doctor.'),
}
const git = (root: string, ...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim()

async function twoLaptops() {
  const { server: shared, laptops } = await team(files, 'priya', 'tom')
  const [priya, tom] = laptops
  if (!priya || !tom) throw new Error('a team of two')
  return { shared, priya, tom }
}

function edit(laptop: Laptop, path: string, from: string, to: string): void {
  const before = laptop.read(path)
  if (!before.includes(from)) throw new Error(`“${from}” is not there to be edited`)
  laptop.write(path, before.replace(from, to))
}

async function save(laptop: Laptop, path: string, from: string, to: string): Promise<void> {
  edit(laptop, path, from, to)
  expect(await laptop.save(`${laptop.person.name} changed a page`)).not.toBeNull()
}

/** Everybody has the same words, history is one line, and git finds nothing wrong. */
async function expectAllShared(shared: { folder(name: string): string }, ...laptops: Laptop[]): Promise<void> {
  const newest = git(shared.folder('offer'), 'rev-parse', 'main')
  expect(git(shared.folder('offer'), 'rev-list', '--merges', '--all')).toBe('')
  expect(git(shared.folder('offer'), 'fsck', '--strict', '--no-dangling')).toBe('')
  for (const laptop of laptops) {
    expect(await laptop.history.head()).toBe(newest)
    expect(git(laptop.root, 'status', '--porcelain')).toBe('')
    expect(git(laptop.root, 'fsck', '--strict', '--no-dangling')).toBe('')
  }
}

test('a go-between that the folder names for itself is told nothing', async () => {
  const { shared, priya, tom } = await twoLaptops()
  git(tom.root, 'config', 'http.corsProxy', 'http://127.0.0.1:9')
  await save(priya, moving, 'before you move', 'as soon as you have a date')
  await save(tom, health, 'your doctor', 'your doctor or nurse')
  await priya.sync()
  expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
  await priya.sync()
  await expectAllShared(shared, priya, tom)
})

describe('two laptops', { timeout: 60_000 }, () => {
  test('in different paragraphs of one page: both changes are there and nobody is asked', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'before you move', 'as soon as you have a date')
    await save(tom, moving, 'can stay at their school', 'can stay at their school until the plan is reviewed')
    expect(await priya.sync()).toMatchObject({ kind: 'shared', pulled: 0, pushed: 1 })
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1, merged: [moving] })
    expect(await priya.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 0 })
    expect(await tom.sync()).toEqual({ kind: 'up-to-date' })

    expect(priya.read(moving)).toBe(tom.read(moving))
    expect(priya.read(moving)).toContain('as soon as you have a date')
    expect(priya.read(moving)).toContain('until the plan is reviewed')
    const story = (await tom.history.versions(moving)).map(({ by }) => by.name)
    expect(story).toEqual(['Tom Okafor', 'Priya Shah', 'Priya Shah'])
    await expectAllShared(shared, priya, tom)
  })

  test('in the same sentence: both versions are kept, all else is shared, and an answer finishes it', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'the plan on the day', 'the plan and all reports on the day')
    await save(tom, moving, 'on the day you move', 'within 15 working days')
    await save(tom, health, 'Ask your doctor', 'Ask your nurse')
    await priya.sync()
    const result = await tom.sync()
    expect(result).toMatchObject({ kind: 'needs-choice', choices: 1, pages: [pageId(1)], pulled: 1, pushed: 1 })
    await priya.sync()
    expect(priya.read(health)).toContain('Ask your nurse')
    expect(priya.read(moving)).toBe(tom.read(moving))
    expect(priya.read(moving)).not.toContain('within 15 working days')

    const [choice] = await (await tom.reopen()).choices.list()
    expect(choice).toMatchObject({ title: 'Moving', field: 'body', path: moving, page: pageId(1) })
    expect(choice?.mine.by).toEqual(tom.person)
    expect(choice?.theirs.by).toEqual(priya.person)
    expect(JSON.stringify(choice?.mine.doc)).toContain('within 15 working days')
    expect(JSON.stringify(choice?.above)).toContain('Tell the council')
    if (!choice) return
    tom.write(moving, answerChoice(choice, { kind: 'mine' }, tom.read(moving)))
    await tom.save('Tom chose his words')
    await tom.choices.remove(choice.id)
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pushed: 1 })
    await priya.sync()
    expect(priya.read(moving)).toBe(files[moving]?.replace('on the day you move', 'within 15 working days'))
    await expectAllShared(shared, priya, tom)
  })

  test('what was made again on top of a colleague’s work is still there as it was made', async () => {
    const { priya, tom } = await twoLaptops()
    await save(priya, moving, 'Tell', 'Inform')
    await save(tom, moving, 'Tell the council', 'Write to the council')
    const own = await tom.history.head()
    await priya.sync()
    await tom.sync()
    const kept = git(tom.root, 'for-each-ref', '--format=%(objectname)', 'refs/signpost/kept')
    expect(kept).toBe(own)
    expect(Buffer.from((await tom.history.readAt(own, moving)) ?? []).toString()).toContain('Write to the council')
  })

  test('many versions of a week offline keep their authors, sentences and order', async () => {
    const { shared, priya, tom } = await twoLaptops()
    for (const word of ['one', 'two', 'three']) {
      tom.write(`pages/education/${word}.md`, page(10 + word.length, word, word))
      edit(tom, moving, 'Your child', `Your child (${word})`)
      await tom.save(`Tom wrote ${word}`)
    }
    await save(priya, moving, 'Tell', 'Inform')
    await priya.sync()
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 3 })
    expect(git(shared.folder('offer'), 'log', '--format=%an: %s', 'main').split('\n')).toEqual([
      'Tom Okafor: Tom wrote three',
      'Tom Okafor: Tom wrote two',
      'Tom Okafor: Tom wrote one',
      'Priya Shah: Priya Shah changed a page',
      'Priya Shah: Priya Shah started this workspace',
    ])
    await priya.sync()
    await expectAllShared(shared, priya, tom)
  })

  test('the same fix made by both is there once and asks nobody', async () => {
    const { shared, priya, tom } = await twoLaptops()
    for (const laptop of [priya, tom]) await save(laptop, moving, 'Tell the council', 'Tell us')
    await priya.sync()
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 0 })
    await expectAllShared(shared, priya, tom)
  })

  test('renamed here and edited there: the page is at its new address with the new words', async () => {
    const { shared, priya, tom } = await twoLaptops()
    mkdirSync(join(priya.root, 'pages/moving'))
    renameSync(join(priya.root, moving), join(priya.root, 'pages/moving/moving-in.md'))
    await priya.save('Priya moved a page')
    await save(tom, moving, 'Tell the council', 'Tell us')
    await priya.sync()
    await tom.sync()
    await priya.sync()
    for (const laptop of [priya, tom]) {
      expect(existsSync(join(laptop.root, moving))).toBe(false)
      expect(laptop.read('pages/moving/moving-in.md')).toContain('Tell us')
    }
    await expectAllShared(shared, priya, tom)
  })

  test('deleted here and edited there: the edited page stays, whoever comes first, and a sentence says so', async () => {
    for (const deleterFirst of [true, false]) {
      const { shared, priya, tom } = await twoLaptops()
      rmSync(join(priya.root, moving))
      await priya.save('Priya deleted a page')
      await save(tom, moving, 'Tell the council', 'Tell us')
      const [first, second] = deleterFirst ? [priya, tom] : [tom, priya]
      await first.sync()
      const result = await second.sync()
      expect(result.kind === 'shared' ? result.notices.join() : '').toMatch(/“Moving”.*It stays\./)
      await first.sync()
      for (const laptop of [priya, tom]) expect(laptop.read(moving)).toContain('Tell us')
      await expectAllShared(shared, priya, tom)
    }
  })

  test('two new pages, or two new pictures, at one address: both are there', async () => {
    const { shared, priya, tom } = await twoLaptops()
    priya.write('pages/health/new.md', page(20, 'New by Priya', 'Words.'))
    priya.write('media/hall.jpg', 'Priya’s bytes')
    await priya.save('Priya added')
    tom.write('pages/health/new.md', page(21, 'New by Tom', 'See ![Hall](media/hall.jpg).'))
    tom.write('media/hall.jpg', 'Tom’s bytes')
    tom.write('media/hall.jpg.yml', 'alt: Tom’s hall\n')
    await tom.save('Tom added')
    await priya.sync()
    await tom.sync()
    await priya.sync()
    expect(priya.read('pages/health/new.md')).toContain('New by Priya')
    expect(priya.read('pages/health/new-2.md')).toContain('(media/hall-2.jpg)')
    expect(priya.read('media/hall.jpg')).toBe('Priya’s bytes')
    expect(priya.read('media/hall-2.jpg')).toBe('Tom’s bytes')
    expect(priya.read('media/hall-2.jpg.yml')).toContain('Tom’s hall')
    await expectAllShared(shared, priya, tom)
  })

  test('what is on disk and not yet a version is saved first, never overwritten', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'Tell the council', 'Tell us')
    await priya.sync()
    edit(tom, moving, 'can stay', 'may stay')
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
    expect(tom.read(moving)).toContain('Tell us')
    expect(tom.read(moving)).toContain('may stay')
    await priya.sync()
    await expectAllShared(shared, priya, tom)
  })

  test('several at once all arrive', async () => {
    const { server: shared, laptops } = await team(files, 'priya', 'tom', 'sam')
    for (const [index, laptop] of laptops.entries()) {
      laptop.write(`pages/health/by-${index}.md`, page(30 + index, `By ${index}`))
      await laptop.save('added')
    }
    const results = await Promise.all(laptops.map(laptop => laptop.sync()))
    expect(results.map(result => result.kind)).toEqual(['shared', 'shared', 'shared'])
    for (const laptop of laptops) await laptop.sync()
    expect(laptops.map(laptop => readdirSync(join(laptop.root, 'pages/health')).length)).toEqual([4, 4, 4])
    await expectAllShared(shared, ...laptops)
  })
})

describe('the live site’s versions', { timeout: 60_000 }, () => {
  const publish = async (laptop: Laptop, words: string) =>
    orThrow(
      await laptop.history.writeTree({
        branch: 'live',
        files: new Map([[moving, Buffer.from(words)]]),
        sentence: `${laptop.person.name} published`,
        by: laptop.person,
      }),
    )

  test('go out and come in with the rest', async () => {
    const { priya, tom } = await twoLaptops()
    await publish(priya, 'one')
    expect(await priya.sync()).toMatchObject({ kind: 'shared', live: 'sent' })
    expect(await tom.sync()).toMatchObject({ kind: 'shared', live: 'received' })
    expect(Buffer.from((await tom.history.readAt('live', moving)) ?? []).toString()).toBe('one')
    await publish(tom, 'two')
    expect(await tom.history.pushBranch('live', { auth: { token: tom.token } })).toEqual({ kind: 'sent' })
    expect(await tom.history.pushBranch('live', { auth: { token: tom.token } })).toEqual({ kind: 'same' })
  })

  test('two people publish at once: the first stands, the second is told and keeps theirs', async () => {
    const { priya, tom } = await twoLaptops()
    await publish(priya, 'by Priya')
    const lost = await publish(tom, 'by Tom')
    expect(await priya.history.pushBranch('live', { auth: { token: priya.token } })).toEqual({ kind: 'sent' })
    expect(await tom.history.pushBranch('live', { auth: { token: tom.token } })).toEqual({ kind: 'behind' })
    expect(await tom.sync()).toMatchObject({ kind: 'shared', live: 'replaced' })
    expect(Buffer.from((await tom.history.readAt('live', moving)) ?? []).toString()).toBe('by Priya')
    expect(git(tom.root, 'for-each-ref', '--format=%(objectname)', 'refs/signpost/kept')).toContain(lost)
  })
})

describe('a shared copy that cannot take part', { timeout: 60_000 }, () => {
  test.each([
    [{ kind: 'unauthorised' }, { kind: 'refused', code: 'signed-out' }],
    [{ kind: 'forbidden' }, { kind: 'refused', code: 'no-permission' }],
    [{ kind: 'html' }, { kind: 'refused', code: 'web-page' }],
    [{ kind: 'down' }, { kind: 'waiting', reason: 'offline' }],
    [{ kind: 'busy' }, { kind: 'waiting', reason: 'server-busy' }],
    [
      { kind: 'cut', afterBytes: 60 },
      { kind: 'waiting', reason: 'offline' },
    ],
  ] as const)('%j: %j, nothing is lost, and the next time it works', async (behaviour, expected) => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'Tell', 'Inform')
    await priya.sync()
    await save(tom, moving, 'can stay', 'may stay')
    shared.behave(behaviour)
    const result = await tom.sync()
    expect(result).toMatchObject(expected)
    expect('sentence' in result && result.sentence).toContain('saved on this laptop')
    expect('nextStep' in result && result.nextStep).toBeTruthy()
    expect(JSON.stringify(result)).not.toContain(tokenOf('tom'))
    shared.behave({ kind: 'well' })
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
    await priya.sync()
    await expectAllShared(shared, priya, tom)
  })

  test('signed out, a wrong token, and a server that is not running', async () => {
    const { shared, tom } = await twoLaptops()
    const by = tom.person
    expect(await tom.history.sync({ auth: null, by })).toMatchObject({ code: 'signed-out' })
    expect(await tom.history.sync({ auth: { token: 'guess' }, by })).toMatchObject({ code: 'signed-out' })
    await shared.stop()
    expect(await tom.sync()).toMatchObject({ kind: 'waiting', reason: 'offline' })
  })

  test('moved, missing, emptied, rewritten, or another workspace', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'Tell', 'Inform')
    await priya.sync()
    await tom.sync()
    const head = await tom.history.head()

    const elsewhere = await server('tom')
    elsewhere.create('offer')
    shared.behave({ kind: 'moved', to: elsewhere.url('offer') })
    expect(await tom.sync()).toMatchObject({ code: 'moved', sentence: expect.stringContaining(elsewhere.url('offer')) })
    shared.behave({ kind: 'well' })

    git(shared.folder('offer'), 'update-ref', 'refs/heads/main', 'main~1')
    expect(await tom.sync()).toMatchObject({ code: 'rewritten' })
    expect(await tom.sync()).toMatchObject({ code: 'rewritten' })
    git(shared.folder('offer'), 'update-ref', '-d', 'refs/heads/main')
    expect(await tom.sync()).toMatchObject({ code: 'emptied' })

    orThrow(await tom.history.setRemote(shared.url('nowhere')))
    expect(await tom.sync()).toMatchObject({ code: 'not-found' })

    const sam = await alone({ [health]: page(9, 'Other') })
    shared.create('other')
    orThrow(await sam.history.setRemote(shared.url('other')))
    orThrow(await sam.history.sync({ auth: { token: priya.token }, by: sam.person }))
    orThrow(await priya.history.setRemote(shared.url('other')))
    expect(await priya.sync()).toMatchObject({ code: expect.stringMatching(/^(other-workspace|rewritten)$/) })
    expect(await tom.history.head()).toBe(head)
  })

  test('a protected branch', async () => {
    const { shared, tom } = await twoLaptops()
    const hook = join(shared.folder('offer'), 'hooks/pre-receive')
    execFileSync('sh', ['-c', `printf '#!/bin/sh\\nexit 1\\n' > '${hook}' && chmod +x '${hook}'`])
    await save(tom, moving, 'Tell', 'Inform')
    expect(await tom.sync()).toMatchObject({ code: 'protected' })
  })

  test('a workspace that is not shared says so', async () => {
    const priya = await alone(files)
    expect(await priya.sync()).toMatchObject({ code: 'not-shared' })
    expect(await priya.history.remote()).toBeNull()
    expect(await priya.history.setRemote('git@example.org:offer.git')).toMatchObject({ code: 'address' })
    expect(await priya.history.setRemote('http://git.example.org/offer.git')).toMatchObject({ code: 'address' })
    orThrow(await priya.history.setRemote('https://somebody:secret@git.example.org/offer.git/'))
    expect(await priya.history.remote()).toBe('https://git.example.org/offer.git')
    expect(priya.read('.git/config')).not.toContain('secret')
  })

  test('sharing can be stopped, and shows that something moves', async () => {
    const { shared, priya } = await twoLaptops()
    shared.behave({ kind: 'slow', ms: 3000 })
    const stop = new AbortController()
    const seen: string[] = []
    const result = priya.history.sync({
      auth: { token: priya.token },
      by: priya.person,
      signal: stop.signal,
      onProgress: ({ sentence }) => {
        seen.push(sentence)
        stop.abort()
      },
    })
    expect(await result).toMatchObject({ code: 'stopped' })
    expect(seen).toEqual(['Looking for colleagues’ changes'])
  })

  test('whatever happens, the shared copy only ever grows, even where its server would let it be replaced', async () => {
    const { shared, priya, tom } = await twoLaptops()
    const bare = shared.folder('offer')
    git(bare, 'config', 'receive.denyNonFastForwards', 'false')
    git(bare, 'config', 'core.logAllRefUpdates', 'true')
    for (const word of ['one', 'two']) {
      for (const laptop of [priya, tom]) {
        laptop.write(`pages/health/${laptop.person.name}.md`, page(laptop === priya ? 50 : 51, word))
        edit(laptop, moving, 'Your child', `Your child (${laptop.person.name})`)
        await laptop.save(word)
      }
      await Promise.all([priya.sync(), tom.sync()])
    }
    await priya.sync()
    const line = git(bare, 'reflog', 'show', '--format=%H', 'main').split('\n')
    expect(line.length).toBeGreaterThan(3)
    for (const [index, older] of line.slice(1).entries()) {
      expect(git(bare, 'merge-base', line[index] ?? '', older)).toBe(older)
    }
  })

  test('there is no way to force in the code', () => {
    const folder = join(import.meta.dirname, '../../src/main/git')
    const code = readdirSync(folder)
      .map(name => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const forces = code.replaceAll(/\.rm\(.*/g, '').match(/.*force: .*/g)
    expect(forces?.map(line => line.trim())).toEqual(['await git.writeRef({ ...repository, ref, value, force: true })'])
    for (const call of code.match(/git\.push\(\{[\s\S]*?\}\)/g) ?? ['']) expect(call).not.toMatch(/force|delete/)
    expect(code.match(/git\.push\(/g)).toHaveLength(1)
  })
})
