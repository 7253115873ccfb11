import { spawn } from 'node:child_process'
import { externalAddress } from '../external-address.ts'
import { hasDisplay, type Surroundings } from '../surroundings.ts'

export interface BrowserCommand {
  program: string
  args: string[]
  /** What the program reads. */
  input: string
}

/** The program that opens an address on this system; null where there is nothing to see it on. */
export function browserCommand(url: string, surroundings: Surroundings): BrowserCommand | null {
  switch (surroundings.platform) {
    case 'win32':
      // Not `cmd /c start`: it would read the `&` of an address as the end of a command.
      return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', url], input: '' }
    case 'darwin':
      // Not `open`: everybody on this computer can read its arguments.
      return { program: 'osascript', args: ['-'], input: `open location "${url.replaceAll(/["\\]/g, '\\$&')}"\n` }
    default:
      return hasDisplay(surroundings) ? { program: 'xdg-open', args: [url], input: '' } : null
  }
}

/** Opens an address in the system's browser; answers whether a program took it. Refuses any other kind of address. */
export async function openInBrowser(url: string, surroundings: Surroundings): Promise<boolean> {
  const address = externalAddress(url)
  const command = address === null ? null : browserCommand(address, surroundings)
  if (command === null) return false
  return new Promise(resolve => {
    const child = spawn(command.program, command.args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => resolve(true))
    // A program that does not read what it is given opens the address all the same.
    child.stdin.on('error', () => undefined)
    child.stdin.end(command.input)
    child.unref()
  })
}
