import { join } from 'node:path'
import type { Doc } from '../../shared/content/index.ts'
import { type Memory, openMemory } from '../settings/index.ts'
import type { PublishWorld } from './publish-world.ts'

/**
 * Gives `work` the words that were read of files before, by the name of their content, and keeps those that it adds. They
 * are only held while a site is built.
 */
export async function rememberingWords<T>(
  { dataFolder, program }: Pick<PublishWorld, 'dataFolder' | 'program'>,
  work: (words: Memory<Doc>) => Promise<T>,
): Promise<T> {
  const words = await openMemory<Doc>(join(dataFolder, 'words.memory'), { data: dataFolder, program })
  const done = await work(words)
  await words.save()
  return done
}
