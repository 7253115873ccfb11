import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkout, type Measure } from '../measure.ts'

/** The window's scripts and styles. */
export const bundle: Measure = {
  name: 'bundle',
  async run() {
    const folder = join(checkout, 'out/renderer/assets')
    const files = readdirSync(folder)
      .filter(name => /\.(?:js|css)$/.test(name))
      .map(name => readFileSync(join(folder, name)))
    const kB = (sizes: number[]) => [sizes.reduce((sum, size) => sum + size, 0) / 1000]
    return [
      { what: 'window: scripts and styles', unit: 'kB', runs: kB(files.map(file => file.byteLength)) },
      { what: 'window: the same, compressed', unit: 'kB', runs: kB(files.map(file => gzipSync(file).byteLength)) },
    ]
  },
}
