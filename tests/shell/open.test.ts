import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { AppRouter, DownloadMemory, OpenWish } from '../../src/main/shell/index.ts'
import { openSignpost } from '../../src/main/shell/index.ts'
import { readyMessage } from '../../src/main/shell/start-electron.ts'
import { isRefusal, type Refusal, refuse } from '../../src/shared/outcome.ts'

interface Scene {
  /** What Electron's program does, a node script; absent where it has not been fetched. */
  electron?: string
  /** What fetching it does. */
  install?: string
  env?: Record<string, string>
  wish?: Partial<OpenWish>
  refusal?: Refusal
}

/** Opens Signpost on a computer made for the test; ends it when an address was shown. */
async function open({ electron, install = 'process.exit(1)', env = { DISPLAY: ':0' }, wish = {}, refusal }: Scene) {
  const app = await mkdtemp(join(tmpdir(), 'signpost-open-'))
  onTestFinished(() => rm(app, { recursive: true }))
  const folder = join(app, 'node_modules', 'electron')
  await mkdir(join(folder, 'dist'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "version": "45.4.1" }')
  await writeFile(join(folder, 'install.js'), install)
  if (electron !== undefined) {
    await writeFile(join(folder, 'dist', 'electron'), `#!${process.execPath}\n${electron}`)
    await chmod(join(folder, 'dist', 'electron'), 0o755)
    await writeFile(join(folder, 'dist', 'version'), '45.4.1')
    await writeFile(join(folder, 'path.txt'), 'electron')
  }

  const told: string[] = []
  const addresses: string[] = []
  let closed = 0
  let failed: Awaited<ReturnType<DownloadMemory['failed']>> = null
  const start = () => {
    const ending = new AbortController()
    const shown = addresses.length
    return openSignpost(
      { workspace: null, shell: 'auto', port: 0, browser: false, ...wish },
      {
        startApp: async () =>
          refusal ?? {
            router: {} as AppRouter,
            respond: async () => null,
            emit: () => undefined,
            open: async () => undefined,
            close: async () => {
              closed += 1
            },
          },
        built: { window: app, preload: join(app, 'preload.cjs'), app },
        surroundings: { platform: 'linux', env: { ...env, PATH: process.env.PATH }, uid: 1000, sandbox: true },
        memory: {
          failed: async () => failed,
          remember: async next => {
            failed = next
          },
        },
        limits: { total: 10_000, still: 10_000, look: 20 },
        onWhy: why => void told.push(why),
        onAddress: address => {
          addresses.push(address)
          if (addresses.length > shown + 1) ending.abort()
        },
        onAsked: again => {
          again()
          return () => undefined
        },
        onFetching: () => undefined,
        signal: ending.signal,
      },
    )
  }
  return { start, folder, told, addresses, closed: () => closed, failed: () => failed }
}

describe('in a browser', () => {
  test('it says why, shows an address and another when asked, and finishes when it is ended', async () => {
    const scene = await open({ env: {} })
    expect(await scene.start()).toEqual({ kind: 'ended', code: 0 })
    expect(scene.told).toEqual([expect.stringContaining('there is no display')])
    expect(scene.addresses).toHaveLength(2)
    expect(new Set(scene.addresses).size).toBe(2)
    for (const address of scene.addresses)
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]{43}$/)
    expect(scene.closed()).toBe(1)
  })

  test('a port in use is refused, and what was started is finished', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await new Promise(resolve => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const scene = await open({ wish: { shell: 'loopback', port } })
    expect(await scene.start()).toMatchObject({
      kind: 'refused',
      code: 'port-in-use',
      sentence: `Another program on this computer is using port ${port}.`,
    })
    expect(scene.addresses).toEqual([])
    expect(scene.closed()).toBe(1)
  })

  test('a workspace that cannot be opened is refused before anything is served', async () => {
    const refusal = refuse('not-a-workspace', 'This folder is not a Signpost workspace.', 'Choose another.')
    const scene = await open({ env: {}, refusal })
    expect(await scene.start()).toEqual(refusal)
    expect(scene.addresses).toEqual([])
  })
})

describe('in Electron', () => {
  const stands = `process.send('${readyMessage}', () => process.exit(0))`

  test('it runs until the window is closed, and no browser is opened', async () => {
    const scene = await open({ electron: stands })
    expect(await scene.start()).toEqual({ kind: 'ended', code: 0 })
    expect(scene.told).toEqual([])
    expect(scene.addresses).toEqual([])
  })

  test('it is given the program and the workspace', async () => {
    const electron = `process.exit(process.argv.slice(3).join(' ') === 'open /home/priya/team' ? 0 : 1)`
    const scene = await open({ electron, wish: { workspace: '/home/priya/team', shell: 'electron' } })
    expect(await scene.start()).toEqual({ kind: 'ended', code: 0 })
  })

  test('that does not start after all gives way to a browser, saying what was wrong', async () => {
    const scene = await open({ electron: `console.error('libnss3.so: cannot open'); process.exit(127)` })
    expect(await scene.start()).toEqual({ kind: 'ended', code: 0 })
    expect(scene.told).toEqual([expect.stringContaining('Electron did not start (libnss3.so: cannot open)')])
    expect(scene.addresses).toHaveLength(2)
  })

  test('that was asked for by name is refused instead', async () => {
    const scene = await open({ electron: 'process.exit(1)', wish: { shell: 'electron' } })
    expect(isRefusal(await scene.start())).toBe(true)
  })
})

describe('fetching Electron', () => {
  test('that fails is remembered, leads to a browser, and is not tried at the next start', async () => {
    const install = `
      require('fs').appendFileSync(__dirname + '/tries', 'x')
      console.error('Error: connect ECONNREFUSED')
      process.exit(1)
    `
    const scene = await open({ install })
    const tries = () => readFile(join(scene.folder, 'tries'), 'utf8')
    expect(await scene.start()).toEqual({ kind: 'ended', code: 0 })
    expect(scene.told).toEqual([expect.stringContaining('could not be fetched (connect ECONNREFUSED)')])
    expect(scene.failed()).toMatchObject({ version: '45.4.1' })
    expect(await tries()).toBe('x')

    expect(await scene.start()).toEqual({ kind: 'ended', code: 0 })
    expect(scene.told[1]).toContain('could not be fetched within the last day')
    expect(await tries()).toBe('x')
    expect(scene.addresses).toHaveLength(4)
  })

  test('is not even tried where it could not be used', async () => {
    const scene = await open({ install: `require('fs').appendFileSync(__dirname + '/tries', 'x')`, env: {} })
    await scene.start()
    await expect(readFile(join(scene.folder, 'tries'))).rejects.toThrow('ENOENT')
  })

  test('that works opens the window', async () => {
    const install = `
      const fs = require('fs')
      fs.writeFileSync(__dirname + '/dist/electron', '#!${process.execPath}\\nprocess.exit(0)', { mode: 0o755 })
      fs.writeFileSync(__dirname + '/dist/version', '45.4.1')
      fs.writeFileSync(__dirname + '/path.txt', 'electron')
    `
    const scene = await open({ install })
    expect(await scene.start()).toEqual({ kind: 'ended', code: 0 })
    expect(scene.told).toEqual([])
    expect(scene.failed()).toBeNull()
  })
})
