import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { isRefusal, type Refusal, refuse } from '../../../shared/outcome.ts'
import type { FileBytes } from '../theme.ts'

/** A page as the search index takes it in: its address on the site and its HTML. */
export interface Searchable {
  address: string
  html: string
}

/** Pagefind's program, in a process of its own, while Signpost does something else. */
export interface Pagefind {
  /** An index of its own. Several are made one after the other, in the order in which they were asked for. */
  index(): PagefindPages
  /** Nothing more is asked of it; has to be called, finished or not. */
  stop(): Promise<void>
}

export interface PagefindPages {
  /** Comes back once there is room for another one, which need not be when this one was taken in. */
  add(page: Searchable): Promise<void>
  /** The files of the index; no page may be added any more. */
  finish(): Promise<FileBytes[] | Refusal>
}

/** The ready-made search screens in Pagefind's bundle; the site has its own (resources/site/search.js). */
const notServed = /^pagefind-(ui|modular-ui|component-ui|highlight)\./

/** Pagefind's program is one for all of Signpost and has one site at a time. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * One that had few pages waits for the next site: starting another takes the longer the more memory Signpost has. It ends with
 * Signpost, for then nobody can ask it anything.
 */
let isWaiting = false

export async function endPagefind(): Promise<void> {
  isWaiting = false
  running = null
  await close()
}

let running: ChildProcess | null = null

/** Pagefind's own client does not notice when somebody else ends its program, and would wait for answers for ever. */
function newIndex(): ReturnType<typeof createIndex> {
  subscribe('child_process', watchProgram)
  try {
    return createIndex({})
  } finally {
    unsubscribe('child_process', watchProgram)
  }
}

function watchProgram(message: unknown): void {
  const { process: begun } = message as { process: ChildProcess }
  running = begun
  begun.once('exit', () => {
    if (running === begun) void endPagefind()
  })
}

/** How many pages may be on their way to the index: each is held in memory until it was taken in. */
const mostWaiting = 128

export function startPagefind(): Pagefind {
  const { promise: stopped, resolve: leave } = Promise.withResolvers<void>()
  const myTurn = turn
  turn = turn.then(() => stopped)
  /** Everything is sent without waiting for the answer to what was sent before, and is answered in the order of sending. */
  const asked: Promise<unknown>[] = []
  let indexes = 0

  function pages(): PagefindPages {
    const opening = myTurn.then(async () => {
      const made = await answered(newIndex)
      if (!isRefusal(made) || !isWaiting) return made
      // What waited may have been ended by somebody meanwhile.
      await endPagefind()
      return await answered(newIndex)
    })
    indexes += 1
    const added: Promise<unknown>[] = []
    asked.push(opening)
    const withIndex = async <T>(work: (index: PagefindIndex) => Promise<T | Refusal>): Promise<T | Refusal> => {
      const made = await opening
      if (isRefusal(made)) return made
      return made.index ? await work(made.index) : cannotIndex('there is no index')
    }
    const add = ({ address, html }: Searchable) =>
      withIndex(index => answered(() => index.addHTMLFile({ url: address, content: cellsApart(html) }), address))
    const finish = () =>
      withIndex(async index => {
        const made = await answered(index.getFiles)
        // Nobody asks for it any more, and it holds every page that it was made from.
        asked.push(index.deleteIndex().catch(() => null))
        return made
      })
    return {
      async add(page) {
        added.push(add(page))
        await added.at(-mostWaiting)
      },
      async finish() {
        const finishing = finish()
        const outcome = Promise.all([finishing, ...added]).then(([made, ...answers]) => answers.find(isRefusal) ?? made)
        // The files are whoever's who asked, and not kept here until all indexes are made.
        asked.push(outcome.then(made => (isRefusal(made) ? made : null)))
        const made = await outcome
        return isRefusal(made) ? made : filesOf(made)
      },
    }
  }

  return {
    index: pages,
    async stop() {
      // Pagefind complains on the terminal of what was on its way when it was closed.
      const answers = await Promise.all(asked)
      if (indexes > 1 || answers.some(answer => isRefusal(answer))) await endPagefind()
      else isWaiting = indexes === 1 || isWaiting
      leave()
    },
  }
}

function filesOf({ files }: { files: { path: string; content: Uint8Array }[] }): FileBytes[] {
  return files
    .filter(file => !notServed.test(file.path))
    .map(({ path, content }) => ({ path: path.replaceAll('\\', '/'), bytes: content }))
}

/**
 * Pagefind ends a sentence after a paragraph but not after a cell: “ReasonRuleDistance” would be one word to it, and “How to
 * apply Ring us” one sentence.
 */
function cellsApart(html: string): string {
  return html
    .replace(/<(?:caption|t[dh]|dd)\b[^>]*>/g, '$&<p>')
    .replace(/<\/(?:caption|t[dh]|dd)>/g, '</p>$&')
    .replaceAll('</dt>', ':</dt>')
}

/** What Pagefind answers; a refusal where it names an error, and where its program cannot be started or ends early. */
async function answered<T extends { errors: string[] }>(ask: () => Promise<T>, about = ''): Promise<T | Refusal> {
  try {
    const answer = await ask()
    return answer.errors.length > 0 ? cannotIndex(`${about} ${answer.errors.join('; ')}`) : answer
  } catch (error) {
    return cannotIndex(`${about} ${error}`)
  }
}

export function cannotIndex(detail: string): Refusal {
  return refuse(
    'no-search-index',
    'The search of the site could not be made, so nothing was changed. Families still see the site as it was.',
    'Try again. If it stays so, this laptop may not allow the search program that comes with Signpost: ask whoever looks after it.',
    detail,
  )
}
