import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Of the release that the figures in a report are of: its audits and their weights differ from one to the next. */
const version = '13.5.0'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

/** Points of 100 in each category, and what took points away, with its audit's name. */
export interface Seen {
  points: Readonly<Record<Category, number>>
  lost: readonly string[]
}

/** `skip` names audits that are not asked; a page that keeps itself from search engines on purpose is not held against itself. */
export type LookWithLighthouse = (
  url: string,
  how: { device: 'phone' | 'desk'; only?: readonly Category[]; skip?: readonly string[] },
) => Promise<Seen>

/**
 * Lighthouse, installed for this run alone under `folder`: it brings a hundred packages that nobody who works on Signpost
 * needs. `port` is where a browser listens to it. Throws a sentence where it cannot be installed.
 */
export async function lighthouseIn(folder: string, port: number): Promise<LookWithLighthouse> {
  process.stderr.write(`\nInstalling lighthouse ${version} for this run… `)
  const wishes = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const { status, stderr, error } = spawnSync(
    'npm',
    ['install', '--prefix', folder, ...wishes, `lighthouse@${version}`],
    { cwd: folder, encoding: 'utf8', timeout: 300_000 },
  )
  if (status !== 0) {
    throw new Error(
      `Lighthouse ${version} could not be installed with npm, so nothing can be said of it. Look whether this machine reaches an npm registry, and run “npm run bench -- lighthouse” again.\n${error?.message ?? stderr}`,
    )
  }
  const from = (path: string) => import(pathToFileURL(join(folder, 'node_modules/lighthouse', path)).href)
  const { default: lighthouse } = (await from('core/index.js')) as { default: Lighthouse }
  const { default: desk } = (await from('core/config/desktop-config.js')) as { default: object }
  return async (url, { device, only = categories, skip = [] }) => {
    const flags = { port, logLevel: 'silent', onlyCategories: [...only], skipAudits: [...skip] }
    const { lhr } = (await lighthouse(url, flags, device === 'desk' ? desk : undefined)) ?? {}
    if (lhr === undefined || lhr.runtimeError !== undefined)
      throw new Error(`Lighthouse could not look at ${url}: ${lhr?.runtimeError?.message ?? 'it said nothing'}`)
    return seenIn(lhr)
  }
}

type Lighthouse = (url: string, flags: object, config?: object) => Promise<{ lhr: Report } | undefined>

/** The part of Lighthouse's report that is read; a score is 0 to 1, and null where there was nothing to judge. */
interface Report {
  runtimeError?: { message: string }
  categories: Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>
}

function seenIn({ categories: found, audits }: Report): Seen {
  const points = (name: Category) => Math.round((found[name]?.score ?? Number.NaN) * 100)
  const lost = Object.values(found).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score = null, title = '', displayValue = '' } = audits[id] ?? {}
      return weight > 0 && score !== null && score < 1 ? [`${id} ${score} (${displayValue || title})`] : []
    }),
  )
  return {
    points: {
      performance: points('performance'),
      accessibility: points('accessibility'),
      'best-practices': points('best-practices'),
      seo: points('seo'),
    },
    lost,
  }
}
