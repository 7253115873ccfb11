import { execFileSync } from 'node:child_process'
import { expect } from 'vitest'
import { type Laptop, page, team } from './team.ts'

/** Two laptops with one shared copy, and what the two of them do to its pages. */

export const moving = 'pages/education/moving.md'
export const health = 'pages/health/health.md'
export const files = {
  [moving]: page(
    1,
    'Moving',
    'Tell the council before you move.',
    'They must send us the plan on the day you move.',
    'Your child can stay at their school.',
  ),
  [health]: page(2, 'Health', 'Ask your doctor.'),
}
export const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim()

/** A team of two that shares one workspace. */
export async function twoLaptops() {
  const { server: shared, laptops } = await team(files, 'priya', 'tom')
  const [priya, tom] = laptops
  if (!priya || !tom) throw new Error('a team of two')
  return { shared, priya, tom }
}

export function edit(laptop: Laptop, path: string, from: string, to: string): void {
  const before = laptop.read(path)
  if (!before.includes(from)) throw new Error(`“${from}” is not there to be edited`)
  laptop.write(path, before.replace(from, to))
}

export async function save(laptop: Laptop, path: string, from: string, to: string): Promise<void> {
  edit(laptop, path, from, to)
  expect(await laptop.save(`${laptop.person.name} changed a page`)).not.toBeNull()
}

/** Everybody has the same words, history is one line, and git finds nothing wrong. */
export async function expectAllShared(shared: { folder(name: string): string }, ...laptops: Laptop[]): Promise<void> {
  const newest = git(shared.folder('offer'), 'rev-parse', 'main')
  expect(git(shared.folder('offer'), 'rev-list', '--merges', '--all')).toBe('')
  expect(git(shared.folder('offer'), 'fsck', '--strict', '--no-dangling')).toBe('')
  for (const laptop of laptops) {
    expect(await laptop.history.head()).toBe(newest)
    expect(git(laptop.root, 'status', '--porcelain')).toBe('')
    expect(git(laptop.root, 'fsck', '--strict', '--no-dangling')).toBe('')
  }
}
