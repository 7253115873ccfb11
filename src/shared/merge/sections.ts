import { freeName } from './identity.ts'
import { type Files, movesBetween, type Reader } from './moves.ts'
import { readRecord } from './record-text.ts'
import { isFields } from './values.ts'

/** Former section to present one: their slugs. */
type SectionMoves = ReadonlyMap<string, string>

/** One person's files, with those that went into a section while a colleague moved it where that section is now. */
export interface Followed {
  files: Files
  /** Former path to present one. */
  relocated: ReadonlyMap<string, string>
}

/**
 * Which sections one person moved: their folder is no longer a section, and what stood there, or the section of the same
 * title, is at another one.
 */
export async function sectionMoves(base: Files, side: Files, read: Reader): Promise<SectionMoves> {
  const found = new Map<string, string>()
  if (base.get(configPath) === side.get(configPath)) return found
  const [was, is] = [await sectionsOf(base, read), await sectionsOf(side, read)]
  const gone = [...was].filter(([slug]) => !is.has(slug))
  if (gone.length === 0) return found
  const moves = [...(await movesBetween(base, side, read))]
  for (const [slug, title] of gone) {
    const from = moves.flatMap(([before, now]) => (sectionOf(before) === slug ? [sectionOf(now)] : []))
    const [to, ...others] = new Set(from)
    const named = [...is].filter(([other, name]) => name === title && !was.has(other)).map(([other]) => other)
    const target = to ?? (named.length === 1 ? named[0] : undefined)
    if (typeof target === 'string' && is.has(target) && others.length === 0) found.set(slug, target)
  }
  return found
}

/** The files of one person as they are once a colleague's moves of sections are followed. */
export function followSections(base: Files, side: Files, moves: SectionMoves): Followed {
  const files = new Map(side)
  const relocated = new Map<string, string>()
  for (const [path, content] of side) {
    const section = sectionOf(path)
    const target = section === null ? undefined : moves.get(section)
    if (target === undefined || base.has(path)) continue
    const wanted = path.replace(/^pages\/[^/]+/, `pages/${target}`)
    const to = files.has(wanted) ? freeName(wanted, name => files.has(name)) : wanted
    files.delete(path)
    files.set(to, content)
    relocated.set(path, to)
  }
  return { files, relocated }
}

const sectionOf = (path: string): string | null => /^pages\/([^/]+)\/.+\.md$/.exec(path)?.[1] ?? null

const configPath = 'signpost.yml'

/** The sections of a workspace, by slug, with their titles. */
async function sectionsOf(files: Files, read: Reader): Promise<Map<string, unknown>> {
  const content = files.get(configPath)
  const record = content === undefined ? null : readRecord(new TextDecoder().decode(await read(content)))
  const sections = record?.fields.sections
  const records = Array.isArray(sections) ? sections.filter(isFields) : []
  return new Map(records.flatMap(({ slug, title }) => (typeof slug === 'string' ? [[slug, title]] : [])))
}
