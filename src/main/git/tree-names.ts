/** Characters that some file systems leave out of a name, so that two spellings are one file there. */
const leftOut = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

/** What nearly every name is, and what can mean nothing else on any system. */
const plain = /^[A-Za-z0-9][A-Za-z0-9-]*(\.[a-z]+)?$/

/**
 * Whether a name in a tree could lead out of its folder or into `.git`, on whichever system it is read: what git's own
 * verify_path refuses. NTFS takes `git~1`, `.git.` and `.git::$INDEX_ALLOCATION` for `.git`; HFS+ leaves characters out.
 */
export function leadsElsewhere(name: string): boolean {
  if (plain.test(name)) return false
  const seen = name.replace(leftOut, '')
  if (seen === '' || seen === '.' || seen === '..' || /[\\/]/.test(name)) return true
  const [beforeStream = ''] = seen.split(':')
  const onDisk = beforeStream.toLowerCase().replace(/[. ]+$/, '')
  return onDisk === '.git' || /^\.?git~[1-9]$/.test(onDisk)
}
