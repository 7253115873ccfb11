import type { WhyLeft } from '../../shared/contract/index.ts'

/** Why a page was left as it was while others were changed, and the next step; the page's name stands before it. */
export const whyLeftWords: Readonly<Record<WhyLeft, string>> = {
  gone: 'is not there any more, or cannot be read now. Look in Recently deleted.',
  unreadable: 'has details that cannot be read. Open it: its page says which.',
  'asked-about': 'waits for a choice between two people’s words. Answer that first, then change it.',
  'being-typed': 'has typing that is no version yet. Open it and save a version, then change it.',
  'being-written': 'is being written by another program. Try again in a moment.',
  'a-service': 'is a service, which has no section and nobody in particular whom it is for.',
  'address-taken': 'would have the address of another page there. Change its address by hand.',
  'too-long': 'is as long as a page can be. Move a part of it to another page first.',
}
