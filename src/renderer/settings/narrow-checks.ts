import type { CheckPolicy, CheckView } from '../../shared/contract/index.ts'

export interface CheckFilter {
  find: string
  /** What it does now; null for all. */
  does: CheckView['usual'] | 'changed' | null
}

export const allChecks: CheckFilter = { find: '', does: null }

/** The groups with only the checks that fit; every word has to be in the name, the reason or the source of a check. */
export function narrowChecks({ groups }: CheckPolicy, { find, does }: CheckFilter): CheckPolicy['groups'] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (check: CheckView) => {
    const text = [check.name, check.id, check.why, check.source, ...check.wcag].join(' ').toLowerCase()
    const isAsked = does === null || (does === 'changed' ? check.level !== null : levelNow(check) === does)
    return isAsked && words.every(word => text.includes(word))
  }
  return groups.flatMap(group => {
    const checks = group.checks.filter(fits)
    return checks.length === 0 ? [] : [{ ...group, checks }]
  })
}

export function levelNow({ level, usual }: Pick<CheckView, 'level' | 'usual'>): CheckView['usual'] {
  return level ?? usual
}
