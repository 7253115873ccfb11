import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Laptop } from './laptop.ts'
import { filesIn, missingAt } from './ledger.ts'
import type { Team } from './team.ts'

/** What has to be true whatever happened. Each function throws a sentence that says what is not. */

/** The newest version of the shared copy. */
export const headOf = ({ shared }: Team): string => git(shared, 'rev-parse', 'main')

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** Git itself finds nothing wrong with a laptop's history, and no move of the folder is halfway. */
export function soundLaptop({ name, place: { root } }: Laptop): void {
  soundWorkspace(name, root)
}

export function soundWorkspace(name: string, root: string): void {
  soundHistory(name, root)
  if (existsSync(join(root, '.git/signpost/journal.json'))) throw new Error(`${name}’s laptop is halfway`)
}

/** What a kill left half written is cleared away by the next start. */
export function nothingHalfWritten({ name, place: { root } }: Laptop): void {
  for (const folder of ['.git/signpost-tmp', '.signpost/tmp']) {
    const left = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []
    if (left.length > 0) throw new Error(`${name} has something half written in ${folder}: ${left}`)
  }
}

function soundHistory(name: string, folder: string): void {
  try {
    const said = git(folder, 'fsck', '--strict', '--no-dangling')
    if (said !== '') throw new Error(said)
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new Error(`git finds fault with ${name}’s history: ${said}`)
  }
}

/** The shared copy's history is one line that only ever grew. */
export function soundShared({ shared }: Team): void {
  soundHistory('the shared copy', shared)
  const joined = git(shared, 'rev-list', '--merges', '--all')
  if (joined !== '') throw new Error(`the history is not one line: ${joined}`)
}

/** Nothing that was typed, and that nobody took out, is missing. */
export function nothingMissing(team: Team): void {
  const missing = missingAt(
    team.ledger(),
    team.laptops.map(laptop => laptop.place),
  )
  if (missing.length > 0) throw new Error(`words are missing: ${missing.join(', ')}`)
}

/** Everybody's folder is the same to the byte, and is what the newest version says. */
export function sameEverywhere(team: Team): void {
  const { laptops } = team
  const newest = headOf(team)
  const [first, ...others] = laptops.map(laptop => ({ name: laptop.name, files: contentOf(laptop.place.root) }))
  for (const { name, place } of laptops) {
    const mine = git(place.root, 'rev-parse', 'main')
    if (mine !== newest) throw new Error(`${name} has another newest version than the shared copy`)
    asItsNewest(name, place.root)
  }
  for (const { name, files } of first === undefined ? [] : others) {
    const paths = new Set([...files.keys(), ...(first?.files.keys() ?? [])])
    const different = [...paths].filter(path => files.get(path) !== first?.files.get(path))
    if (different.length > 0) throw new Error(`${name} and ${first?.name} differ in ${different.join(', ')}`)
  }
}

/** A workspace's folder is what its newest version says. */
export function asItsNewest(name: string, root: string): void {
  const changed = git(root, 'status', '--porcelain')
  if (changed !== '') throw new Error(`${name}’s folder is not the newest version: ${changed}`)
}

function contentOf(root: string): Map<string, string> {
  const own = /^(?:\.git|\.signpost)\//
  const files = [...filesIn(root)].map(path => [relative(root, path), path] as const)
  return new Map(files.filter(([path]) => !own.test(path)).map(([path, full]) => [path, readFileSync(full, 'latin1')]))
}
