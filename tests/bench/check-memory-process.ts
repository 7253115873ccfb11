import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as desk from '../../src/main/desk/index.ts'
import { proseFrom } from './prose.ts'

/**
 * Ten thousand small files, checked as the command line checks them: what this process still holds, in megabytes, each time a
 * quarter of them has been told of. The folder is given, and empty. Run with `--expose-gc`.
 */
const [folder = ''] = process.argv.slice(2)
const prose = proseFrom(11)
const count = 10_000
mkdirSync(folder, { recursive: true })
const paths = Array.from({ length: count }, (_, number) => {
  const path = join(folder, `${number}.md`)
  writeFileSync(path, `# Page ${number}\n\n${prose.paragraph(4)} See [click here](/${number}) for the EHCP.\n`)
  return path
})

const heaps: { files: number; heap: number }[] = []
let files = 0
const told = { signal: new AbortController().signal, onProgress: () => undefined }
await desk.checkFiles(paths, told, () => {
  files += 1
  if (files % 2_500 === 0) heaps.push({ files, heap: heapNow() })
})
process.stdout.write(JSON.stringify(heaps))

function heapNow(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_000_000
}
