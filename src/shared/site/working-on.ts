import type { Entry, SiteConfig, Working } from '../content/index.ts'

/**
 * What is still missing and being worked on. It is said only while it is true: once a page or service on the site says
 * that it answers the requirement, the promise is kept and its page goes.
 */

export const workingAddress = '/what-we-are-working-on/'

export interface StillWorking extends Working {
  address: string
}

/** `placed` are the pages and services on the site. */
export function stillWorkingOn({ site }: SiteConfig, placed: Iterable<Entry>): StillWorking[] {
  if (site.working.length === 0) return []
  const answered = new Set([...placed].flatMap(({ fields }) => fields.checklist.map(({ requirement }) => requirement)))
  const byPart = new Map<string, StillWorking>()
  for (const gap of site.working) {
    const part = gap.requirement
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    if (gap.says.trim() === '' || part === '' || answered.has(gap.requirement) || byPart.has(part)) continue
    byPart.set(part, { ...gap, address: `${workingAddress}${part}/` })
  }
  return [...byPart.values()]
}
