import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll } from 'vitest'
import config from '../../electron.vite.config.ts'

let built: Promise<string> | null = null

afterAll(async () => {
  if (built !== null) await rm(dirname(await built), { recursive: true })
})

/** The preload, bundled as the build does it; the path of the one file. Built once for each file of tests. */
export function builtPreload(): Promise<string> {
  built ??= bundle()
  return built
}

async function bundle(): Promise<string> {
  const preload = typeof config === 'object' && 'preload' in config ? config.preload : undefined
  if (preload?.build === undefined) throw new Error('The build says nothing about a preload.')
  const { externalizeDeps: _, ...options } = preload.build
  const outDir = await mkdtemp(join(tmpdir(), 'signpost-preload-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ...options,
      outDir,
      minify: false,
      rollupOptions: { ...options.rollupOptions, external: ['electron'] },
    },
  })
  return join(outDir, 'preload.cjs')
}
