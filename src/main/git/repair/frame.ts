import { join } from 'node:path'
import { codeOf, makeFolder, patiently, replaceFile } from '../../files/index.ts'
import type { Repository } from '../repository.ts'
import { setAside } from './set-aside.ts'

const copyOf = ({ gitdir }: Repository) => join(gitdir, 'signpost', 'config-copy')
const tempOf = ({ gitdir }: Repository) => join(gitdir, 'signpost-tmp')

/** What every git expects of a repository of this kind. */
const plainConfig = '[core]\n\trepositoryformatversion = 0\n\tfilemode = false\n\tbare = false\n\tautocrlf = false\n'

async function textOf({ disk }: Repository, path: string): Promise<string | null> {
  try {
    return await patiently(disk, () => disk.readFile(path, 'utf8'))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}

const isHead = (text: string | null) => /^(ref: refs\/heads\/\S+|[0-9a-f]{40})\s*$/.test(text ?? '')

/** Lines of the shapes that git's config-file format has, and the one section that no repository is without. */
function isConfig(text: string | null): boolean {
  const isLine = (line: string) => /^\s*([#;].*|\[[\w.-]+(\s+"[^\0]*")?\].*|[A-Za-z][\w-]*(\s*=.*)?|)$/.test(line)
  return text !== null && /^\s*\[core\]/im.test(text) && text.split('\n').every(isLine)
}

/** Settings that begin as the copy does and then stop were cut short, however well what is left reads. */
async function isConfigSound(repository: Repository): Promise<boolean> {
  const text = await textOf(repository, join(repository.gitdir, 'config'))
  const copy = await textOf(repository, copyOf(repository))
  const isCut = text !== null && copy !== null && text.length < copy.length && copy.startsWith(text)
  return isConfig(text) && !isCut
}

export async function isFrameSound(repository: Repository): Promise<boolean> {
  const { gitdir } = repository
  return isHead(await textOf(repository, join(gitdir, 'HEAD'))) && (await isConfigSound(repository))
}

/** Keeps a copy of the settings, which hold the one thing that cannot be worked out again: where the team shares. */
export async function keepConfig(repository: Repository): Promise<void> {
  const text = await textOf(repository, join(repository.gitdir, 'config'))
  if (text === null || (await textOf(repository, copyOf(repository))) === text) return
  await replaceFile(repository.disk, tempOf(repository), copyOf(repository), text)
}

/** Puts right what makes a folder a repository at all. `addressLost` where nothing tells any more where the team shares. */
export async function mendFrame(repository: Repository): Promise<{ mended: boolean; addressLost: boolean }> {
  const { disk, gitdir } = repository
  for (const folder of ['objects/pack', 'refs/heads']) await makeFolder(disk, join(gitdir, folder))
  const [head, config] = [join(gitdir, 'HEAD'), join(gitdir, 'config')]
  const headSound = isHead(await textOf(repository, head))
  if (!headSound) {
    await setAside(repository, head)
    await replaceFile(disk, tempOf(repository), head, 'ref: refs/heads/main\n')
  }
  if (await isConfigSound(repository)) return { mended: !headSound, addressLost: false }
  const copy = await textOf(repository, copyOf(repository))
  await setAside(repository, config)
  await replaceFile(disk, tempOf(repository), config, isConfig(copy) && copy !== null ? copy : plainConfig)
  return { mended: true, addressLost: !isConfig(copy) }
}
