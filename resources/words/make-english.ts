import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nspell from 'nspell'

/**
 * Makes `english.json` and `american.json` from the dictionaries of the packages `dictionary-en-gb` and `dictionary-en`
 * (SCOWL, size 60), because reading their rules takes longer than a check may, and a list of words does not. Run it after an
 * update of either package: `node resources/words/make-english.ts`.
 */

const here = import.meta.dirname
const packageFile = createRequire(import.meta.url).resolve
const source =
  'SCOWL (wordlist.aspell.net), Copyright 2000-2020 Kevin Atkinson; permission to use, copy, modify and distribute'

/** A word's American spelling, and what stands for it in a British one. */
const differences: readonly [RegExp, string][] = [
  [/iz(?=(?:e|es|ed|er|ers|ing|ation|ations|ational|able)$)/g, 'is'],
  [/yz(?=(?:e|es|ed|er|ers|ing)$)/g, 'ys'],
  [/or/g, 'our'],
  [/er(?=s?$)/g, 're'],
  [/er(?=(?:ed|ing)$)/g, 'r'],
  [/og(?=s?$)/g, 'ogue'],
  [/e/g, 'ae'],
  [/e/g, 'oe'],
  [/ens(?=(?:e|es|ed|ing|eless)$)/g, 'enc'],
  [/l(?=(?:ed|ing|er|ers|or|ors|ings)$)/g, 'll'],
  [/l(?=(?:ment|ments|l?ful|fully|s)?$)/g, 'l'],
  [/ll/g, 'l'],
]

/** What no rule finds, and what one would find wrongly: those are null. */
const known: Readonly<Record<string, string | null>> = {
  aging: 'ageing',
  cardie: null,
  checkbook: 'chequebook',
  costumier: null,
  draftier: 'draughtier',
  drafty: 'draughty',
  ecus: null,
  fayer: null,
  gray: 'grey',
  grays: 'greys',
  jewelry: 'jewellery',
  mantes: null,
  maters: null,
  math: 'maths',
  metaled: null,
  mold: 'mould',
  moldy: 'mouldy',
  molds: 'moulds',
  mom: 'mum',
  moms: 'mums',
  novene: null,
  pajamas: 'pyjamas',
  patine: null,
  plow: 'plough',
  practiced: 'practised',
  practicing: 'practising',
  skeptic: 'sceptic',
  skeptical: 'sceptical',
  snowshed: null,
  trabecule: null,
}

async function wordsOf(name: string): Promise<Set<string>> {
  const folder = dirname(packageFile(name))
  const [rules, list] = await Promise.all(['index.aff', 'index.dic'].map(file => readFile(join(folder, file), 'utf8')))
  const { data } = nspell({ aff: rules ?? '', dic: list ?? '' }) as unknown as { data: Record<string, unknown> }
  return new Set(Object.keys(data).filter(word => /^[a-z]+(?:'(?!s$)[a-z]+)*$/.test(word)))
}

function britishOf(american: string, british: ReadonlySet<string>): string | null {
  if (Object.hasOwn(known, american)) return known[american] ?? null
  for (const [written, meant] of differences) {
    for (const { 0: part, index } of american.matchAll(written)) {
      const word = american.slice(0, index) + meant + american.slice(index + part.length)
      if (british.has(word)) return word
    }
  }
  return null
}

/** Each word without what it begins with as the one before it: a capital letter says how much that is. */
function packed(words: readonly string[]): string {
  let before = ''
  let text = ''
  for (const word of words) {
    let shared = 0
    while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared += 1
    text += String.fromCharCode(65 + shared) + word.slice(shared)
    before = word
  }
  return text
}

const british = await wordsOf('dictionary-en-gb')
const american = [...(await wordsOf('dictionary-en'))]
  .filter(word => !british.has(word) || Object.hasOwn(known, word))
  .sort()
const pairs = american.flatMap(word => {
  const meant = britishOf(word, british)
  return meant === null ? [] : [[word, meant] as const]
})
const english = {
  about: 'English words as they are written in Britain, sorted and packed by make-english.ts.',
  source,
  words: packed([...british].sort()),
}
const spellings = {
  about: 'American spellings and the British ones, found by make-english.ts.',
  source,
  words: Object.fromEntries(pairs),
}
await writeFile(join(here, 'english.json'), `${JSON.stringify(english, null, 2)}\n`)
await writeFile(join(here, 'american.json'), `${JSON.stringify(spellings, null, 2)}\n`)
