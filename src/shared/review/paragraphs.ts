import { diffArrays } from 'diff'
import { type Block, type Doc, readingText } from '../content/index.ts'

/** For one block of a page's words as they are now: the version that gave it these words. */
export interface Wrote<V> {
  /** The beginning of its words, to know it by. */
  words: string
  version: V
}

const mostWords = 120

/**
 * Who last changed each block of a page, from its versions alone, the oldest first. A block that only moved was not
 * changed by whoever moved others; one that was taken out and put back is of whoever put it back.
 */
export function whoWrote<V extends { doc: Doc }>(versions: readonly V[]): Wrote<V>[] {
  let before: readonly string[] = []
  let by: V[] = []
  let blocks: readonly Block[] = []
  for (const version of versions) {
    blocks = version.doc.content
    const keys = blocks.map(block => JSON.stringify(block))
    by = carried(before, keys, by, version)
    before = keys
  }
  return blocks.flatMap((block, index) => {
    const version = by[index]
    const words = readingText(block).replaceAll('\n', ' ')
    return version === undefined || words === '' ? [] : [{ words: words.slice(0, mostWords), version }]
  })
}

function carried<V>(before: readonly string[], now: readonly string[], by: readonly V[], version: V): V[] {
  const moved = new Map<string, V[]>()
  const kept = new Map<number, V>()
  let [old, at] = [0, 0]
  for (const { added, removed, count } of diffArrays([...before], [...now])) {
    for (let step = 0; step < count; step++) {
      const [key, whose] = [before[old + step], by[old + step]]
      if (added || key === undefined || whose === undefined) continue
      if (removed) moved.set(key, [...(moved.get(key) ?? []), whose])
      else kept.set(at + step, whose)
    }
    if (!added) old += count
    if (!removed) at += count
  }
  return now.map((key, index) => kept.get(index) ?? moved.get(key)?.shift() ?? version)
}
