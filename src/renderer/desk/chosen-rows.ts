import type { PageId } from '../../shared/content/index.ts'
import type { PageRow } from '../../shared/contract/index.ts'

type Rows = readonly Pick<PageRow, 'id'>[]

/** What the list says is chosen now: `all` means all that are shown, beside what was chosen before the list was narrowed. */
export function chosenAfter(keys: 'all' | ReadonlySet<unknown>, shown: Rows, chosen: ReadonlySet<PageId>): Set<PageId> {
  if (keys === 'all') return new Set([...chosen, ...shown.map(({ id }) => id)])
  const known = [...chosen, ...shown.map(({ id }) => id)]
  return new Set(known.filter(id => keys.has(id)))
}

/** “3 pages chosen, 1 of them is not shown now”; null where nothing is chosen. */
export function chosenWords(chosen: Rows, shown: Rows, counted: (many: number) => string): string | null {
  if (chosen.length === 0) return null
  const here = new Set(shown.map(({ id }) => id))
  const hidden = chosen.filter(({ id }) => !here.has(id)).length
  if (hidden === 0) return `${counted(chosen.length)} chosen`
  if (hidden === chosen.length) return `${counted(chosen.length)} chosen, not shown now`
  return `${counted(chosen.length)} chosen, ${hidden} of them not shown now`
}
