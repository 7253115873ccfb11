import type { SiteRule } from '../site-rule.ts'
import { detailsDiffer } from './details-differ.ts'
import { hoursDiffer } from './hours-differ.ts'
import { linkHeading } from './link-heading.ts'
import { ownerUnknown } from './owner-unknown.ts'
import { pageOrphan } from './page-orphan.ts'
import { pagesAlike } from './pages-alike.ts'
import { sectionStart } from './section-start.ts'
import { titleSame } from './title-same.ts'

/** Every rule over the whole site, in the order in which they are read about. */
export const siteRules: readonly SiteRule[] = [
  titleSame,
  pagesAlike,
  pageOrphan,
  sectionStart,
  ownerUnknown,
  linkHeading,
  detailsDiffer,
  hoursDiffer,
]
