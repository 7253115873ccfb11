import { idOfText, kindOf } from './identity.ts'
import type { Files, Reader } from './moves.ts'

/**
 * Pages that are new here and there, each at an address of its own: one had moved it, the other deleted it, and it was put
 * back. My address to theirs.
 */
export async function twinsOf(
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Files>,
  read: Reader,
): Promise<Map<string, string>> {
  const isFresh = (path: string) => kindOf(path) === 'entry' && !base.has(path)
  const come = [...theirs].filter(([path]) => isFresh(path) && !mine.has(path))
  const own = [...mine].filter(([path]) => isFresh(path) && !theirs.has(path))
  const twins = new Map<string, string>()
  if (come.length === 0 || own.length === 0) return twins
  const idOf = async (content: string) => idOfText(new TextDecoder().decode(await read(content)))
  const there = new Map<string, string>()
  for (const [path, content] of come) there.set((await idOf(content)) ?? path, path)
  for (const [path, content] of own) {
    const twin = there.get((await idOf(content)) ?? path)
    if (twin !== undefined) twins.set(path, twin)
  }
  return twins
}
