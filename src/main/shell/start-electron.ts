import { spawn } from 'node:child_process'

export type ElectronRun = { kind: 'ended'; code: number } | { kind: 'did-not-start'; reason: string }

export interface StartElectron {
  binary: string
  args: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
}

/** What the Electron shell says to the program that started it, once its window stands. */
export const readyMessage = 'signpost:ready'

/**
 * Runs the Electron shell until its last window closes. One that ends in error before its window stood (a system library
 * is missing, a policy forbids it) has not started, and the caller can still open a browser.
 */
export function startElectron({ binary, args, env, signal }: StartElectron): Promise<ElectronRun> {
  return new Promise(resolve => {
    // Editors leave this set in their terminals; with it, Electron would start as a plain node.
    const { ELECTRON_RUN_AS_NODE: _, ...clean } = env
    const child = spawn(binary, args, { env: clean, stdio: ['inherit', 'inherit', 'pipe', 'ipc'] })
    let ready = false
    let complaint = ''
    child.on('message', message => {
      ready ||= message === readyMessage
    })
    child.stderr?.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString()).slice(-4000)
    })
    const end = () => child.kill('SIGTERM')
    signal.addEventListener('abort', end, { once: true })
    const finish = (run: ElectronRun) => {
      signal.removeEventListener('abort', end)
      resolve(run)
    }
    child.once('error', error => finish({ kind: 'did-not-start', reason: error.message }))
    child.once('close', code => {
      const failed = code !== 0 && !ready && !signal.aborted
      finish(failed ? { kind: 'did-not-start', reason: lastLine(complaint) } : { kind: 'ended', code: code ?? 0 })
    })
  })
}

function lastLine(complaint: string): string {
  return complaint.trim().split('\n').at(-1)?.trim().slice(0, 200) || 'it gave no reason'
}
