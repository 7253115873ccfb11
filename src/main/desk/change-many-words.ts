import type { Entry } from '../../shared/content/index.ts'
import { dayInWords, type NewDetails } from '../../shared/review/index.ts'
import { inWords } from '../../shared/site/index.ts'
import { firstName, named } from './page-history.ts'

/**
 * “Priya changed the owner of 12 pages to Sam Oduya”: what a change of many pages is, for the list of what was done. The
 * owner is told by the name, and the section by its title.
 */
export function sentenceForMany(who: string, entries: readonly Entry[], details: NewDetails): string {
  const [name, what] = [firstName(who), whatOf(entries)]
  const { owner, every, due, section, audience, tag } = details
  const changes = [
    owner !== undefined && 'the owner',
    (every !== undefined || due !== undefined) && 'the review dates',
    section !== undefined && 'the section',
    audience !== undefined && 'the audience',
    tag !== undefined && 'the tags',
  ].filter(each => each !== false)
  if (changes.length > 1 || (every !== undefined && due !== undefined)) {
    return `${name} changed ${inWords(changes)} of ${what}`
  }
  if (owner !== undefined) {
    return owner === '' ? `${name} took the owner off ${what}` : `${name} changed the owner of ${what} to ${owner}`
  }
  if (section !== undefined) return `${name} moved ${what} to “${section}”`
  if (audience !== undefined) return `${name} changed who ${what} ${entries.length === 1 ? 'is' : 'are'} for`
  if (tag !== undefined) {
    return tag.on
      ? `${name} tagged ${what} with ${tag.requirement}`
      : `${name} took the tag ${tag.requirement} off ${what}`
  }
  if (every !== undefined) {
    return `${name} changed how often to review ${what} to ${every === null ? 'what the team does' : `every ${every}`}`
  }
  return due
    ? `${name} changed the next review of ${what} to ${dayInWords(due)}`
    : `${name} took the review date off ${what}`
}

/** “12 pages”, “3 services”; one by its name. */
export function whatOf(entries: readonly Entry[]): string {
  const [first] = entries
  if (first !== undefined && entries.length === 1) return named(first)
  const many = entries.length.toLocaleString('en-GB')
  if (entries.every(({ kind }) => kind === 'page')) return `${many} pages`
  return entries.every(({ kind }) => kind === 'service') ? `${many} services` : `${many} pages and services`
}
