import type { Service } from '../../content/index.ts'
import { html, type Piece } from '../html.ts'
import type { SiteIndex } from '../site-index.ts'
import { longDate } from '../words.ts'

export interface Assured {
  day: string
  /** In the team's words; empty where they did not write it down. */
  by: string
}

/**
 * Who last found that these details are true, and when: what the team wrote down of asking the service, or a later look at
 * the entry by the team itself. A colleague's name is only on the site where somebody wrote it there.
 */
export function lastAssured(site: SiteIndex, service: Service): Assured | null {
  const { assured_date: asked, assured_by: by } = service.fields
  const looked = site.lastReviewed(service)
  if (looked !== null && (asked === null || looked > asked)) return { day: looked, by: 'the Local Offer team' }
  return asked === null ? null : { day: asked, by: by.trim() }
}

export function assuredWords(site: SiteIndex, service: Service): Piece {
  const day = assuredDay(site, service)
  return day === null ? 'Not yet assured' : html`Last assured ${day}`
}

/** The same under a heading that says what it is. */
export function assuredDay(site: SiteIndex, service: Service): Piece {
  const assured = lastAssured(site, service)
  if (assured === null) return null
  return html`<time datetime="${assured.day}">${longDate(assured.day)}</time>${assured.by !== '' && ` by ${assured.by}`}`
}
