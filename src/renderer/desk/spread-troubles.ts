import type { IsoDate } from '../../shared/content/index.ts'

/** What is still wrong with the two days, each beside its field. */
export function spreadTroubles(
  { from, to }: { from: IsoDate | undefined; to: IsoDate | undefined },
  today: string,
): { from: string | null; to: string | null } {
  return {
    from: from === undefined ? 'Choose a day.' : from < today ? 'This day has gone by. Choose today or later.' : null,
    to: to === undefined ? 'Choose a day.' : from !== undefined && to < from ? 'This is before the first day.' : null,
  }
}
