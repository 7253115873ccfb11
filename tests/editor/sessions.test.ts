import { describe, expect, it } from 'vitest'
import { slowDesk } from './slow-desk.ts'

/** A desk that answers at once, and a window on its page. */
async function desk() {
  const all = slowDesk('One.')
  all.answerAll()
  const window = all.open('first')
  void window.show()
  await all.clock.pass(0)
  return { ...all, window }
}

describe('a page that is left while no disk takes its last words', () => {
  it('has them when it is come back to, also where the second net took none', async () => {
    const { clock, world, window, saved } = await desk()
    world.full = true
    world.netWorks = false
    window.type('Two.')
    await clock.pass(1_000)
    window.leave()
    await clock.pass(1_000)
    void window.show()
    await clock.pass(0)
    expect(window.screen.body).toBe('One. Two.\n')
    window.type('Three.')
    world.full = false
    await clock.pass(20_000)
    window.leave()
    await clock.pass(0)
    expect(saved()).toBe('One. Two. Three.\n')
  })

  it('becomes a version by itself once there is room, and only then lets another window write', async () => {
    const { clock, world, window, open, saved } = await desk()
    const other = open('second')
    void other.show()
    await clock.pass(0)
    world.full = true
    window.type('Two.')
    window.leave()
    await clock.pass(1_000)
    expect(other.isWriting()).toBe(false)
    world.full = false
    await clock.pass(20_000)
    expect(saved()).toBe('One. Two.\n')
    expect(other.isWriting()).toBe(true)
    expect(other.screen.body).toBe('One. Two.\n')
  })
})

describe('words that a window left in the second net', () => {
  it('keep the page from being written until a disk takes them, and the refusal says so', async () => {
    const { clock, world, window, open } = await desk()
    world.full = true
    window.type('Two.')
    await clock.pass(1_000)
    window.crash()
    await clock.pass(0)
    const next = open('second')
    void next.show()
    await clock.pass(0)
    expect(next.isWriting()).toBe(false)
    expect(next.refusal()?.sentence).toBe(
      'What you typed here before is kept by this window, but is not on the disk yet. This disk is full.',
    )
    world.full = false
    void next.show()
    await clock.pass(0)
    expect(next.isWriting()).toBe(true)
    expect(next.screen.body).toBe('One. Two.\n')
  })

  it('are in the page of the window that goes on with it', async () => {
    const { clock, world, window, open } = await desk()
    const other = open('second')
    void other.show()
    await clock.pass(0)
    world.full = true
    window.type('Two.')
    await clock.pass(1_000)
    world.full = false
    window.crash()
    await clock.pass(0)
    expect(other.isWriting()).toBe(true)
    expect(other.screen.body).toBe('One. Two.\n')
  })
})
