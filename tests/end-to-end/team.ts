import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { type GitServer, startGitServer } from '../git-server/git-server.ts'
import { type Laptop, type LaptopOptions, startLaptop } from './app.ts'
import { everythingIsShared, sees } from './screen.ts'

/** The team of the sample, each with a token of their own for the shared copy. */
export const team = {
  priya: { name: 'Priya Nair', email: 'priya@example.org', token: 'the-token-of-priya' },
  sam: { name: 'Sam Oduya', email: 'sam@example.org', token: 'the-token-of-sam' },
  danny: { name: 'Danny Frost', email: 'danny@example.org', token: 'the-token-of-danny' },
  mark: { name: 'Mark Ellery', email: 'mark@example.org', token: 'the-token-of-mark' },
} as const
export type Colleague = (typeof team)[keyof typeof team]

/** A shared copy on a real git server. */
export interface SharedCopy {
  server: GitServer
  address: string
  /** Asks git itself what is there; answers what it printed. */
  git(...words: string[]): string
  /** Waits until a page in the shared copy has these words. */
  has(path: string, words: string): Promise<void>
  close(): Promise<void>
}

/** An empty place on a git server to which the whole team has a token. */
export async function startSharedCopy(): Promise<SharedCopy> {
  const dir = mkdtempSync(join(tmpdir(), 'signpost-server-'))
  const users = Object.fromEntries(Object.values(team).map(({ email, token }) => [email, token]))
  const server = await startGitServer({ dir, users })
  const bare = server.create('offer')
  return {
    server,
    address: server.url('offer'),
    git: (...words) => runGit(bare, ...words),
    has: (path, words) => expect.poll(() => runGit(bare, 'show', `main:${path}`)).toContain(words),
    async close() {
      await server.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The same with the sample in it, as though the team had shared it for a long time. */
export async function shareSample(): Promise<SharedCopy> {
  const shared = await startSharedCopy()
  runGit(inject('sample'), 'push', '--quiet', shared.server.folder('offer'), 'main', 'live')
  return shared
}

/** A colleague's change that reaches the shared copy from another laptop. */
export function changeAs(who: Colleague, shared: SharedCopy, path: string, from: string, to: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-colleague-'))
  runGit(folder, 'clone', '--quiet', shared.server.folder('offer'), '.')
  const text = readFileSync(join(folder, path), 'utf8')
  if (!text.includes(from)) throw new Error(`${path} does not say “${from}”`)
  writeFileSync(join(folder, path), text.replace(from, to))
  const person = ['-c', `user.name=${who.name}`, '-c', `user.email=${who.email}`]
  runGit(folder, ...person, 'commit', '--quiet', '--all', '-m', `${who.name} changed ${path}`)
  runGit(folder, 'push', '--quiet')
  rmSync(folder, { recursive: true, force: true })
}

/** A copy of the sample in a folder of its own, for a test that changes its files. */
export function copyOfSample(folder: string): string {
  const copy = join(folder, 'offer')
  cpSync(inject('sample'), copy, { recursive: true })
  return copy
}

export function runGit(folder: string, ...words: string[]): string {
  return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

/** A new laptop on which somebody joins the team's workspace, up to the first screen of it. */
export async function joinAs(who: Colleague, address: string, options: LaptopOptions = {}): Promise<Laptop> {
  const laptop = await startLaptop(who.name.split(' ')[0]?.toLowerCase() ?? 'laptop', options)
  const { page } = laptop
  await page.getByRole('button', { name: 'Join a workspace' }).click()
  await page.getByRole('textbox', { name: 'Address of the workspace' }).fill(address)
  await page.getByRole('textbox', { name: 'Your name' }).fill(who.name)
  await page.getByRole('textbox', { name: 'Your work email' }).fill(who.email)
  await page.getByRole('textbox', { name: 'Access token' }).fill(who.token)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await sees(page, 'heading', 'This week')
  await everythingIsShared(page)
  return laptop
}
