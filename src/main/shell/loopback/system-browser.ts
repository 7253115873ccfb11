import { spawn } from 'node:child_process'
import { externalAddress } from '../external-address.ts'
import { hasDisplay, type Surroundings } from '../surroundings.ts'

/** The program that opens an address on this system, and its arguments; null where there is nothing to see it on. */
export function browserCommand(url: string, surroundings: Surroundings): [string, ...string[]] | null {
  switch (surroundings.platform) {
    case 'win32':
      // Not `cmd /c start`: it would read the `&` of an address as the end of a command.
      return ['rundll32', 'url.dll,FileProtocolHandler', url]
    case 'darwin':
      return ['open', url]
    default:
      return hasDisplay(surroundings) ? ['xdg-open', url] : null
  }
}

/** Opens an address in the system's browser; answers whether a program took it. Refuses any other kind of address. */
export async function openInBrowser(url: string, surroundings: Surroundings): Promise<boolean> {
  const address = externalAddress(url)
  const command = address === null ? null : browserCommand(address, surroundings)
  if (command === null) return false
  const [program, ...args] = command
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => resolve(true))
    child.unref()
  })
}
