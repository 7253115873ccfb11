import { type Level, levels, type Policy } from './policy.ts'
import { rules } from './rules/index.ts'
import { siteRules } from './site/rules/index.ts'

/** What `signpost.yml` says under `checks`, as it was read. */
interface Written {
  levels: Readonly<Record<string, unknown>>
  dismissStops: boolean
}

const known: ReadonlySet<string> = new Set([...rules, ...siteRules].map(({ id }) => id))

/**
 * The policy of a workspace. What it says of checks that this Signpost does not have, or in words that it does not know, is
 * passed over with a sentence and stays in the file: a colleague's newer Signpost may know them.
 */
export function readPolicy({ levels: written, dismissStops }: Written): { policy: Policy; trouble: string[] } {
  const read = new Map<string, Level>()
  const trouble: string[] = []
  for (const [rule, value] of Object.entries(written)) {
    const level = levelNamed(value)
    if (!known.has(rule)) trouble.push(`The settings name a check “${rule}”, which this Signpost does not have.`)
    else if (level === undefined)
      trouble.push(
        `The settings of the check “${rule}” say “${shown(value)}”. It does what it comes with until they say ${allLevels}.`,
      )
    else read.set(rule, level)
  }
  return { policy: { levels: read, dismissStops }, trouble }
}

const allLevels = `${levels
  .slice(0, -1)
  .map(each => `“${each}”`)
  .join(', ')} or “${levels.at(-1)}”`

/** Programs that write YAML of an older kind write `off` as a plain no. */
function levelNamed(value: unknown): Level | undefined {
  return value === false ? 'off' : levels.find(each => each === value)
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 100)
}
