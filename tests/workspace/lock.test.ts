import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Disk, nodeDisk } from '../../src/main/files/index.ts'
import { type Lock, type LockResult, takeLock } from '../../src/main/workspace/lock.ts'
import { thisLaptop, thisProcess } from '../../src/main/workspace/process-identity.ts'
import { faultyDisk, hidingDisk } from '../files/faults.ts'
import { tempFolder, write } from './temp-folder.ts'

const disk = nodeDisk
const lockFile = '.signpost/lock.json'

function locked(result: LockResult): Lock {
  if (result.kind !== 'locked') throw new Error(`expected the lock, got: ${result.sentence}`)
  onTestFinished(() => result.lock.release())
  return result.lock
}

/** Starts another Signpost on the folder and waits for what it says about the lock. */
async function another(folder: string): Promise<{ program: ChildProcess; said: string }> {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'lock-holder.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void program.kill('SIGKILL'))
  const [said] = await once(program.stdout, 'data')
  return { program, said: String(said).trim() }
}

test('a computer is told apart by a digest that stays the same, and not by its system’s own word for it', async () => {
  const word = process.platform === 'linux' ? await readFile('/etc/machine-id', 'utf8').catch(() => '') : 'of its own'
  const computer = await thisLaptop()
  expect(await thisLaptop()).toBe(computer)
  expect(computer ?? '').toMatch(word.trim() === '' ? /^$/ : /^[0-9a-f]{16}$/)
  expect(word).not.toContain(computer)
})

describe('two Signposts on one workspace', () => {
  test('the second is told in a sentence, and gets it when the first is done', async () => {
    const folder = await tempFolder()
    const first = locked(await takeLock(folder, { disk }))
    const second = await takeLock(folder, { disk })
    expect(second).toEqual({ kind: 'held', sentence: expect.stringContaining('already open in another Signpost') })
    await first.release()
    locked(await takeLock(folder, { disk }))
  })

  test('a lock that the disk does not let be read counts, and stays where it is', async () => {
    const folder = await tempFolder()
    const first = locked(await takeLock(folder, { disk }))
    const hiding = hidingDisk('EMFILE', path => path.includes('lock.json'))
    await expect(takeLock(folder, { disk: hiding })).rejects.toThrow('EMFILE')
    expect((await takeLock(folder, { disk })).kind).toBe('held')
    await first.release()
  })

  test.each(['EIO', 'ENOSPC', 'EPERM'])(
    'one that could not be made whole (%s), or not be removed, holds nobody up',
    async code => {
      const folder = await tempFolder()
      for (let change = 0; change < 4; change += 1) {
        const failing = faultyDisk(code, at => at === change)
        const taken = await takeLock(folder, { disk: failing }).catch(() => null)
        if (taken?.kind === 'locked') await taken.lock.release()
        await locked(await takeLock(folder, { disk })).release()
      }
    },
  )

  test('another program holds it while it lives, and a killed one holds nothing', async () => {
    const folder = await tempFolder()
    const { program, said } = await another(folder)
    expect(said).toBe('locked')
    expect((await takeLock(folder, { disk })).kind).toBe('held')

    program.kill('SIGKILL')
    await once(program, 'exit')
    locked(await takeLock(folder, { disk }))
    expect(JSON.parse(await readFile(join(folder, lockFile), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  test('its own that it could not give up holds nobody up, also where nothing told when it started', async () => {
    const left = { token: 'left', pid: process.pid, started: null, host: hostname() }
    const folder = await tempFolder()
    await write(folder, { [lockFile]: JSON.stringify(left) })
    locked(await takeLock(folder, { disk }))
    const held = JSON.parse(await readFile(join(folder, lockFile), 'utf8'))
    await write(folder, { [lockFile]: JSON.stringify({ ...held, started: null }) })
    expect((await takeLock(folder, { disk })).kind).toBe('held')
  })

  test('of many that find a dead lock at once, one gets it', async () => {
    const folder = await tempFolder()
    const { program } = await another(folder)
    program.kill('SIGKILL')
    await once(program, 'exit')
    const dead = await readFile(join(folder, lockFile), 'utf8')
    for (let round = 0; round < 15; round += 1) {
      await writeFile(join(folder, lockFile), dead)
      const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(folder, { disk })))
      expect(results.filter(result => result.kind === 'locked')).toHaveLength(1)
      expect((await readdir(join(folder, '.signpost'))).filter(name => name.includes('lock'))).toHaveLength(1)
      for (const result of results) if (result.kind === 'locked') await result.lock.release()
    }
  })

  test('whoever was killed while clearing a dead lock away holds nobody up', async () => {
    const folder = await tempFolder({ [lockFile]: '', [`${lockFile}.clearing`]: '' })
    locked(await takeLock(folder, { disk: { ...disk, wait: async () => undefined } }))
    expect((await readdir(join(folder, '.signpost'))).filter(name => name.includes('lock'))).toHaveLength(1)
  })

  test('a number that the system gave to another program since is not taken for the first', async () => {
    const folder = await tempFolder({ [lockFile]: '' })
    const { pid, started } = await thisProcess()
    const held = { token: 'theirs', pid, started: `${started} earlier`, host: 'laptop' }
    await write(folder, { [lockFile]: JSON.stringify(held) })
    locked(await takeLock(folder, { disk, host: 'laptop' }))
  })

  test('another computer’s lock counts while it is renewed, and not for ever', async () => {
    const folder = await tempFolder()
    const theirs = { token: 'theirs', pid: 1, started: 'x', host: 'front-desk' }
    await write(folder, { [lockFile]: JSON.stringify(theirs) })
    const held = await takeLock(folder, { disk, host: 'laptop' })
    expect(held).toMatchObject({ kind: 'held', sentence: expect.stringContaining('“front-desk”') })

    const anHourAgo = new Date(Date.now() - 3_600_000)
    await utimes(join(folder, lockFile), anHourAgo, anHourAgo)
    locked(await takeLock(folder, { disk, host: 'laptop' }))
  })

  test('a laptop whose clock is wrong takes no lock from another computer that lives, and waits for none that is dead', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const folder = await tempFolder()
    const day = 24 * 3_600_000
    const real = Date.now()
    for (const days of [-10 * 365, -1, 1, 10 * 365]) {
      vi.setSystemTime(real + days * day)
      await write(folder, { [lockFile]: JSON.stringify({ token: 'theirs', pid: 1, started: 'x', host: 'front-desk' }) })
      expect((await takeLock(folder, { disk, host: 'laptop' })).kind).toBe('held')
      await utimes(join(folder, lockFile), (real - day) / 1000, (real - day) / 1000)
      await locked(await takeLock(folder, { disk, host: 'laptop' })).release()
      expect(await readdir(join(folder, '.signpost'))).toEqual([])
    }
  })

  test('a lock dated ahead, as the disk’s clock was put right since, counts while somebody renews it, and else not', async () => {
    const folder = await tempFolder()
    const path = join(folder, lockFile)
    const [inAYear, now] = [Date.now() / 1000 + 365 * 86_400, Date.now() / 1000]
    await write(folder, { [lockFile]: JSON.stringify({ token: 'theirs', pid: 1, started: 'x', host: 'front-desk' }) })
    await utimes(path, inAYear, inAYear)
    let waited = 0
    const waiting = (then: () => Promise<void>): Disk => ({
      ...disk,
      wait: async ms => {
        waited += ms
        if (waited > 25_000) await then()
      },
    })
    expect((await takeLock(folder, { disk: waiting(() => utimes(path, now, now)) })).kind).toBe('held')
    expect(waited).toBeLessThan(30_000)
    await utimes(path, inAYear, inAYear)
    waited = 0
    locked(await takeLock(folder, { disk: waiting(async () => undefined) }))
    // Longer than a lock that is held is ever silent.
    expect(waited).toBeGreaterThan(30_000)
  })

  test('of two laptops that have one name, the second writes nothing while the first lives, and not for ever nothing', async () => {
    const folder = await tempFolder()
    const [one, two] = [
      { disk, host: 'laptop', laptop: 'one' },
      { disk, host: 'laptop', laptop: 'two' },
    ]
    // A number that no program has on the second laptop, as the first one's programs are its own.
    const first = { token: 'theirs', pid: 2 ** 22 + 1, started: 'x', host: 'laptop', laptop: 'one' }
    await write(folder, { [lockFile]: JSON.stringify(first) })
    expect(await takeLock(folder, two)).toMatchObject({
      kind: 'held',
      sentence: expect.stringContaining('on another laptop that is also called “laptop”'),
    })
    expect(JSON.parse(await readFile(join(folder, lockFile), 'utf8'))).toEqual(first)
    const anHourAgo = Date.now() / 1000 - 3_600
    await utimes(join(folder, lockFile), anHourAgo, anHourAgo)
    await locked(await takeLock(folder, two)).release()
    // On the first one itself a dead program is seen to be dead at once, also where an older Signpost named no computer.
    for (const laptop of ['one', null]) {
      await write(folder, { [lockFile]: JSON.stringify({ ...first, laptop }) })
      await locked(await takeLock(folder, one)).release()
    }
  })

  test('a lock is renewed by the clock of the disk', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const folder = await tempFolder()
    const real = Date.now()
    const lock = locked(await takeLock(folder, { disk }))
    const path = join(folder, lockFile)
    const before = await readFile(path, 'utf8')
    await utimes(path, 1, 1)
    vi.setSystemTime(real - 3_600_000_000)
    await vi.advanceTimersByTimeAsync(30_000)
    await vi.waitFor(async () => expect((await stat(path)).mtimeMs).toBeGreaterThan(real - 60_000))
    expect(await readFile(path, 'utf8')).toBe(before)
    await lock.release()
  })

  test('a lock cut short by a power cut holds nothing', async () => {
    const folder = await tempFolder({ [lockFile]: '{"token": "a", "pi' })
    locked(await takeLock(folder, { disk }))
  })

  test('a lock that is renewed while it is given up does not come back', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const folder = await tempFolder()
    const reached = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const opened = Promise.withResolvers<void>()
    let isHeld = false
    const slow: Disk = {
      ...disk,
      async open(path, flags, mode) {
        if (isHeld) {
          reached.resolve()
          await goOn.promise
        }
        const file = await disk.open(path, flags, mode)
        opened.resolve()
        return file
      },
    }
    const lock = locked(await takeLock(folder, { disk: slow }))
    isHeld = true
    await rm(join(folder, lockFile))
    await vi.advanceTimersByTimeAsync(30_000)
    await reached.promise
    const released = lock.release()
    // Long enough for a release that waits for nothing.
    await disk.wait(50)
    goOn.resolve()
    await opened.promise
    await released
    expect(await readdir(join(folder, '.signpost'))).not.toContain('lock.json')
  })

  test('releasing never removes somebody else’s lock', async () => {
    const folder = await tempFolder()
    const lock = locked(await takeLock(folder, { disk }))
    const theirs = JSON.stringify({ token: 'theirs', pid: process.pid, started: null, host: 'x' })
    await writeFile(join(folder, lockFile), theirs)
    await lock.release()
    expect(await readFile(join(folder, lockFile), 'utf8')).toBe(theirs)
  })
})
