import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readyMessage, startElectron } from '../../src/main/shell/start-electron.ts'

/** A program in Electron's place: a node script. */
async function start(script: string, { env = process.env, signal = new AbortController().signal } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-start-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'main.cjs'), script)
  return startElectron({ binary: process.execPath, args: [join(folder, 'main.cjs')], env, signal })
}
const ready = `process.send('${readyMessage}')`

test('a window that stood and was closed has ended', async () => {
  expect(await start(`${ready}; process.disconnect()`)).toEqual({ kind: 'ended', code: 0 })
  expect(await start(`${ready}; setTimeout(() => process.exit(7), 50)`)).toEqual({ kind: 'ended', code: 7 })
})

test('a second start that hands over to the first has ended well, without a window', async () => {
  expect(await start('process.exit(0)')).toEqual({ kind: 'ended', code: 0 })
})

test('one that ends in error before its window stood has not started, and says why', async () => {
  expect(await start(`console.error('libnss3.so: cannot open shared object file'); process.exit(127)`)).toEqual({
    kind: 'did-not-start',
    reason: 'libnss3.so: cannot open shared object file',
  })
  const gone = startElectron({ binary: '/no/such/electron', args: [], env: {}, signal: new AbortController().signal })
  expect(await gone).toMatchObject({ kind: 'did-not-start', reason: expect.stringContaining('ENOENT') })
})

test('is not told to be a plain node, as editors’ terminals do', async () => {
  const script = `process.exit(process.env.ELECTRON_RUN_AS_NODE ? 1 : 0)`
  expect(await start(script, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })).toEqual({
    kind: 'ended',
    code: 0,
  })
})

test('ends when the person ends the start', async () => {
  const ending = new AbortController()
  const running = start(`${ready}; setInterval(() => {}, 1000)`, { signal: ending.signal })
  setTimeout(() => ending.abort(), 200)
  expect(await running).toMatchObject({ kind: 'ended' })
})
