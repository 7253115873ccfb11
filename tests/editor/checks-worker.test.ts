import { createContext, runInContext } from 'node:vm'
import { build } from 'vite'
import { expect, test } from 'vitest'
import type { Details, FromChecks, ToChecks } from '../../src/renderer/editor/checks/check-messages.ts'
import { facts, pageOf } from '../checks/checked.ts'

/**
 * The checks run in a thread of their own, where there is no document. What is put together for a browser may stand on one
 * all the same, and then nothing is checked any more: so the very program is run here, with nothing of a window around it.
 */
test('the checks find what is wrong in a thread that has no document', async () => {
  const entry = new URL('../../src/renderer/editor/checks/checks.worker.ts', import.meta.url).pathname
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rollupOptions: { input: entry, output: { format: 'iife' } } },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const code = bundle && 'output' in bundle ? bundle.output[0].code : ''

  const said: FromChecks[] = []
  let listen: (event: { data: ToChecks }) => void = () => undefined
  const self = {
    addEventListener: (_: string, heard: typeof listen) => {
      listen = heard
    },
    postMessage: (message: FromChecks) => said.push(message),
  }
  runInContext(code, createContext({ self, URL, TextDecoder, TextEncoder, console }))
  listen({ data: { kind: 'facts', facts } })
  const { doc, ...rest } = pageOf('See [click here](https://example.org/).')
  const details = { ...rest, doc: { type: 'doc', content: [] } } as Details
  listen({ data: { kind: 'check', round: 1, details, blocks: { at: 0, out: 0, put: doc.content } } })
  expect(JSON.stringify(said)).toContain('does not say where it goes')
})
