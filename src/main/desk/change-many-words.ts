import type { Entry } from '../../shared/content/index.ts'
import { dayInWords, type NewDetails } from '../../shared/review/index.ts'
import { firstName, named } from './page-history.ts'

/**
 * “Priya changed the owner of 12 pages to Sam Oduya”: what a change of many pages is, for the list of what was done. The
 * owner is told by the name.
 */
export function sentenceForMany(who: string, entries: readonly Entry[], { owner, every, due }: NewDetails): string {
  const [name, what] = [firstName(who), whatOf(entries)]
  const several = [owner, every, due].filter(each => each !== undefined).length > 1
  if (several && owner !== undefined) return `${name} changed the owner and the review dates of ${what}`
  if (several) return `${name} changed the review dates of ${what}`
  if (owner !== undefined) {
    return owner === '' ? `${name} took the owner off ${what}` : `${name} changed the owner of ${what} to ${owner}`
  }
  if (every !== undefined) {
    return `${name} changed how often to review ${what} to ${every === null ? 'what the team does' : `every ${every}`}`
  }
  return due
    ? `${name} changed the next review of ${what} to ${dayInWords(due)}`
    : `${name} took the review date off ${what}`
}

function whatOf(entries: readonly Entry[]): string {
  const [first] = entries
  if (first !== undefined && entries.length === 1) return named(first)
  const many = entries.length.toLocaleString('en-GB')
  if (entries.every(({ kind }) => kind === 'page')) return `${many} pages`
  return entries.every(({ kind }) => kind === 'service') ? `${many} services` : `${many} pages and services`
}
