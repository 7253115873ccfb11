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
  // V8 itself takes a good part of a short run, on processors that have work already. It reads a pattern into a form
  // that it interprets, and at the second text again into one for the machine; nearly all of ours meet thousands of texts. And
  // it compiles a third time what was called 3,000 times, which a check of a thousand pages hardly gains from and one of five
  // thousand does. Measured in turns, cold: 1,000 pages 6.5 → 5.4 s, 5,000 pages 20.0 → 19.3 s; a build the same. A Node.js
  // to come that had no such flag would complain of it, so only those are told that have it.
  if (/^2[2-4]\./.test(process.versions.node))
    for (const flag of ['--no-regexp-tier-up', '--invocation-count-for-turbofan=50000']) setFlagsFromString(flag)
  module.enableCompileCache(
    join(dataFolder({ env: process.env, platform: process.platform, home: homedir() }), 'compiled'),
  )
  const { runInTerminal } = await import('./in-terminal.ts')
  await runInTerminal()
} else {
  process.stderr.write(sentence)
  process.exitCode = 2
}
