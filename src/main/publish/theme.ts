import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface FileBytes {
  path: string
  bytes: Uint8Array
}

/** The style, script, icon and typeface of the site, as they stand under `assets/`; one style sheet, so one request. */
export async function themeFiles(folder: string): Promise<FileBytes[]> {
  const vendor = join(folder, 'vendor')
  const fonts = (await readdir(vendor)).filter(name => name.endsWith('.woff2')).toSorted()
  const styles = [await readFile(join(vendor, 'govuk.css')), await readFile(join(folder, 'theme.css'))]
  return [
    { path: 'assets/site.css', bytes: Buffer.concat(styles) },
    ...(await Promise.all(['search.js', 'icon.svg'].map(name => asset(folder, name)))),
    ...(await Promise.all(fonts.map(name => asset(vendor, name)))),
  ]
}

async function asset(folder: string, name: string): Promise<FileBytes> {
  return { path: `assets/${name}`, bytes: await readFile(join(folder, name)) }
}
