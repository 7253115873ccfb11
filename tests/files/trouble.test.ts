import { describe, expect, test } from 'vitest'
import { diskTrouble, isDiskTrouble } from '../../src/main/files/index.ts'

const fault = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: something, ${syscall} 'page.md'`), { code, syscall })

describe('a fault of the disk in words', () => {
  test.each(['EIO', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EBUSY', 'ENOENT', 'ESTALE', 'ENOTDIR'])(
    'met while reading (%s) says nothing of saving',
    code => {
      const told = diskTrouble(fault(code, 'read'))
      if (told === null) throw new Error(`${code} has no words`)
      expect(isDiskTrouble(told)).toBe(true)
      expect(`${told.sentence} ${told.nextStep}`).not.toMatch(/could not be saved|save again|let Signpost write/)
    },
  )

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
  ])('that only writing meets (%s) says that the last change could not be saved', (code, named) => {
    expect(diskTrouble(fault(code, 'write'))).toMatchObject({
      code: named,
      sentence: expect.stringContaining('the last change could not be saved'),
    })
  })

  test.each(['ENOTCONN', 'EHOSTDOWN', 'ETIMEDOUT', 'ECONNRESET', 'ENETUNREACH'])(
    'of a drive on the network that is gone (%s) has a next step, and of a server is none of the disk',
    code => {
      const ofFile = Object.assign(fault(code, 'lstat'), { path: '/mnt/offer/page.md' })
      expect(diskTrouble(ofFile)).toMatchObject({ code: 'folder-gone', nextStep: expect.stringContaining('Plug') })
      expect(diskTrouble(fault(code, 'fsync'))).toMatchObject({ code: 'folder-gone' })
      expect(diskTrouble(fault(code, 'connect'))).toBeNull()
      expect(diskTrouble(fault(code, 'read'))).toBeNull()
    },
  )

  test('that Windows has no name for is one of the disk where it is about a file', () => {
    const ofFile = Object.assign(fault('UNKNOWN', 'open'), { path: 'C:\\offer\\page.md' })
    expect(diskTrouble(ofFile)).toMatchObject({ code: 'no-permission-on-disk' })
    expect(diskTrouble(fault('UNKNOWN', 'connect'))).toBeNull()
  })

  test('is found inside what a library made of it, and nothing else is one', () => {
    expect(diskTrouble(new Error('it failed', { cause: fault('EIO', 'read') }))).toMatchObject({ code: 'disk-failing' })
    expect(diskTrouble(fault('EINVAL', 'read'))).toBeNull()
  })
})
