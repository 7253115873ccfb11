import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { without, wordsIn } from './edits.ts'

/**
 * What everybody typed, kept outside the program: a word that Signpost said to have kept is owed until a person who saw it
 * took it out. A page that was deleted took out what stood on that person's screen, and nothing that a colleague wrote
 * meanwhile.
 */
export interface Ledger {
  hasKept(by: string, words: readonly string[]): void
  takesOut(by: string, words: readonly string[]): void
  /** The words that have to be somewhere, with who wrote them. */
  owed(): ReadonlyMap<string, string>
}

export function ledgerOf(first: Iterable<string>): Ledger {
  const owed = new Map<string, string>([...first].map(word => [word, 'the team']))
  const takenOut = new Set<string>()
  return {
    hasKept(by, words) {
      for (const word of words) if (!takenOut.has(word)) owed.set(word, by)
    },
    takesOut(_by, words) {
      for (const word of words) {
        takenOut.add(word)
        owed.delete(word)
      }
    },
    owed: () => owed,
  }
}

export interface HeldAt {
  /** A workspace's folder, and the data folder of its computer. */
  root: string
  data: string
}

/** Where words stand that everybody has. */
const shared = [
  'pages',
  'services',
  'reviews',
  'evaluations',
  'feedback',
  'media',
  '.signpost/set-aside',
  '.git/signpost/told',
]

/** The words at one laptop: on its pages, with its pictures, in what was said, in a question that waits, in what is told until it is put away, in a draft. */
export function wordsAt({ root, data }: HeldAt): Set<string> {
  const places = shared.map(folder => join(root, folder))
  const own = [...filesIn(data)].filter(path => /[\\/](?:choices|drafts)[\\/]/.test(path))
  const files = [...places.flatMap(folder => [...filesIn(folder)]), ...own]
  return new Set(files.flatMap(path => [...wordsIn(readFileSync(path, 'utf8'))]))
}

/** The words that are owed and at none of these laptops, and whether an earlier version still has them. */
export function missingAt(ledger: Ledger, laptops: readonly HeldAt[]): string[] {
  const held = new Set(laptops.flatMap(laptop => [...wordsAt(laptop)]))
  const missing = without(new Set(ledger.owed().keys()), held)
  if (missing.length === 0) return []
  const versions = new Set(laptops.flatMap(({ root }) => [...wordsInVersions(root)]))
  return missing.map(word => `${word} ${versions.has(word) ? 'is in an earlier version only' : 'is nowhere'}`)
}

/** Every word of every version that a name leads to. */
function wordsInVersions(root: string): Set<string> {
  const told = execFileSync('git', ['-C', root, 'log', '--all', '-p', '--format='], { maxBuffer: 1e9 })
  return wordsIn(told.toString('utf8'))
}

export function* filesIn(folder: string): Generator<string> {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* filesIn(path)
    else yield path
  }
}
