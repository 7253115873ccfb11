import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { councilHost } from '../council-host.ts'
import { categories, lighthouseIn, type Seen } from '../lighthouse.ts'
import { type Measure, median, type Row } from '../measure.ts'
import { browserListening } from '../open-window.ts'
import { builtSample } from '../sample-built.ts'

/** One page of each template of the sample's site under Lighthouse, as a phone on a slow line and as a desk. */
export const lighthouse: Measure = {
  name: 'lighthouse',
  async run({ scratch }) {
    const host = await councilHost(join(scratch, 'site'))
    await builtSample(join(scratch, 'site'), host.origin)
    const browser = await browserListening(join(scratch, 'browser'))
    try {
      const installed = join(scratch, 'lighthouse')
      mkdirSync(installed)
      const look = await lighthouseIn(installed, browser.port)
      const rows: Row[] = []
      for (const device of ['phone', 'desk'] as const) {
        for (const { name, path, isUnlisted = false } of templates) {
          const how = { device, ...(isUnlisted && { skip: ['is-crawlable'] }) }
          const seen = [await look(host.origin + path, how)]
          // What else goes on in the machine takes points of speed, and of nothing else.
          while (seen.length < mostLooks && median(speedsOf(seen)) < leastSpeed)
            seen.push(await look(host.origin + path, { ...how, only: ['performance'] }))
          rows.push(...rowsOf(`lighthouse, ${device}, ${name}`, seen))
        }
      }
      return rows
    } finally {
      await browser.stop()
      host.stop()
    }
  },
}

const leastSpeed = 95
const mostLooks = 5

const speedsOf = (seen: readonly Seen[]) => seen.map(({ points }) => points.performance)

function rowsOf(what: string, seen: readonly Seen[]): Row[] {
  const [{ points } = { points: undefined }] = seen
  const others = categories.flatMap(name => (name === 'performance' || points === undefined ? [] : [points[name]]))
  if (median(speedsOf(seen)) < leastSpeed || others.some(one => one < 100))
    process.stderr.write(`\n${what}: ${seen.map(({ lost }) => lost.join('; ')).join(' | ')}`)
  return [
    { what: `${what}: speed`, unit: 'of 100', runs: speedsOf(seen), target: { least: leastSpeed } },
    { what: '  accessibility, best practices, SEO', unit: 'of 100', runs: others, target: { every: 100 } },
  ]
}

/** `isUnlisted`: it asks search engines to pass it over, for which Lighthouse takes points that it has not lost. */
const templates: readonly { name: string; path: string; isUnlisted?: true }[] = [
  { name: 'home', path: '/' },
  { name: 'door', path: '/for/parents/' },
  { name: 'section', path: '/education/' },
  { name: 'page', path: '/education/when-school-feels-too-hard/' },
  { name: 'page with videos', path: '/education/start-here/' },
  { name: 'page in Arabic', path: '/education/asking-for-an-ehc-assessment-in-arabic/' },
  { name: 'service', path: '/services/saturday-splash/' },
  { name: 'service that is over', path: '/services/summer-tides/' },
  { name: 'directory', path: '/services/' },
  { name: 'directory as a table', path: '/services/as/table/' },
  { name: 'directory as a sheet', path: '/services/as/sheet/' },
  { name: 'directory by one choice', path: '/services/by/when/saturday/' },
  { name: 'A to Z', path: '/a-to-z/' },
  { name: 'what is new', path: '/whats-new/' },
  { name: 'you said, we did', path: '/you-said-we-did/' },
  { name: 'what we work on', path: '/what-we-are-working-on/' },
  { name: 'one gap', path: '/what-we-are-working-on/se7-ed-11/' },
  { name: 'accessibility', path: '/accessibility/' },
  { name: 'search', path: '/search/?q=short+breaks', isUnlisted: true },
  { name: 'not found', path: '/404.html', isUnlisted: true },
]
