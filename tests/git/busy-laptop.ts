import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { choicesIn, openHistory } from '../../src/main/git/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

/**
 * A laptop that saves and shares without a pause, for the kill test: node busy-laptop.ts <root> <cache> <token> <round>.
 * It says `opened`, then `saved <n>` after each version that it was told is safe.
 */
const [root = '', cache = '', token = '', round = ''] = process.argv.slice(2)
const by = { name: 'Tom Okafor', email: 'tom@example.org' }
const say = (line: string) => writeSync(1, `${line}\n`)

const deps = { cache, choices: choicesIn(join(cache, 'choices')), now: () => new Date(), http: fetch }
const history = await openHistory(root, deps)
if (isRefusal(history)) throw new Error(history.code)
say('opened')
for (let count = 1; count < 1000; count++) {
  const front = `---\nid: 01J00000000000000000000009\ntitle: Tom ${round}.${count}\n---\n`
  writeFileSync(join(root, 'pages', 'tom.md'), `${front}\nSaved ${round}.${count}.\n`)
  const version = await history.commit({ sentence: `Tom saved ${round}.${count}`, by })
  if (isRefusal(version)) throw new Error(version.code)
  say(`saved ${round}.${count}`)
  if (count % 2 === 0) {
    const shared = await history.sync({ auth: { token }, by })
    if (isRefusal(shared)) throw new Error(shared.code)
    say('shared')
  }
}
