import { decodeString } from 'micromark-util-decode-string'
import { parseBody, serialiseBody, splitText, wordsIn } from '../../src/shared/content/index.ts'
import { idOfText } from '../../src/shared/merge/index.ts'
import { type Prose, proseFrom } from '../bench/prose.ts'
import { coined } from './random-blocks.ts'
import { type Deed, deskAfter, type Files, type Start, setFields } from './random-desk.ts'
import { editKinds } from './random-edits.ts'
import { merged, type Synced, syncedInOrder } from './team-sync.ts'
import { isTangledStory } from './told.ts'

/**
 * Stories of two to four people who work on one workspace apart from each other and then sync, in memory. Everything in a
 * story follows from its seed. In a `tidy` story everybody keeps to blocks, fields and files of their own, so that nobody
 * may be asked; in the others anything goes.
 */
export interface MergeStory {
  seed: number
  tidy: boolean
  start: Start
  /** For each person, what they did, in that order. */
  people: Deed[][]
}

export type StoryResult = { ok: true } | { ok: false; seed: number; why: string; shrunk: MergeStory }

/** Tells the story of this seed, and holds every law of the merge against it; a failure comes with the shortest story that shows it. */
export async function runMergeStory(seed: number): Promise<StoryResult> {
  const story = makeStory(seed)
  const why = await whatIsWrong(story)
  if (why === null) return { ok: true }
  const shrunk = await shrink(story, why)
  return { ok: false, seed, why, shrunk }
}

export function makeStory(seed: number): MergeStory {
  const prose = proseFrom(seed)
  const tidy = seed % 2 === 0
  const pages = 1 + prose.number(2)
  const start = Array.from({ length: pages }, () =>
    Array.from({ length: 2 + prose.number(7) }, () => prose.number(1e9)),
  )
  const count = 2 + prose.number(3)
  const people = Array.from({ length: count }, (_, who) =>
    Array.from({ length: 1 + prose.number(5) }, (_, at) => randomDeed(prose, start, { who, count, at, tidy })),
  )
  return { seed, tidy, start, people }
}

interface Author {
  who: number
  count: number
  at: number
  tidy: boolean
}

function randomDeed(prose: Prose, start: Start, author: Author): Deed {
  const { who, count, at, tidy } = author
  const number = (who + 1) * 100 + at
  const word = coined(prose.number(9_999) * 10_000 + number)
  const page = prose.number(start.length)
  const length = start[page]?.length ?? 1
  /** In a tidy story, the nearest that is this person's own. */
  const own = (of: number, limit: number) =>
    tidy ? (limit <= who ? -1 : who + count * Math.floor((of - who) / count)) : of
  const block = () => Math.max(-1, own(prose.number(length), length))
  const kind = prose.pick(deedKinds)
  switch (kind) {
    case 'edit': {
      const edit = prose.pick(tidy ? editKinds.filter(each => each !== 'join' && !each.startsWith('move')) : editKinds)
      return {
        kind,
        page,
        edit: { kind: edit, block: block(), to: prose.number(length), dice: prose.number(1e9), word },
      }
    }
    case 'set': {
      const field = setFields[own(prose.number(setFields.length), setFields.length)] ?? 'review'
      return { kind, page, field, word, dice: prose.number(1e9) }
    }
    case 'tag':
      return { kind, page, requirement: `SE7-${1 + prose.number(5)}`, put: prose.number(2) === 0 }
    case 'rename':
      return { kind, page: own(page, start.length), slug: `renamed-${prose.number(3)}` }
    case 'delete':
      return { kind, page: own(page, start.length) }
    case 'new-page':
      return { kind, number, slug: `new-${prose.number(3)}`, word }
    case 'move-section':
      return who === 0 ? { kind, to: 'wellbeing' } : { kind: 'decide', number, word }
    case 'add-section':
      return { kind, slug: word, word }
    case 'redirect':
      return { kind, from: `/${word}/`, word }
    case 'picture':
      return { kind, word }
    default:
      return { kind: 'decide', number, word }
  }
}

const deedKinds: readonly Deed['kind'][] = [
  ...Array.from({ length: 12 }, () => 'edit' as const),
  'set',
  'set',
  'tag',
  'tag',
  'rename',
  'delete',
  'new-page',
  'move-section',
  'add-section',
  'redirect',
  'picture',
  'decide',
]

/** The first law that the story breaks, or null. */
export async function whatIsWrong(story: MergeStory): Promise<string | null> {
  const base = deskAfter(story.start, [])
  const laptops = story.people.map(deeds => deskAfter(story.start, deeds))
  const orders = ordersOf(story)
  const results: Synced[] = []
  const read = new Set<string>()
  for (const order of orders) {
    const result = await syncedInOrder(base, laptops, order)
    const wrong = lost(base, laptops, result) ?? unreadable(result.files, read) ?? askedInVain(story, result)
    if (wrong !== null) return wrong
    results.push(result)
  }
  return (await pairLaws(base, laptops)) ?? different(results, () => isTangledStory(base, laptops))
}

/** Two orders in which they sync, and each of them is the last in one. */
function ordersOf({ people, seed }: MergeStory): number[][] {
  const order = people.map((_, who) => who)
  const prose = proseFrom(seed + 1)
  const shuffled = order.map(who => ({ who, at: prose.number(1e9) })).toSorted((one, other) => one.at - other.at)
  const other = shuffled.map(({ who }) => who)
  return [order, order.toReversed(), ...(people.length > 2 ? [other] : [])]
}

/** The words of Markdown as they are read: a letter beside an end of bold type may stand in the file as its number. */
const written = (texts: readonly string[]) => wordsIn(decodeString(texts.join('\n')))

/** Every word that somebody wrote is in a file, in a question or in a notice. */
function lost(base: Files, laptops: readonly Files[], { files, clashes, notices }: Synced): string | null {
  const asked = clashes.map(({ clash }) => JSON.stringify([clash.mine, clash.theirs]))
  const there = new Set(written([...files.keys(), ...files.values(), ...asked, ...notices]))
  const known = new Set(written([...base.values()]))
  for (const [who, laptop] of laptops.entries()) {
    for (const word of written([...laptop.values()])) {
      if (/^[a-z]+$/i.test(word) && word !== 'span' && !there.has(word) && !known.has(word))
        return `person ${who} wrote “${word}”, and it is nowhere`
    }
  }
  return null
}

/** Whether a page is no longer read as it is written; `read` are the texts that were looked at before. */
function unreadable(files: Files, read: Set<string>): string | null {
  for (const [path, text] of files) {
    if (!path.endsWith('.md') || read.has(text)) continue
    read.add(text)
    const { body } = splitText(text)
    if (idOfText(text) === null) return `${path} has lost what it is`
    if (serialiseBody(parseBody(body).doc).trim() !== body.trim()) return `${path} is written otherwise than it is read`
  }
  return null
}

function askedInVain({ tidy }: MergeStory, { clashes }: Synced): string | null {
  const [first] = clashes
  return tidy && first ? `${first.path}: nobody may be asked about ${first.clash.field}` : null
}

/** What two of them have is the same whoever comes first, and the same changes once more change nothing. */
async function pairLaws(base: Files, [mine = base, theirs = base]: readonly Files[]): Promise<string | null> {
  const [one, other] = [await merged(base, mine, theirs), await merged(base, theirs, mine)]
  if (one.clashes.length !== other.clashes.length) return 'who comes first changes what is asked'
  for (const [index, { clash }] of one.clashes.entries()) {
    const swapped = other.clashes[index]?.clash
    if (JSON.stringify([clash.mine, clash.theirs]) !== JSON.stringify([swapped?.theirs, swapped?.mine])) {
      return 'who comes first changes what is asked'
    }
  }
  for (const side of one.clashes.length === 0 ? [mine, theirs] : []) {
    const again = await merged(base, side, one.files, [theirs])
    if (again.clashes.length > 0) return 'the same once more asks something'
    const where = differs(again.files, one.files)
    if (where !== null) return `the same once more changes ${where}`
  }
  if (differs((await merged(base, mine, mine)).files, mine)) return 'merged with itself, it is another'
  return null
}

/** The first page that says something else, by its id: which of two new pages has the address depends on who came first. */
function differs(one: Files, other: Files, as = (text: string) => text): string | null {
  const [here, there] = [byIdentity(one), byIdentity(other)]
  const keys = new Set([...here.keys(), ...there.keys()])
  return [...keys].find(key => as(here.get(key) ?? '') !== as(there.get(key) ?? '')) ?? null
}

function byIdentity(files: Files): Map<string, string> {
  return new Map([...files].map(([path, text]) => [path.startsWith('media/') ? text : (idOfText(text) ?? path), text]))
}

/**
 * In which order they sync changes nothing where nobody was asked. In a tangled story every block is the same, and may
 * stand elsewhere.
 */
function different(results: readonly Synced[], isTangled: () => boolean): string | null {
  const [first, ...others] = results
  if (!first || results.some(({ clashes, notices }) => clashes.length > 0 || notices.some(chosenByNobody))) return null
  for (const other of others) {
    const where = differs(first.files, other.files)
    if (where && (!isTangled() || differs(first.files, other.files, asLines))) {
      return `the order in which they sync changes ${where}`
    }
  }
  return null
}

/** The lines in no order. Of two lists beside each other, the second is marked in another way. */
export const asLines = (text: string) =>
  text
    .replaceAll(/^(\s*)(?:([-*+])|(\d+)[.)]) /gm, '$1$3- ')
    .split('\n')
    .toSorted()
    .join('\n')

const chosenByNobody = (notice: string) => notice.includes('theirs stands')

/** Leaves out whatever can be left out while the same law stays broken. */
async function shrink(story: MergeStory, why: string): Promise<MergeStory> {
  const law = why.replace(/[^a-z ]+.*/, '').slice(0, 20)
  let best = story
  for (let again = true; again; ) {
    again = false
    for (const smaller of smallerThan(best)) {
      const still = await whatIsWrong(smaller)
      if (!still?.startsWith(law)) continue
      best = smaller
      again = true
      break
    }
  }
  return best
}

function* smallerThan(story: MergeStory): Generator<MergeStory> {
  for (const [who, deeds] of story.people.entries()) {
    if (deeds.length === 0 && story.people.length > 2) yield { ...story, people: story.people.toSpliced(who, 1) }
    for (const at of deeds.keys()) yield { ...story, people: story.people.with(who, deeds.toSpliced(at, 1)) }
  }
  for (const [page, blocks] of story.start.entries()) {
    if (blocks.length > 0) yield { ...story, start: story.start.with(page, blocks.slice(0, -1)) }
  }
}
