import type { PageState } from '../../shared/review/records.ts'

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'stop'

/** What the chip of each state says. Colour never speaks alone: the word is always there. */
export const stateWords: Readonly<Record<PageState, { word: string; tone: Tone; means: string }>> = {
  draft: { word: 'Draft', tone: 'plain', means: 'Being written. Families do not see these words.' },
  'ready-for-review': { word: 'Ready for review', tone: 'accent', means: 'Waits for a colleague to read it.' },
  'changes-asked': { word: 'Changes asked', tone: 'warn', means: 'A colleague asked for changes.' },
  approved: { word: 'Approved', tone: 'good', means: 'Goes out with the next publish.' },
  'changed-since-approval': {
    word: 'Changed since approval',
    tone: 'warn',
    means: 'Its words changed after it was approved, so it needs review again.',
  },
  live: { word: 'Live', tone: 'good', means: 'Families see exactly these words.' },
  withdrawn: { word: 'Withdrawn', tone: 'plain', means: 'Taken off the site on purpose, until somebody puts it back.' },
}
