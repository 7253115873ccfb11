import { describe, expect, it } from 'vitest'
import { withTags } from '../../src/renderer/editor/session/entry-fields.ts'
import { versionPause } from '../../src/renderer/editor/session/page-session.ts'
import { hash, scene } from './page-scene.ts'

describe('a page that is being written', () => {
  it('becomes a version when nothing was typed for half a minute', async () => {
    const { clock, disk, session, type } = scene({ body: 'One.' })
    type(' Two.')
    await clock.pass(versionPause - 1_000)
    expect(disk.saves).toEqual([])
    await clock.pass(1_000)
    expect(disk.saves).toEqual(['One. Two.\n'])
    expect(session.view.get().versionAt).not.toBeNull()
    await clock.pass(10 * versionPause)
    expect(disk.saves).toHaveLength(1)
  })

  it('becomes a version when it is left, and when it is asked for; not when nothing was typed', async () => {
    const { disk, session, type } = scene({ body: 'One.' })
    await session.save()
    expect(disk.saves).toEqual([])
    type(' Two.')
    await session.save()
    type(' Three.')
    await session.leave()
    expect(disk.saves).toEqual(['One. Two.\n', 'One. Two. Three.\n'])
  })

  it('keeps its last words when the text has already gone from the screen', async () => {
    const { disk, session, type, detach } = scene({ body: 'One.' })
    type(' Two.')
    detach()
    await session.leave()
    expect(disk.saves).toEqual(['One. Two.\n'])
  })

  it('keeps changes of fields as it keeps words', async () => {
    const { clock, disk, session } = scene({ body: 'One.' })
    session.setEntry(entry =>
      entry.kind === 'page' ? { ...entry, fields: { ...entry.fields, title: 'Buses' } } : entry,
    )
    await clock.pass(1_000)
    expect(session.journal.state().kind).toBe('kept')
    await session.leave()
    expect(disk.title).toBe('Buses')
  })

  it('takes the tags on a heading along when its words change', async () => {
    const { clock, session, type } = scene({ body: '## How' })
    session.setEntry(entry => withTags(entry, [{ requirement: 'SE7-TR-01', heading: 'how' }]))
    type(' to apply')
    await clock.pass(1_000)
    expect(session.view.get().entry.fields.checklist).toEqual([{ requirement: 'SE7-TR-01', heading: 'how-to-apply' }])
  })

  it('makes a version of recovered typing when it is left', async () => {
    const { disk, session } = scene({ body: 'Recovered.', recovered: 'Typing from Tuesday was recovered.' })
    await session.leave()
    expect(disk.saves).toEqual(['Recovered.\n'])
  })

  it('shows why a version could not be made, and keeps the typing as a draft', async () => {
    const { clock, world, session, type } = scene({ body: 'One.' })
    world.refuses = true
    type(' Two.')
    expect(await session.save()).toMatchObject({ code: 'read-only' })
    expect(session.view.get().trouble?.code).toBe('read-only')
    await clock.pass(1_000)
    expect(session.journal.state().kind).toBe('kept')
    world.refuses = false
    expect(await session.save()).toBeNull()
    expect(session.view.get().trouble).toBeNull()
  })
})

describe('a page whose road to the disk is replaced while a version is made', () => {
  it('says so, and makes the version later', async () => {
    const { clock, disk, world, session, type } = scene({ body: 'One.' })
    type(' Two.')
    world.hangs = true
    const saving = session.save()
    await clock.pass(0)
    world.hangs = false
    session.journal.retry()
    expect(await saving).toMatchObject({ code: 'no-answer' })
    await clock.pass(versionPause)
    expect(disk.saves).toEqual(['One. Two.\n'])
    expect(session.view.get().trouble).toBeNull()
  })
})

describe('a colleague’s change to the same page', () => {
  it('comes in place when nothing is unsaved here', async () => {
    const { disk, screen, session } = scene({ body: 'One.' })
    disk.body = 'One.\n\nTheirs.\n'
    disk.turn += 1
    await session.changedElsewhere()
    expect(screen.body).toBe('One.\n\nTheirs.\n')
    expect(session.view.get().news).toBe('came-in')
    expect(disk.saves).toEqual([])
  })

  it('is told when it took the place of the same words here, which wait for a choice', async () => {
    const { screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    world.colleague = () => {
      world.asks = true
      return 'Theirs.\n'
    }
    await session.save()
    expect(screen.body).toBe('Theirs.\n')
    expect(session.view.get().news).toBe('choose')
  })

  it('is no news when this person put an earlier version back', async () => {
    const { disk, screen, session } = scene({ body: 'One.' })
    await session.quietly(async () => {
      disk.body = 'Earlier.\n'
      disk.turn += 1
      await session.changedElsewhere()
    })
    expect(screen.body).toBe('Earlier.\n')
    expect(session.view.get().news).toBeNull()
  })

  it('does not touch the words here while they are unsaved, and comes in with the next version', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    await session.changedElsewhere()
    expect(screen).toMatchObject({ body: 'One. Mine.', replaced: 0 })
    world.colleague = mine => `${mine}\nTheirs.\n`
    await session.save()
    expect(screen.body).toBe('One. Mine.\n\nTheirs.\n')
    type(' And more.')
    await clock.pass(1_000)
    expect(disk.bases.at(-1)).toBe(hash(disk.turn))
  })

  it('takes no word away that was typed while one look at the page waited for another', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Two.')
    await session.save()
    world.held = []
    const looks = [session.changedElsewhere(), session.changedElsewhere()]
    await clock.pass(0)
    type(' Three.')
    while (world.held.length > 0) {
      world.held.shift()?.()
      await clock.pass(0)
    }
    await Promise.all(looks)
    expect(screen.body).toBe('One. Two. Three.')
    expect(session.view.get().news).toBeNull()
    await clock.pass(1_000)
    expect(disk.drafts.at(-1)).toBe('One. Two. Three.\n')
  })

  it('takes no word away that was typed while a look waited for a version to be made', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    world.held = []
    type(' Two.')
    const saving = session.save()
    await clock.pass(0)
    // The version is made, and what the page says now is on its way back.
    const look = session.changedElsewhere()
    type(' Three.')
    while (world.held.length > 0) {
      world.held.shift()?.()
      await clock.pass(0)
    }
    expect(await saving).toBeNull()
    await look
    expect(screen.body).toBe('One. Two. Three.')
    await clock.pass(1_000)
    expect(disk.drafts.at(-1)).toBe('One. Two. Three.\n')
  })

  it('stands beside what was typed while the version was made', async () => {
    const { disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    world.colleague = mine => {
      type(' More.')
      return `${mine}\nTheirs.\n`
    }
    await session.save()
    expect(screen.body).toBe('One. Mine. More.\n\nTheirs.\n')
    await session.leave()
    expect(disk.saves.at(-1)).toBe('One. Mine. More.\n\nTheirs.\n')
  })

  it('never loses what was typed here, even where both changed the same words', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    const started = hash(disk.turn)
    world.colleague = () => {
      type(' More.')
      return 'Something else.\n'
    }
    await session.save()
    expect(screen.body).toBe('One. Mine. More.')
    await clock.pass(1_000)
    // The draft goes on from the version that it began with, so that the main process can ask.
    expect(disk.bases.at(-1)).toBe(started)
  })
})
