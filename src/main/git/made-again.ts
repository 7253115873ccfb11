import { hasObject, type Oid, type Repository, readCommit } from './repository.ts'
import type { StoryEntry } from './story.ts'

/**
 * The version of this name in the story. Where sharing has made it again on top of a colleague's (see replay.ts), the one
 * that it is now: who, when and the sentence stay. Null where there is none.
 */
export async function versionNamed(
  repository: Repository,
  story: readonly StoryEntry[],
  version: Oid,
): Promise<StoryEntry | null> {
  const found = story.find(entry => entry.oid === version)
  if (found !== undefined) return found
  if (!/^[0-9a-f]{40}$/.test(version) || !(await hasObject(repository, version))) return null
  const { by, at, sentence } = await readCommit(repository, version)
  return story.findLast(entry => entry.by.email === by.email && entry.at === at && entry.sentence === sentence) ?? null
}
