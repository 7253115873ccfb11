import { byShare, type Property, shareOf } from './property.ts'

const enough = 0.9

/** Services that say who they are for and how somebody gets them. */
export const servicesSayWho: Property = {
  id: 'services-say-who',
  answers: ['SE7-DC-01', 'SE7-EF-07', 'ST-QU-04'],
  measure({ services }) {
    const { many, share } = shareOf(services, each => each.who && each.how)
    return {
      status: byShare(share, enough),
      why: `${many} of ${services.length} live services say who they are for and how to get them.`,
    }
  },
}
