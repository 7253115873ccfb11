import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Present, reversalOf } from '../../src/main/desk/undo-reversal.ts'
import type { StoryChange, StoryEntry } from '../../src/main/git/index.ts'
import type { Instant } from '../../src/shared/content/index.ts'
import { idOfText } from '../../src/shared/merge/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

/** Random stories of a small workspace, told without a disk: what undoing any of their acts may never do. */

type Files = ReadonlyMap<string, string>
type Deed =
  | { kind: 'write'; page: number; block: number }
  | { kind: 'retitle'; page: number }
  | { kind: 'add'; page: number }
  | { kind: 'move'; page: number }
  | { kind: 'delete'; page: number }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write'), page: fc.nat(1), block: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('retitle', 'add', 'move', 'delete'), page: fc.nat(1) }),
  },
)

const idOf = (page: number) => `01ARZ3NDEKTSV4RRFFQ69G5FA${page}`
const blobOf = (text: string) => createHash('sha1').update(text).digest('hex')

/** A word that nobody has written before. */
const freshWord = (turn: number) => `word${String.fromCharCode(97 + (turn % 26))}${turn}`

const newPage = (page: number, word: string) =>
  `---\nid: ${idOf(page)}\ntitle: Page ${page}\n---\n\n${[0, 1, 2, 3].map(block => `Start ${block} ${word}.`).join('\n\n')}\n`

function after(files: Files, { kind, ...rest }: Deed, word: string): Files {
  const next = new Map(files)
  const found = [...files].find(([, text]) => idOfText(text) === idOf(rest.page))
  if (kind === 'add')
    return found ? files : next.set(`pages/education/page-${rest.page}-${word}.md`, newPage(rest.page, word))
  if (found === undefined) return files
  const [path, text] = found
  if (kind === 'delete' || kind === 'move') next.delete(path)
  if (kind === 'move') next.set(`pages/health/moved-${word}.md`, text)
  if (kind === 'retitle') next.set(path, text.replace(/^title: .*$/m, `title: Titled ${word}`))
  if (kind === 'write' && 'block' in rest) {
    const blocks = text.split('\n\n')
    blocks[1 + rest.block] = `Written ${rest.block} ${word}.${rest.block === 3 ? '\n' : ''}`
    next.set(path, blocks.join('\n\n'))
  }
  return next
}

interface Told {
  story: StoryEntry[]
  files: Files
  blobs: Map<string, string>
}

function addAct(told: Told, files: Files, sentence: string): Told {
  const paths = new Set([...told.files.keys(), ...files.keys()])
  const changes = [...paths].flatMap((path): StoryChange[] => {
    const [was, is] = [told.files.get(path), files.get(path)]
    if (was === is) return []
    const change = { path, before: was === undefined ? null : blobOf(was), after: is === undefined ? null : blobOf(is) }
    const from = was === undefined && is !== undefined ? movedFrom(told.files, files, is) : undefined
    return [from === undefined ? change : { ...change, from }]
  })
  for (const text of files.values()) told.blobs.set(blobOf(text), text)
  const [by, at] = [{ name: 'Priya', email: 'priya@example.org' }, '2026-11-22T10:00:00.000Z' as Instant]
  const parent = told.story.at(-1)?.oid ?? 'beginning'
  const oid = blobOf(`${told.story.length}`)
  return { ...told, files, story: [...told.story, { oid, parent, by, at, sentence, changes }] }
}

function movedFrom(before: Files, now: Files, text: string): string | undefined {
  return [...before].find(([path, was]) => !now.has(path) && idOfText(was) === idOfText(text))?.[0]
}

function presentOf({ files, blobs }: Told): Present {
  return {
    files: new Map([...files].map(([path, text]) => [path, blobOf(text)])),
    read: async blob => new TextEncoder().encode(blobs.get(blob) ?? ''),
    pathOf: id => [...files].find(([, text]) => idOfText(text) === id)?.[0] ?? null,
    titleOf: async path => path,
    usersOf: () => [],
  }
}

/** Undoes one act of the story; null where it is refused, or asks first. */
async function undone(told: Told, at: number): Promise<Told | null> {
  const act = told.story[at]
  if (act === undefined) throw new Error('there is no such act')
  const reversal = await reversalOf(act, told.story.slice(at + 1), presentOf(told))
  if (isRefusal(reversal)) {
    expect(reversal.sentence).not.toMatch(/undefined|null|NaN/)
    return null
  }
  if (reversal.clashes.length > 0) return null
  const files = new Map(told.files)
  for (const [path, change] of reversal.changes) {
    if (change === null) files.delete(path)
    else files.set(path, 'text' in change ? change.text : (told.blobs.get(change.content) ?? ''))
  }
  return addAct(told, files, `undo of ${act.sentence}`)
}

function tell(deeds: readonly Deed[]): Told {
  const start = new Map([0, 1].map(page => [`pages/education/page-${page}.md`, newPage(page, `start${page}`)] as const))
  let told: Told = addAct({ story: [], files: new Map(), blobs: new Map() }, start, 'the start')
  for (const [turn, each] of deeds.entries()) {
    const files = after(told.files, each, freshWord(turn))
    if (files !== told.files) told = addAct(told, files, `${each.kind} ${turn}`)
  }
  return told
}

const words = (files: Files) => new Set([...files.values()].flatMap(text => text.match(/\bword[a-z]\d+\b/g) ?? []))

const stories = fc.tuple(fc.array(deed, { minLength: 1, maxLength: 14 }), fc.nat(1000))
const options = { numRuns: 500 }

describe('undoing any act of any story', () => {
  test('takes out no word but those that the act itself wrote, and leaves every page readable, once', async () => {
    let really = 0
    await fc.assert(
      fc.asyncProperty(stories, async ([deeds, which]) => {
        const told = tell(deeds)
        const at = which % told.story.length
        const now = await undone(told, at)
        if (now === null || at === 0) return
        really++
        const own = told.story[at]?.sentence.split(' ')[1] ?? ''
        const lost = [...words(told.files)].filter(word => !words(now.files).has(word))
        expect(lost.filter(word => word !== freshWord(Number(own)))).toEqual([])
        const ids = [...now.files.values()].map(idOfText)
        expect(ids).not.toContain(null)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      options,
    )
    // Most of it is not refusals.
    expect(really).toBeGreaterThan(options.numRuns / 3)
  })

  test('and undoing that again gives back the same files, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async ([deeds, which]) => {
        const told = tell(deeds)
        const now = await undone(told, which % told.story.length)
        if (now === null) return
        const again = await undone(now, now.story.length - 1)
        expect(again).not.toBeNull()
        expect(Object.fromEntries(again?.files ?? [])).toEqual(Object.fromEntries(told.files))
      }),
      options,
    )
  })

  test('of the last act it is the state before it, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async ([deeds]) => {
        const told = tell(deeds)
        const now = await undone(told, told.story.length - 1)
        const before = tell(deeds.slice(0, -1))
        const last = tell(deeds)
        if (before.story.length === last.story.length) return
        expect(Object.fromEntries(now?.files ?? [])).toEqual(Object.fromEntries(before.files))
      }),
      options,
    )
  })
})
