import type { Entry } from '../../content/index.ts'
import type { Problem } from '../rule.ts'
import { siteRules } from './rules/index.ts'
import type { SiteRule, WholeSite } from './site-rule.ts'

/** What was found between the pages. `about` says whose it is; `others` are the entries that it is about too. */
export interface SiteProblem extends Problem {
  about: Entry | { section: string }
  others: readonly Entry[]
}

export function checkSite(site: WholeSite, rules: readonly SiteRule[] = siteRules): SiteProblem[] {
  return rules.flatMap(rule => {
    const { id, severity: usual, wcag, why } = rule
    return rule.look(site).map(({ about, message, place = { path: [] }, field, severity = usual, others = [] }) => ({
      rule: id,
      severity,
      wcag,
      message,
      why,
      place,
      field: field ?? 'body',
      about,
      others,
    }))
  })
}
