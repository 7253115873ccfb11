import { z } from 'zod'
import { hashOf, isSame, type Manifest } from './manifest.ts'

/** Which pages are read back from the web after a publish: some of those that changed, home, and a few of the others. */

export const sampleSchema = z.object({
  publish: z.string(),
  /** Files of the built site, `education/travel/index.html`. */
  pages: z.array(z.string()),
  /** Files that the site before had and this one has not. */
  gone: z.array(z.string()),
})
export type Sample = z.infer<typeof sampleSchema>

const mostChanged = 6
const mostOthers = 4
const mostGone = 3

/** What is chosen follows from the publish alone, so that the same pages are looked at again and again. */
export function sampleOf(before: Manifest | null, after: Manifest): Sample {
  const turn = (path: string) => hashOf(`${after.publish} ${path}`)
  const isPage = (path: string) => path.endsWith('/index.html') && !path.startsWith('id/')
  const pages = Object.keys(after.files)
    .filter(isPage)
    .toSorted((one, other) => (turn(one) < turn(other) ? -1 : 1))
  const changed = pages.filter(path => {
    const record = after.files[path as keyof typeof after.files]
    return record !== undefined && !isSame(before?.files[path as keyof typeof after.files], record)
  })
  const others = pages.filter(path => !changed.includes(path))
  const gone = Object.keys(before?.files ?? {}).filter(path => isPage(path) && !Object.hasOwn(after.files, path))
  return {
    publish: after.publish,
    pages: ['index.html', ...changed.slice(0, mostChanged), ...others.slice(0, mostOthers)],
    gone: gone.toSorted((one, other) => (turn(one) < turn(other) ? -1 : 1)).slice(0, mostGone),
  }
}
