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
  const [{ default: module }, { setFlagsFromString }] = await Promise.all([import('node:module'), import('node:v8')])
  // V8 reads a pattern into a form that it interprets, and at the second text again into one for the machine. Nearly all of
  // ours meet thousands of texts: made ready for the machine at once, a check of a thousand pages takes a twentieth less of the
  // processor. A Node.js to come that had no such flag would complain of it, so only those are told that have it.
  if (/^2[2-4]\./.test(process.versions.node)) setFlagsFromString('--no-regexp-tier-up')
  module.enableCompileCache(
    join(dataFolder({ env: process.env, platform: process.platform, home: homedir() }), 'compiled'),
  )
  const { runInTerminal } = await import('./in-terminal.ts')
  await runInTerminal()
} else {
  process.stderr.write(sentence)
  process.exitCode = 2
}
