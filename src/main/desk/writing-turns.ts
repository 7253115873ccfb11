import type { PageId } from '../../shared/content/index.ts'
import type { WritingTold } from '../../shared/contract/index.ts'

/**
 * One window writes a page at a time, so that no window's words ever take the place of another's. Each window that has a
 * page open stands in its line; the first one writes. One that wants to write stands next in line, and the first is asked;
 * it goes to the end of the line once its words are on the disk.
 */
export interface WritingTurns {
  /**
   * Puts a window into the line of a page, and tells it what it is to know until `signal` is aborted or the stream is
   * closed, which takes it out of the line. A window that stands there already gets another place. `take`: next in line,
   * or still the first.
   */
  follow(wish: { id: PageId; window: string; take: boolean }, signal?: AbortSignal): AsyncGenerator<WritingTold>
}

interface Standing {
  window: string
  tell(told: WritingTold): void
  /** Ends its stream: the window stands elsewhere in the line now. */
  end(): void
}

export function createWritingTurns(): WritingTurns {
  const lines = new Map<PageId, readonly Standing[]>()

  function setLine(id: PageId, line: readonly Standing[]): void {
    const [before] = lines.get(id) ?? []
    const [first] = line
    if (first === undefined) lines.delete(id)
    else lines.set(id, line)
    if (first !== undefined && first !== before) first.tell('yours')
  }

  function stand(id: PageId, mine: Standing, take: boolean): void {
    const line = lines.get(id) ?? []
    const former = line.find(one => one.window === mine.window)
    former?.end()
    const others = line.filter(one => one !== former)
    const [first, ...rest] = others
    if (first === undefined || (take && former !== undefined && former === line[0])) {
      setLine(id, [mine, ...others])
      // Whoever asked for the page learns that it is not to be had at this moment.
      first?.tell('not-yet')
      return
    }
    mine.tell('elsewhere')
    setLine(id, take ? [first, mine, ...rest] : [...others, mine])
    if (take) first.tell('asked')
  }

  function leave(id: PageId, mine: Standing): void {
    setLine(
      id,
      (lines.get(id) ?? []).filter(one => one !== mine),
    )
  }

  return {
    async *follow({ id, window, take }, signal) {
      const told = channel<WritingTold>(signal)
      const mine: Standing = { window, tell: told.put, end: told.end }
      stand(id, mine, take)
      try {
        yield* told.all()
      } finally {
        leave(id, mine)
      }
    },
  }
}

/** What is put in comes out in order, until the end or the abort. */
function channel<T>(signal: AbortSignal | undefined) {
  const waiting: T[] = []
  let ended = signal?.aborted ?? false
  let wake: () => void = () => undefined
  const end = () => {
    ended = true
    wake()
  }
  signal?.addEventListener('abort', end, { once: true })
  return {
    put(item: T) {
      waiting.push(item)
      wake()
    },
    end,
    async *all(): AsyncGenerator<T> {
      while (!ended) {
        const item = waiting.shift()
        if (item !== undefined) yield item
        else {
          await new Promise<void>(resolve => {
            wake = resolve
          })
        }
      }
    },
  }
}
