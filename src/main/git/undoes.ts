import type { Oid } from './repository.ts'

/**
 * A version that undoes another says so in the last line of what is kept with it. That the two belong together cannot be
 * read from the words alone, and it has to be known on every laptop.
 */

const line = /^Undoes: ([0-9a-f]{40})$/m

export function messageOf({ sentence, undoes }: { sentence: string; undoes?: Oid }): string {
  return undoes === undefined ? sentence : `${sentence}\n\nUndoes: ${undoes}`
}

export function undoesIn(message: string): Oid | null {
  return line.exec(message)?.[1] ?? null
}

/** A version that undoes one of this laptop's own names it as it is called once both were made again (see replay.ts). */
export function followUndone(message: string, madeAgain: ReadonlyMap<Oid, Oid>): string {
  return message.replace(line, (whole, former: string) => {
    const now = madeAgain.get(former)
    return now === undefined ? whole : `Undoes: ${now}`
  })
}
