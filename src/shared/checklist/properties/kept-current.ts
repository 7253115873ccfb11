import { byShare, type Property, shareOf } from './property.ts'

const enough = 0.9

/** Pages and services that were checked when they were due. */
export const keptCurrent: Property = {
  id: 'kept-current',
  answers: ['SE7-EF-06', 'ST-QU-03'],
  measure({ pages, services }) {
    const all = [...pages, ...services]
    const { many, share } = shareOf(all, each => !each.overdue)
    return {
      status: byShare(share, enough),
      why: `${many} of ${all.length} live pages and services are within their review date.`,
    }
  },
}
