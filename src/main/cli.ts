#!/usr/bin/env node
import { endWith, processTerminal, runCommandLine } from './command-line/index.ts'
import { placesFrom } from './places.ts'
import { createServices } from './services.ts'
import { openSettings } from './settings/index.ts'

/** Signpost in a terminal. It never imports Electron: importing it would start a download. */
const places = placesFrom(import.meta.dirname, null)
const settings = await openSettings({ data: places.data, now: () => new Date() })
const terminal = processTerminal(process)
const services = createServices(places, settings)
endWith(process, await runCommandLine(process.argv.slice(2), { terminal, services }))
