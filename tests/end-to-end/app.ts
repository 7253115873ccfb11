import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startElectronLaptop } from './electron-laptop.ts'
import type { Laptop, LaptopOptions } from './laptop.ts'
import { startLoopbackLaptop } from './loopback-laptop.ts'

export type { Laptop, LaptopOptions } from './laptop.ts'
export { closeBrowser, newBrowserContext } from './loopback-laptop.ts'

/** A new laptop with Signpost open, in the shell of this project: on loopback always, in Electron where it was found. */
export function startLaptop(name: string, options: LaptopOptions = {}): Promise<Laptop> {
  const folder = mkdtempSync(join(tmpdir(), `signpost-${name}-`))
  return inject('shell') === 'electron' ? startElectronLaptop(folder, options) : startLoopbackLaptop(folder, options)
}
