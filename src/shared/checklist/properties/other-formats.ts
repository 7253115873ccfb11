import { byShare, type Property, shareOf } from './property.ts'

/** One page in ten with an easy read version is a beginning that somebody made on purpose. */
const enough = 0.1

/** Pages that people can get in easy read. */
export const otherFormats: Property = {
  id: 'other-formats',
  answers: ['ST-PB-02'],
  measure({ pages }) {
    const { many, share } = shareOf(pages, page => page.easyRead)
    return { status: byShare(share, enough), why: `${many} of ${pages.length} live pages have an easy read version.` }
  },
}
