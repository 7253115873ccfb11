import { call, os } from '@orpc/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { diskInWords } from '../../src/main/disk-in-words.ts'
import { refusalSchema } from '../../src/shared/outcome.ts'

const failing = (error: Error) => () => {
  throw error
}
const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
const asked = os.use(diskInWords)

test('a disk that fails is answered in words where there is a place for them', async () => {
  const list = asked.output(z.union([z.array(z.string()), refusalSchema])).handler(failing(full))
  expect(await call(list, undefined)).toMatchObject({ kind: 'refused', code: 'disk-full' })
})

test('what has no place for words, and what is no fault of the disk, is thrown as it is', async () => {
  await expect(call(asked.output(z.array(z.string())).handler(failing(full)), undefined)).rejects.toThrow('ENOSPC')
  const broken = asked.output(refusalSchema).handler(failing(new Error('a fault of ours')))
  await expect(call(broken, undefined)).rejects.toThrow('a fault of ours')
})
