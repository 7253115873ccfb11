import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openHistory } from '../../src/main/git/index.ts'
import { type Laptop, opened, orThrow, page, team, tidyUp } from './team.ts'

afterEach(tidyUp)

const script = join(import.meta.dirname, 'busy-laptop.ts')

/** Runs the busy laptop until it has said `lines` lines and some milliseconds more, and kills it. What it said, answered. */
function killAfter(laptop: Laptop, round: number, lines: number, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const args = [script, laptop.root, laptop.cache, laptop.token, String(round)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    let errors = ''
    let killing = false
    child.stderr.on('data', chunk => {
      errors += String(chunk)
    })
    child.stdout.on('data', chunk => {
      said.push(...String(chunk).trim().split('\n'))
      if (said.length < lines || killing) return
      killing = true
      setTimeout(() => child.kill('SIGKILL'), ms)
    })
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said)
      else reject(new Error(`the laptop stopped by itself: ${errors}`))
    })
  })
}

test('killed at any instant of saving and sharing, it opens again with everything that was saved', async () => {
  const { server, laptops } = await team({ 'pages/both.md': page(1, 'Both', 'One.', 'Two.') }, 'priya', 'tom')
  const [priya, tom] = laptops
  if (!priya || !tom) throw new Error('a team of two')
  let last = ''
  for (let round = 0; round < 10; round++) {
    priya.write('pages/both.md', page(1, 'Both', `One, round ${round}.`, 'Two.'))
    await priya.save('Priya saved')
    orThrow(await priya.sync())
    // A different instant each time, spread over the milliseconds that a version and a sharing take.
    const said = await killAfter(tom, round, 1 + (round % 5), (round * 37) % 160)
    last = said.findLast(line => line.startsWith('saved'))?.slice('saved '.length) ?? last

    const again = await opened(tom.root, 'tom', tom.cache)
    execFileSync('git', ['-C', tom.root, 'fsck', '--strict', '--no-dangling'], { stdio: 'pipe' })
    if (last !== '') {
      const titles = (await again.history.versions('pages/tom.md')).map(({ sentence }) => sentence)
      expect(titles).toContain(`Tom saved ${last}`)
    }
    expect(readdirSync(join(tom.root, '.git/signpost-tmp'))).toEqual([])
    expect(existsSync(join(tom.root, '.git/signpost/journal.json'))).toBe(false)
    await again.save('what was typed when it stopped')
    expect(await again.save('nothing is left over')).toBeNull()
    orThrow(await again.sync())
    expect(again.read('pages/both.md')).toContain(`round ${round}`)
  }
  orThrow(await priya.sync())
  expect(priya.read('pages/tom.md')).toBe(tom.read('pages/tom.md'))
  const bare = server.folder('offer')
  expect(execFileSync('git', ['-C', bare, 'rev-list', '--merges', '--all'], { encoding: 'utf8' })).toBe('')
}, 240_000)

test('a second Signpost on the same workspace looks and touches nothing', async () => {
  const { laptops } = await team({ 'pages/both.md': page(1, 'Both') }, 'priya', 'tom')
  const [priya] = laptops
  if (!priya) throw new Error('a team')
  const deps = { cache: priya.cache, choices: priya.choices, now: () => new Date(), http: fetch, readOnly: true }
  const second = orThrow(await openHistory(priya.root, deps))
  priya.write('pages/both.md', page(1, 'Both', 'More.'))
  const by = priya.person
  expect(await second.commit({ sentence: 'x', by })).toMatchObject({ code: 'read-only' })
  expect(await second.sync({ auth: { token: priya.token }, by })).toMatchObject({ code: 'read-only' })
  expect(await second.versions('pages/both.md')).toHaveLength(1)
  await priya.save('first')
  expect(await second.versions('pages/both.md')).toHaveLength(2)
})
