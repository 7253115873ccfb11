import type { SiteReport } from '../../shared/contract/index.ts'
import { count } from '../words/counts.ts'

/** The name of a check, as words: `link-text` is “Link text”. */
export function kindName(rule: string): string {
  const words = rule.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What is found altogether, in a sentence; nothing is said of no pages. */
export function foundWords({ found, between, pages }: Pick<SiteReport, 'found' | 'between' | 'pages'>): string {
  if (pages === 0) return ''
  const { errors, warnings, notices } = found
  const all = errors + warnings + notices
  if (all + between === 0) return `Nothing is wrong on ${count(pages, 'page or service', 'pages and services')}.`
  const severities = [
    `${errors} ${errors === 1 ? 'stops' : 'stop'} publishing`,
    `${warnings} ${warnings === 1 ? 'makes' : 'make'} a page harder to use`,
    `${notices} ${notices === 1 ? 'is' : 'are'} worth knowing`,
  ]
  const onPages = `On ${count(pages, 'page or service', 'pages and services')} there ${all === 1 ? 'is' : 'are'} ${count(all, 'problem')}: ${severities.join(', ')}.`
  return between === 0 ? onPages : `${onPages} Between the pages there ${between === 1 ? 'is' : 'are'} ${between} more.`
}
