import { wordsIn } from '../content/index.ts'
import type { SiteIndex } from './site-index.ts'

/** What somebody types who may not be safe, or who fears for somebody. Better once too often than once too seldom. */
const usualUrgentWords: readonly string[] = [
  ...['suicide', 'suicidal', 'self harm', 'selfharm', 'self harming', 'overdose', 'crisis', 'emergency'],
  ...['kill myself', 'kill himself', 'kill herself', 'kill themselves', 'kill themself', 'killing myself'],
  ...['want to die', 'wants to die', 'wanting to die', 'wish i was dead', 'better off dead', 'end it all'],
  ...['end my life', 'end his life', 'end her life', 'end their life', 'ending my life', 'take my own life'],
  ...['cutting myself', 'cutting himself', 'cutting herself', 'cuts himself', 'cuts herself', 'cutting themselves'],
  ...['hurt', 'hurting', 'harm', 'harming', 'abuse', 'abused', 'abusing', 'abusive', 'neglect', 'neglected'],
  ...['unsafe', 'not safe', 'dont feel safe', 'do not feel safe', 'in danger', 'being groomed', 'grooming'],
  ...['hits me', 'hit me', 'hitting me', 'beats me', 'touched me', 'touches me', 'scared of my', 'afraid of my'],
  ...['domestic violence', 'rape', 'raped', 'run away', 'ran away', 'missing child', 'exploited', 'county lines'],
]

/** With the team's own words for one of these: whoever adds “unalive” for “suicide” need not know of this list. */
export function urgentWords(site: SiteIndex): string[] {
  const usual = new Set(usualUrgentWords)
  const ours = site.input.config.site.search
    .filter(({ means }) => usual.has(wordsIn(means.toLowerCase()).join(' ')))
    .map(({ says }) => says.toLowerCase())
  return [...usual, ...ours]
}
