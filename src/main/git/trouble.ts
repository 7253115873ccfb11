import { type Refusal, refuse } from '../../shared/outcome.ts'
import { codeOf, orDiskTrouble } from '../files/index.ts'
import { isDamage } from './objects.ts'

const unsafeNames = (detail: string) =>
  refuse(
    'unsafe-names',
    'There are names in this workspace that could reach outside its folder, so Signpost took nothing of it.',
    'Tell the person who looks after your team’s git host: somebody may have tampered with the shared copy.',
    detail,
  )
const damaged = (detail: string) =>
  refuse(
    'history-damaged',
    'Part of this workspace’s history on this laptop is damaged. Your pages’ files were left as they are.',
    'Join your team’s workspace again in another folder, and keep this one until you have compared them.',
    detail,
  )

const tooManyFiles = refuse(
  'too-many-files',
  'The shared copy says that it holds more files than any Local Offer does, so Signpost took nothing of it.',
  'Tell the person who looks after your team’s git host: somebody may have tampered with the shared copy.',
)

/** Runs `work`; a fault of the disk, a hostile name or a damaged history becomes its refusal, a bug stays an exception. */
export async function orTrouble<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await orDiskTrouble(work)
  } catch (error) {
    const code = codeOf(error)
    const detail = error instanceof Error ? error.message : ''
    if (code === 'UnsafeFilepathError') return unsafeNames(detail)
    if (code === 'TooManyFiles') return tooManyFiles
    if (isDamage(error)) return damaged(detail)
    throw error
  }
}
