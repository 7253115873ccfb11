import type { IsoDate } from '../../content/ids.ts'

/** What is known of the site that families see. */
export interface SiteFacts {
  today: IsoDate
  /** Read back from the web; sent, and not read back; or never published. */
  published: 'seen' | 'sent' | 'never'
  /** The built site's files, where it was built on this laptop. */
  built: ReadonlySet<string> | null
  contact: { telephone: string; email: string }
  /** The pages that families see. */
  pages: readonly { overdue: boolean; easyRead: boolean }[]
  /** The services that families see, with the ages that they are for. */
  services: readonly { overdue: boolean; who: boolean; how: boolean; from: number | null; to: number | null }[]
  /** The days on which the team agreed to answers that families read. */
  answers: readonly IsoDate[]
}

export interface Measured {
  status: 'yes' | 'limited' | 'no'
  /** One sentence, with the figure. */
  why: string
}

/** Something of the whole site that can be measured: one file each, in the list of `index.ts`. */
export interface Property {
  id: string
  /** The requirements that it speaks for. Where several speak for one, the most careful counts. */
  answers: readonly string[]
  measure(facts: SiteFacts): Measured
}

/** Yes from `enough` on, limited from half of it, by a share between 0 and 1. */
export function byShare(share: number, enough: number): Measured['status'] {
  if (share >= enough) return 'yes'
  return share >= enough / 2 ? 'limited' : 'no'
}

/** “3 of 40 pages”, with the share that it is. */
export function shareOf<T>(all: readonly T[], fits: (one: T) => boolean): { many: number; share: number } {
  const many = all.filter(fits).length
  return { many, share: all.length === 0 ? 0 : many / all.length }
}
