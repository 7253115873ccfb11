import { idOfText, kindOf } from './identity.ts'

/** A version of the workspace: path to a name that is equal for equal content. */
export type Files = ReadonlyMap<string, string>
/** The bytes that such a name stands for. */
export type Reader = (content: string) => Promise<Uint8Array>

/**
 * Which files one person moved: former path to new path. The same page id for pages and services, the same bytes for
 * everything else.
 */
export async function movesBetween(base: Files, side: Files, read: Reader): Promise<Map<string, string>> {
  const gone = [...base].filter(([path]) => !side.has(path))
  const come = [...side].filter(([path]) => !base.has(path))
  const moves = new Map<string, string>()
  if (gone.length === 0 || come.length === 0) return moves
  const former = new Map<string, string>()
  for (const [path, content] of gone) former.set(await identityOf(path, content, read), path)
  for (const [path, content] of come) {
    const identity = await identityOf(path, content, read)
    const from = former.get(identity)
    if (from === undefined || kindOf(from) !== kindOf(path)) continue
    moves.set(from, path)
    former.delete(identity)
  }
  return moves
}

async function identityOf(path: string, content: string, read: Reader): Promise<string> {
  if (kindOf(path) !== 'entry') return content
  return idOfText(new TextDecoder().decode(await read(content))) ?? content
}
