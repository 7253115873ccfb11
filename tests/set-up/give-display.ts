import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { TestProject } from 'vitest/node'
import { electronHere } from './find-electron.ts'

/** A display for Electron's windows, where this computer has none. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const electron = electronHere()
  if (electron.kind === 'missing' || electron.xvfb === null) {
    project.provide('display', null)
    return undefined
  }
  const { name, stop } = await startXvfb(electron.xvfb)
  project.provide('display', name)
  return stop
}

/** Starts an X server in memory, which chooses a free number itself and says it. */
export async function startXvfb(program: string): Promise<{ name: string; stop(): Promise<void> }> {
  const words = ['-displayfd', '1', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp']
  const server = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const gone = once(server, 'exit')
  const number = await Promise.race([once(server.stdout, 'data'), gone.then(() => null)])
  if (number === null) throw new Error('Xvfb ended before it gave a display.')
  return {
    name: `:${String(number[0]).trim()}`,
    async stop() {
      server.kill('SIGTERM')
      await gone
    },
  }
}
