import { isNode } from 'yaml'
import { z } from 'zod'
import { isSame } from '../same.ts'
import { siteConfigSchema } from '../site-config.ts'
import { mostRecordLength } from './records.ts'
import { plainOf, readYaml } from './yaml.ts'

/** What stands in `signpost.yml` and cannot be read, so that it counts for nothing. The file keeps it as it is. */
export const unreadSettingSchema = z.object({
  /** Where it stands, name by name: `site.tasks`, or `site.tasks.2.for`. */
  path: z.string(),
  /** Counted from 1. */
  line: z.number(),
  /** The sheet of Settings where it would be written. */
  under: z.string(),
  sentence: z.string(),
  nextStep: z.string(),
})
export type UnreadSetting = z.infer<typeof unreadSettingSchema>

type Path = readonly (string | number)[]

/** Where people write each part on the screen; the first that fits. */
const sheets: readonly (readonly [begin: string, title: string])[] = [
  ['site.tasks', 'What families say'],
  ['site.urgent', 'Urgent help'],
  ['site.search', 'Search words'],
  ['site.working', 'What we are working on'],
  ['site.accessibility', 'Accessibility statement'],
  ['site', 'The look of the site'],
  ['review', 'When pages are checked'],
  ['sections', 'Sections'],
  ['words', 'Our words'],
  ['shortForms', 'Our words'],
  ['checks', 'Checks'],
  ['', 'The Local Offer'],
]

/**
 * What of `signpost.yml` is left out because nobody can read it: a list of which one thing is not as it should be, a word
 * where a number belongs. Nothing for a file that is refused as a whole (see `parseSiteConfig`), and nothing for names that
 * Signpost does not know.
 */
export function unreadSettings(text: string): UnreadSetting[] {
  const read = readYaml(text, mostRecordLength)
  if (read.kind === 'broken') return []
  const says = plainOf(read.document)
  const taken = siteConfigSchema.safeParse(says).data
  if (taken === undefined) return []
  // What is taken otherwise than it is written may only be tidied; what is left out changes nothing where it stands.
  const isLeftOut = (path: Path) => isSame(siteConfigSchema.safeParse(without(says, path)).data, taken)
  return differences(says, taken, [])
    .filter(isLeftOut)
    .map(path => {
      const node = read.document.getIn(path, true)
      const offset = isNode(node) ? node.range?.[0] : undefined
      return unread(path.join('.'), offset === undefined ? 1 : read.lineOf(offset))
    })
}

function unread(path: string, line: number): UnreadSetting {
  const [, under = ''] = sheets.find(([begin]) => begin === '' || `${path}.`.startsWith(`${begin}.`)) ?? []
  return {
    path,
    line,
    under,
    sentence: `What line ${line} of “signpost.yml” says for “${path}” cannot be read, so it counts for nothing. It was left as it is.`,
    nextStep: `Correct it in a text editor, or write it under “${under}” in Settings: that takes its place.`,
  }
}

/** Where what is said is not what was taken of it. What is not said at all is no difference. */
function differences(said: unknown, taken: unknown, at: Path): Path[] {
  if (said === null || said === undefined || isSame(said, taken)) return []
  const bothLists = Array.isArray(said) && Array.isArray(taken)
  if (bothLists && said.length === taken.length) {
    return said.flatMap((each, index) => differences(each, taken[index], [...at, index]))
  }
  if (bothLists || !isMapping(said) || !isMapping(taken)) return [at]
  return Object.keys(said).flatMap(key =>
    Object.hasOwn(taken, key) ? differences(said[key], taken[key], [...at, key]) : [],
  )
}

function without(said: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return undefined
  if (Array.isArray(said)) return said.map((each, at) => (at === key ? without(each, rest) : each))
  if (!isMapping(said)) return said
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, unknown][] => {
      if (name !== key) return [[name, value]]
      return rest.length === 0 ? [] : [[name, without(value, rest)]]
    }),
  )
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
