import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

export interface Watcher {
  close(): void
}

/** Long enough for another program to finish writing, short enough to be seen as at once. */
const quietMs = 250

/**
 * Tells when files of the workspace may have changed, whoever changed them. The few folders that hold content are watched
 * one by one and never the whole tree: history alone has thousands of files, and Linux counts each. Where a folder cannot
 * be watched (some network drives), nothing is told, and a refresh still finds everything.
 */
export function watchContent(root: string, onChange: () => void): Watcher {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const drop = (folder: string) => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const told = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (closed) return
      watchAll()
      onChange()
    }, quietMs)
    timer.unref()
  }
  const watchOne = (folder: string) => {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        // Temporary files and other programs' hidden ones come and go beside the pages.
        if (name === null || !name.startsWith('.')) told()
      })
      watcher.on('error', () => drop(folder))
      watchers.set(folder, watcher)
    } catch {
      drop(folder)
    }
  }
  /** Sections come and go: the folders are listed anew after every change. */
  const watchAll = () => {
    const wanted = contentFolders(root)
    for (const folder of watchers.keys()) if (!wanted.includes(folder)) drop(folder)
    for (const folder of wanted) if (!watchers.has(folder)) watchOne(folder)
  }

  watchAll()
  return {
    close() {
      closed = true
      clearTimeout(timer)
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}

function contentFolders(root: string): string[] {
  const pages = join(root, 'pages')
  return [root, pages, ...foldersIn(pages), join(root, 'services'), join(root, 'media')]
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => join(folder, entry.name))
  } catch {
    return []
  }
}
