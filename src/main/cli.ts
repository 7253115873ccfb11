#!/usr/bin/env node
import { homedir } from 'node:os'
import { join } from 'node:path'
import { dataFolder } from './settings/data-folder.ts'
import { tooOld } from './too-old.ts'

/**
 * Signpost in a terminal. It never imports Electron: importing it would start a download. What Node.js makes of the program
 * is kept on this computer, so that the next start need not make it again; the program itself is loaded after that, and only
 * by a Node.js that can.
 */
const sentence = tooOld(process.versions.node)
if (sentence === null) {
  const { default: module } = await import('node:module')
  module.enableCompileCache(
    join(dataFolder({ env: process.env, platform: process.platform, home: homedir() }), 'compiled'),
  )
  const { runInTerminal } = await import('./in-terminal.ts')
  await runInTerminal()
} else {
  process.stderr.write(sentence)
  process.exitCode = 2
}
