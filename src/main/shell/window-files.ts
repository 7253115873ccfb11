import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** The window's own files, as the build left them in one folder. */
export interface WindowFiles {
  /** The page itself, read afresh, so that a rebuilt window shows at the next reload. Null before the first build. */
  page(): Promise<string | null>
  /** `path` as in an address, `/assets/main-1a2b.js`; null for anything that is not in the folder. */
  file(path: string): Promise<{ type: string; body: Uint8Array<ArrayBuffer> } | null>
}

/**
 * Answers from a list of the folder's files, so that no path is ever put together from what was asked: what is not on the
 * list does not exist, whatever it is called. Links are not on the list.
 */
export function windowFiles(folder: string): WindowFiles {
  let listed: ReadonlyMap<string, string> | null = null
  const list = async () => {
    listed = await listFiles(folder)
    return listed
  }
  return {
    async page() {
      const path = (await list()).get('/index.html')
      return path === undefined ? null : readFile(path, 'utf8')
    },
    async file(path) {
      const found = (listed ?? (await list())).get(path)
      return found === undefined ? null : { type: contentType(found), body: await readFile(found) }
    },
  }
}

async function listFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return new Map(
    entries
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        return [`/${relative(folder, path).split(sep).join('/')}`, path]
      }),
  )
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

function contentType(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}
