import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findElectron } from '../../src/main/shell/electron-binary.ts'
import { type FetchLimits, fetchElectron } from '../../src/main/shell/fetch-electron.ts'

const patient: FetchLimits = { total: 60_000, still: 60_000, look: 10 }

/** A package like Electron's, whose `install.js` does what the test says; it stands in a program's `node_modules`. */
async function electronPackage(install: string) {
  const program = await mkdtemp(join(tmpdir(), 'signpost-fetch-'))
  onTestFinished(() => rm(program, { recursive: true }))
  const folder = join(program, 'node_modules', 'electron')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "name": "electron", "version": "45.4.1" }')
  await writeFile(
    join(folder, 'install.js'),
    `const fs = require('fs'), os = require('os'), path = require('path')\n${install}`,
  )
  return { folder, from: join(program, 'main.js') }
}

const unpack = `
  fs.mkdirSync(path.join(__dirname, 'dist'))
  fs.writeFileSync(path.join(__dirname, 'dist', 'version'), 'v45.4.1')
  fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), 'the program')
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')
`

interface Watching {
  onProgress?(bytes: number): void
  signal?: AbortSignal
}

function fetchFrom(folder: string, limits: FetchLimits, { onProgress, signal }: Watching = {}) {
  return fetchElectron({
    node: process.execPath,
    folder,
    env: process.env,
    limits,
    onProgress: bytes => onProgress?.(bytes),
    signal: signal ?? new AbortController().signal,
  })
}

describe('Electron’s own package', () => {
  test('has no program before it was fetched, and exactly its own afterwards', async () => {
    const { folder, from } = await electronPackage(unpack)
    expect(findElectron(from, {})).toEqual({ folder, version: '45.4.1', binary: null })
    expect(await fetchFrom(folder, patient)).toEqual({ kind: 'fetched' })
    expect(findElectron(from, {})?.binary).toBe(join(folder, 'dist', 'electron'))

    await writeFile(join(folder, 'dist', 'version'), 'v44.0.0')
    expect(findElectron(from, {})?.binary).toBeNull()
  })

  test('that was cut off while unpacking has no program', async () => {
    const { folder, from } = await electronPackage('')
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist', 'version'), 'v45.4.1')
    await writeFile(join(folder, 'dist', 'electron'), 'half')
    expect(findElectron(from, {})?.binary).toBeNull()
  })

  test('may be told to use a program elsewhere, which then has to be there', async () => {
    const { folder, from } = await electronPackage('')
    expect(findElectron(from, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'mine') })?.binary).toBeNull()
    await mkdir(join(folder, 'mine'))
    await writeFile(join(folder, 'mine', 'electron'), 'mine')
    await writeFile(join(folder, 'path.txt'), 'electron')
    expect(findElectron(from, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'mine') })?.binary).toBe(
      join(folder, 'mine', 'electron'),
    )
  })

  test('that is not installed is null', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-none-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    expect(findElectron(join(folder, 'main.js'), {})).toBeNull()
  })
})

describe('fetching', () => {
  test('tells how many bytes have come', async () => {
    const { folder } = await electronPackage(`
      const file = path.join(os.tmpdir(), 'electron.zip')
      fs.writeFileSync(file, Buffer.alloc(1000))
      setTimeout(() => { fs.appendFileSync(file, Buffer.alloc(4000)); setTimeout(() => {}, 200) }, 200)
    `)
    const seen: number[] = []
    await fetchFrom(folder, patient, { onProgress: bytes => void seen.push(bytes) })
    expect(seen.at(-1)).toBe(5000)
  })

  test('that fails says why in one line', async () => {
    const { folder } = await electronPackage(`
      console.error('TypeError: fetch failed\\n    at somewhere (file.js:1:2)')
      process.exit(1)
    `)
    expect(await fetchFrom(folder, patient)).toEqual({ kind: 'failed', reason: 'fetch failed' })
  })

  test.each([
    ['when nothing more comes', { ...patient, still: 2_000 }, 'nothing more arrived from the network'],
    ['when it takes too long in all', { ...patient, total: 2_000 }, 'it took too long'],
  ])('ends %s, together with the program that fetches', async (_, limits, reason) => {
    const { folder } = await electronPackage(`
      fs.writeFileSync(path.join(__dirname, 'started'), os.tmpdir() + ' ' + process.pid)
      setInterval(() => {}, 1000)
    `)
    expect(await fetchFrom(folder, limits)).toEqual({ kind: 'failed', reason })
    const [scratch = '', pid = ''] = (await readFile(join(folder, 'started'), 'utf8')).split(' ')
    expect(existsSync(scratch)).toBe(false)
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH')
  })

  test('ends when the person ends the start', async () => {
    const { folder } = await electronPackage('setInterval(() => {}, 1000)')
    const ending = new AbortController()
    const fetching = fetchFrom(folder, patient, { signal: ending.signal })
    ending.abort()
    expect(await fetching).toEqual({ kind: 'stopped' })
  })
})
