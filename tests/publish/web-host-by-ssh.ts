import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { SftpTarget } from '../../src/main/publish/targets/sftp-words.ts'
import type { WayIn } from '../../src/main/publish/targets/way-in.ts'
import { sftpServer, sshd } from '../set-up/find-sshd.ts'

/** OpenSSH's own server on a loopback port, with keys of its own; everything of it is gone when it is stopped. */
export interface SshHost {
  port: number
  /** `ssh-ed25519 SHA256:…`, as OpenSSH itself prints it. */
  hostKey: string
  wayIn: WayIn
  target(folder: string): SftpTarget
  /** Nobody answers, until it is up again at the same port and with the same key. */
  down(): Promise<void>
  up(): Promise<void>
  stop(): Promise<void>
}

/** `read-only` lets nothing be written; `small` takes no file that is longer than a few kilobytes, as a full disk. */
export async function sshHost(manner: 'well' | 'read-only' | 'small' = 'well'): Promise<SshHost> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-sshd-'))
  const keyIn = (name: string, kind: string) => {
    execFileSync('ssh-keygen', ['-q', '-t', kind, '-N', '', '-C', 'test', '-f', join(folder, name)])
    return join(folder, name)
  }
  const [host, own] = [keyIn('host', 'ed25519'), keyIn('own', 'ed25519')]
  writeFileSync(join(folder, 'authorized'), readFileSync(`${own}.pub`))
  const small = join(folder, 'small.sh')
  // A write beyond the limit is an error to the server, and no end of it.
  writeFileSync(small, `#!/bin/sh\ntrap '' XFSZ\nulimit -f 8\nexec ${sftpServer}\n`, { mode: 0o755 })
  const subsystem = { well: sftpServer, 'read-only': `${sftpServer} -R`, small }[manner]
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true })
  let { port, server } = await started(folder, subsystem, host)
  const down = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill()
    await new Promise(resolve => server.once('exit', resolve))
  }
  const hostKey = fingerprintOf(`${host}.pub`)
  const wayIn = { hostKey, privateKey: readFileSync(own, 'utf8'), passphrase: '' }
  return {
    port,
    hostKey,
    wayIn,
    target: path => ({ kind: 'sftp', host: '127.0.0.1', port, user: userInfo().username, folder: path, hostKey }),
    down,
    up: async () => {
      server = start(folder)
      await answers(port)
    },
    stop: async () => {
      await down()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** `256 SHA256:… test (ED25519)` is what OpenSSH says of it. */
function fingerprintOf(publicKey: string): string {
  const said = execFileSync('ssh-keygen', ['-l', '-f', publicKey], { encoding: 'utf8' })
  return `ssh-ed25519 ${said.split(' ')[1] ?? ''}`
}

async function started(
  folder: string,
  subsystem: string,
  host: string,
): Promise<{ port: number; server: ChildProcess }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const config = [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${host}`,
      `AuthorizedKeysFile ${join(folder, 'authorized')}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin yes',
      'PidFile none',
      'LogLevel QUIET',
      `Subsystem sftp ${subsystem}`,
    ]
    writeFileSync(join(folder, 'config'), `${config.join('\n')}\n`)
    const server = start(folder)
    const ended = new Promise<false>(resolve => server.once('exit', () => resolve(false)))
    if (await Promise.race([answers(port), ended])) return { port, server }
    if (attempt === 5) throw new Error('sshd does not start')
  }
}

const start = (folder: string) => spawn(sshd, ['-D', '-e', '-f', join(folder, 'config')], { stdio: 'ignore' })

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

async function answers(port: number): Promise<true> {
  for (;;) {
    const there = await new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('data', () => socket.destroy())
    })
    if (there) return true
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** A line to a server that goes wrong once so many bytes have gone to it; on its own port, until it is stopped. */
export interface BadLine {
  port: number
  /** How many bytes have gone to the server by now. */
  gone(): number
  stop(): Promise<void>
}

export async function badLine(to: number, wrong: 'cut' | 'silent', afterBytes: number): Promise<BadLine> {
  let gone = 0
  const open = new Set<Socket>()
  const server: Server = createServer(near => {
    const far = connect(to, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => open.delete(socket))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    far.on('data', data => {
      if (gone < afterBytes) near.write(data)
    })
    near.on('data', data => {
      gone += data.length
      if (gone < afterBytes) far.write(data)
      else if (wrong === 'cut') near.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    gone: () => gone,
    stop: () => {
      for (const socket of open) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
