import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { isRefusal } from '../../shared/outcome.ts'
import { readBounded } from '../files/index.ts'
import { linkedSheetsIn } from '../import/index.ts'

/** A page of an old website names a handful; more than this nobody waits for. */
const mostSheets = 10
/** In bytes, of one sheet: a large framework has 300,000. */
const largest = 1_000_000

/**
 * The style sheets that a web page on this computer names and that lie beside it, by the address that the page has for
 * them. Nothing outside `root` is read, by whatever name or link it is reached, and nothing is fetched.
 */
export async function sheetsBeside(path: string, html: string, root: string): Promise<ReadonlyMap<string, string>> {
  const sheets = new Map<string, string>()
  for (const href of linkedSheetsIn(html).slice(0, mostSheets)) {
    const css = await sheetAt(path, href, root)
    if (css !== null) sheets.set(href, css)
  }
  return sheets
}

async function sheetAt(path: string, href: string, root: string): Promise<string | null> {
  const name = pathIn(href)
  if (name === null) return null
  const named = name.startsWith('/') ? join(root, name) : resolve(dirname(path), name)
  // A link anywhere on the way may lead out, so that where it really is counts.
  const [absolute, within] = await Promise.all([realpath(named), realpath(root)]).catch(() => [null, null])
  if (absolute === null || within === null || !isUnder(absolute, within)) return null
  const bytes = await readBounded(absolute, largest)
  return isRefusal(bytes) ? null : new TextDecoder().decode(bytes)
}

/** A path to a file on the same site, or null: other sites and other kinds of files are let be. */
function pathIn(href: string): string | null {
  const plain = href.trim().replace(/[?#].*$/, '')
  if (!/\.css$/i.test(plain) || /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(plain)) return null
  // The only way to say that an address is badly written.
  try {
    return decodeURIComponent(plain)
  } catch {
    return null
  }
}

function isUnder(path: string, root: string): boolean {
  const back = relative(root, path)
  return back !== '' && back !== '..' && !back.startsWith(`..${sep}`) && !isAbsolute(back)
}

/** The folder that all of these files are in: what is named together is looked at together. */
export function sharedFolder(paths: readonly string[]): string {
  const [first = '.', ...others] = paths.map(dirname)
  let shared = first
  for (const other of others)
    while (other !== shared && !isUnder(other, shared) && dirname(shared) !== shared) shared = dirname(shared)
  return shared
}
