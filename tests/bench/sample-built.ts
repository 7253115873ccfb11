import { buildSite } from '../../src/main/publish/build.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { siteIndex, type Unit, unitsOf } from '../../src/shared/site/index.ts'
import { sampleMedia, sampleSite } from '../site/sample-site.ts'

/** Without the addresses that only lead on to another one. */
const leadsOn = (name: Unit['name'], path: string) => name === 'redirects' || path.startsWith('id/')

/** The words of today have the mistakes in them that the checks are to find; families see those of the autumn. */
const live = {
  'pages/education/when-school-feels-too-hard.md':
    'resources/sample/earlier/autumn/pages/education/when-school-feels-too-hard.md',
}

/**
 * The sample's site in the folder `to`, whatever else is approved, for the address `url`, with something new to tell of. Answers
 * the address of every page, from the site's root.
 */
export async function builtSample(to: string, url = 'https://example.org'): Promise<string[]> {
  const input = await sampleSite(live)
  const [added, ...others] = input.pages.map(({ fields }) => fields.id)
  if (added === undefined) throw new Error('the sample has no pages')
  const news = [{ on: isoDateSchema.parse('2026-11-20'), added: [added], changed: others.slice(0, 4) }]
  const site = { ...input, news, config: { ...input.config, publish: { url, targets: [] } } }
  const built = await buildSite(site, to, { readMedia: sampleMedia, theme: 'resources/site', site: 'sample' })
  if (isRefusal(built)) throw new Error(built.sentence)
  const index = siteIndex(site)
  return [...unitsOf(index)].flatMap(unit =>
    [...unit.render(index)].flatMap(({ path }) =>
      path.endsWith('.html') && !leadsOn(unit.name, path) ? [`/${path.replace(/index\.html$/, '')}`] : [],
    ),
  )
}
