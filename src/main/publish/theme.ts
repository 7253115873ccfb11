import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import english from '../../../resources/words/english.json' with { type: 'json' }
import type { SiteConfig } from '../../shared/content/index.ts'
import { lookOf, lookSheet } from '../../shared/site/index.ts'

export interface FileBytes {
  path: string
  bytes: Uint8Array
}

/** The site's own style, in the order in which a later sheet may overrule an earlier one; one subject each. */
const sheets = ['base', 'header', 'lists', 'page', 'words', 'directory', 'footer', 'other-ways-to-see']

/** What stands under `assets/`: one style sheet (so one request), scripts, icon, typeface, and the words that are no slip of a letter. */
export async function themeFiles(folder: string, config: Pick<SiteConfig, 'site'>): Promise<FileBytes[]> {
  const vendor = join(folder, 'vendor')
  const fonts = (await readdir(vendor)).filter(name => name.endsWith('.woff2')).toSorted()
  const own = sheets.map(name => join(folder, 'theme', `${name}.css`))
  const styles = await Promise.all([join(vendor, 'govuk.css'), ...own].map(path => readFile(path)))
  return [
    { path: 'assets/site.css', bytes: Buffer.concat([Buffer.from(lookSheet(lookOf(config))), ...styles]) },
    ...(await Promise.all(
      [
        'search.js',
        'search-asking.js',
        'search-excerpt.js',
        'search-words.js',
        'directory.js',
        'over.js',
        'icon.svg',
      ].map(name => asset(folder, name)),
    )),
    { path: 'assets/english.json', bytes: Buffer.from(JSON.stringify(english)) },
    ...(await Promise.all(fonts.map(name => asset(vendor, name)))),
  ]
}

async function asset(folder: string, name: string): Promise<FileBytes> {
  return { path: `assets/${name}`, bytes: await readFile(join(folder, name)) }
}
