import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { orThrow, tidyUp } from './team.ts'
import { edit, expectAllShared, git, moving, save, twoLaptops } from './two-laptops.ts'

afterEach(tidyUp)

const pictureSize = 200_000
const pictures = 6

describe('sharing', { timeout: 60_000 }, () => {
  test('brings in colleagues’ pictures from where the connection was cut, and shows none before all are here', async () => {
    const { shared, priya, tom } = await twoLaptops()
    mkdirSync(join(priya.root, 'media'), { recursive: true })
    for (let number = 0; number < pictures; number++) {
      writeFileSync(join(priya.root, `media/${number}.jpg`), randomBytes(pictureSize))
    }
    await priya.save('Priya added pictures')
    orThrow(await priya.sync())
    const before = await tom.history.head()
    edit(tom, moving, 'can stay', 'may stay')

    shared.behave({ kind: 'cut', afterBytes: 900_000, of: 'git-upload-pack' })
    expect(await tom.sync()).toMatchObject({ kind: 'waiting', code: 'cut' })
    expect(existsSync(join(tom.root, 'media'))).toBe(false)
    expect(git(tom.root, 'rev-list', '--count', `${before}..main`)).toBe('1')
    expect(git(tom.root, 'fsck', '--strict', '--no-dangling')).toBe('')
    // Closed and started again, and with less of a line than all of them together would need.
    const again = await tom.reopen()
    shared.behave({ kind: 'cut', afterBytes: 900_000, of: 'git-upload-pack' })
    expect(await again.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
    shared.behave({ kind: 'well' })
    orThrow(await priya.sync())
    await expectAllShared(shared, priya, again)
    expect(again.read('media/5.jpg')).toBe(priya.read('media/5.jpg'))
    expect(existsSync(join(tom.root, '.git/signpost/coming'))).toBe(false)
  })

  test('writes through no link that stands where what comes is kept', async () => {
    const { priya, tom } = await twoLaptops()
    const mine = join(tom.cache, 'mine')
    mkdirSync(mine)
    const words = 'Nobody else’s business, and longer than any pack’s head.'
    const folder = join(tom.root, '.git/signpost/coming')
    for (const plant of [
      () => symlinkSync(mine, folder),
      () => {
        mkdirSync(folder)
        symlinkSync(join(mine, 'pack'), join(folder, 'pack'))
        writeFileSync(join(folder, 'wanted.json'), JSON.stringify({ tips: ['0123456789'.repeat(4)] }))
      },
    ]) {
      for (const name of ['pack', 'wanted.json']) writeFileSync(join(mine, name), words)
      plant()
      await save(priya, moving, 'council', 'town council')
      orThrow(await priya.sync())
      expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1 })
      for (const name of ['pack', 'wanted.json']) expect(readFileSync(join(mine, name), 'utf8')).toBe(words)
      expect(existsSync(folder)).toBe(false)
    }
  })

  test('asks the server once when there is nothing new, and once more for what is', async () => {
    const { shared, priya, tom } = await twoLaptops()
    const asked = async (work: () => Promise<unknown>) => {
      const before = shared.log.length
      await work()
      return shared.log.slice(before).map(({ method, url }) => `${method} ${url.replace(/^.*\.git\//, '')}`)
    }
    const look = 'GET info/refs?service=git-upload-pack'
    expect(await asked(() => tom.sync())).toEqual([look])
    await save(priya, moving, 'Tell', 'Inform')
    expect(await asked(() => priya.sync())).toEqual([look, 'POST git-receive-pack'])
    expect(await asked(() => tom.sync())).toEqual([look, 'POST git-upload-pack'])
  })

  test('says what is here, so that a laptop with work of its own is not sent the whole history again', async () => {
    const { shared, priya, tom } = await twoLaptops()
    mkdirSync(join(priya.root, 'media'), { recursive: true })
    writeFileSync(join(priya.root, 'media/large.jpg'), randomBytes(pictureSize))
    await priya.save('Priya added a picture')
    orThrow(await priya.sync())
    orThrow(await tom.sync())
    await save(priya, moving, 'Tell', 'Inform')
    orThrow(await priya.sync())
    await save(tom, moving, 'can stay', 'may stay')
    // The picture is in the history, and would not pass.
    shared.behave({ kind: 'cut', afterBytes: 20_000, of: 'git-upload-pack' })
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
  })
})
