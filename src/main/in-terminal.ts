import { endWith, processTerminal, runCommandLine } from './command-line/index.ts'
import { placesFrom } from './places.ts'
import { createServices } from './services.ts'
import { openSettings } from './settings/index.ts'

/** Does what the arguments of this process say, and ends it. */
export async function runInTerminal(): Promise<void> {
  const places = placesFrom(import.meta.dirname, null)
  const settings = await openSettings({ data: places.data, now: () => new Date() })
  const terminal = processTerminal(process)
  const services = createServices(places, settings)
  endWith(process, await runCommandLine(process.argv.slice(2), { terminal, services }))
}
