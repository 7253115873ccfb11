import type { Mended } from './mend.ts'

const damaged = 'Part of this workspace’s history on this laptop was damaged'

/** What was repaired, in one sentence for the person who opened the workspace. */
export function sayMended(mended: Mended): string {
  if (mended.addressLost) {
    return 'This workspace’s settings on this laptop were damaged and Signpost put them right, but not where it is shared: enter the address of the shared copy in Settings again; your pages are as you left them.'
  }
  if (mended.awaitsShared) {
    return `${damaged}: your pages are as you left them and you can go on working, and Signpost brings the missing earlier versions back from the shared copy the next time it shares.`
  }
  if (mended.startedAgain) {
    return `${damaged} and no earlier version could be read, so it starts again from your pages, which are as you left them.`
  }
  if (mended.lost) {
    return `${damaged}, so some earlier versions of pages can no longer be shown; Signpost put the rest right, and your pages are as you left them.`
  }
  if (mended.wentBack) {
    return `${damaged} and Signpost put it right: your pages are as you left them, and what was changed last is saved again as one version.`
  }
  return `${damaged} and Signpost put it right: nothing was lost.`
}

export const broughtBack =
  'Signpost brought back from the shared copy what was damaged in this workspace’s history on this laptop.'
