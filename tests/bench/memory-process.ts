import { createWorkerChecks } from '../../src/renderer/editor/checks/checks-of-worker.ts'
import { parseEntry, type WorkspacePath } from '../../src/shared/content/index.ts'
import { proseFrom } from './prose.ts'
import { samplePage } from './sample-pages.ts'

/**
 * Ten thousand edits of one page, as the checks' worker hears of them, each with words that were never there before: what
 * the checks still hold then, in megabytes. Run with `--expose-gc`.
 */
const { path, text } = samplePage(1)
const { entry } = parseEntry(path as WorkspacePath, text)
const details = { ...entry, doc: { type: 'doc' as const, content: [] as [] } }
const checks = createWorkerChecks()
const prose = proseFrom(7)
const count = entry.doc.content.length
checks.hear({ kind: 'check', round: 0, details, blocks: { at: 0, out: 0, put: [...entry.doc.content] } })

const heaps: { edits: number; heap: number }[] = []
for (let edits = 1; edits <= 10_000; edits++) {
  const words = [{ type: 'text' as const, text: `${prose.paragraph(3)} EHCP ${edits}.` }]
  const put = [{ type: 'paragraph' as const, content: words }]
  checks.hear({ kind: 'check', round: edits, details, blocks: { at: prose.number(count), out: 1, put } })
  if (edits % 2_500 === 0) heaps.push({ edits, heap: heapNow() })
}
process.stdout.write(JSON.stringify(heaps))

function heapNow(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_000_000
}
