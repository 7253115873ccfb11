import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { answerChoice } from '../../src/shared/merge/index.ts'
import { type Laptop, orThrow, page, pageId, team, tidyUp } from './team.ts'
import { edit, expectAllShared, files, git, health, moving, save, twoLaptops } from './two-laptops.ts'

afterEach(tidyUp)

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

test('of two descriptions of one picture one stands, and who wrote the other is told until they put it away', async () => {
  const described = 'media/map.gif.yml'
  const { laptops } = await team({ [described]: 'alt: A map\ndecorative: false\n' }, 'priya', 'tom')
  const [priya, tom] = laptops as [Laptop, Laptop]
  await save(priya, described, 'A map', 'A map of the way to the hub')
  await save(tom, described, 'A map', 'The bus stops near the hub')
  await priya.sync()
  const sentence =
    'You and a colleague both changed the description of map.gif. “Description”: theirs stands, “A map of the way to the hub”, and yours was “The bus stops near the hub”.'
  expect(await tom.sync()).toMatchObject({ kind: 'shared', notices: [sentence] })
  expect(orThrow(await priya.history.told()).told).toEqual([])
  const again = await tom.reopen()
  expect(await again.sync()).toEqual({ kind: 'up-to-date' })
  const [told, ...others] = orThrow(await again.history.told()).told
  expect({ sentence: told?.sentence, others }).toEqual({ sentence, others: [] })
  orThrow(await again.history.putToldAway(told?.id ?? ''))
  expect(orThrow(await (await tom.reopen()).history.told()).told).toEqual([])
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

  test('a copy of a paragraph that was then removed is new, as the versions say, and no paragraph that was moved', async () => {
    const { priya, tom } = await twoLaptops()
    const [first, last] = ['Tell the council before', 'Your child can stay at their school.']
    // In the newest text alone, the last paragraph would have been moved to the top and changed, with all below it.
    await save(priya, moving, first, `Your child can stay at their old school.\n\n${first}`)
    await save(priya, moving, `${last}\n`, '')
    await save(tom, moving, last, `${last}\n\nAsk us for a form.`)
    await priya.sync()
    expect(await tom.sync()).toMatchObject({ kind: 'shared', merged: [moving] })
    expect(tom.read(moving)).toMatch(/old school\.\s+Tell the council .*\s+They must .*\s+Ask us for a form\.\s+$/)

    // And so it is with the versions of the one who shares second.
    await priya.sync()
    const asked = 'Ask us for a form.'
    await save(tom, moving, 'Your child', `Ask us for a new form.\n\nYour child`)
    await save(tom, moving, `${asked}\n`, '')
    await save(priya, moving, asked, `${asked}\n\nIt has two pages.`)
    await priya.sync()
    await tom.sync()
    expect(tom.read(moving)).toMatch(
      /---\s+Ask us for a new form\.\s+Your child .*(\s+.*)*They must .*\s+It has two pages\.\s+$/,
    )
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

  test('deleted here and edited there: the edited page stays, whoever comes first, and who shares second is asked', async () => {
    for (const deleterFirst of [true, false]) {
      const { shared, priya, tom } = await twoLaptops()
      rmSync(join(priya.root, moving))
      await priya.save('Priya deleted a page')
      await save(tom, moving, 'Tell the council', 'Tell us')
      const [first, second] = deleterFirst ? [priya, tom] : [tom, priya]
      await first.sync()
      const result = await second.sync()
      expect(result).toMatchObject({ kind: 'needs-choice', choices: 1, notices: [] })
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
