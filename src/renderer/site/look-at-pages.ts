import type { DrawnPage } from '../../shared/contract/index.ts'
import type { Findings } from '../editor/preview/rendered-findings.ts'

/** A page as a browser drew it; null where it could not be looked at. */
export interface Looked {
  page: DrawnPage
  found: Findings | null
}

/** How far it is, and what is known by then. */
export interface Looking {
  /** `stopped`: somebody did, or left the place; what was looked at by then stays. */
  status: 'looking' | 'stopped' | 'done'
  total: number
  looked: readonly Looked[]
}

/** Looks at pages one after the other and tells of each. What cannot be looked at holds up none of the others. */
export async function lookAtPages(
  pages: readonly DrawnPage[],
  look: (page: DrawnPage) => Promise<Findings>,
  tell: (now: Looking) => void,
  signal: AbortSignal,
): Promise<Looking> {
  const total = pages.length
  const looked: Looked[] = []
  for (const page of pages) {
    if (signal.aborted) break
    tell({ status: 'looking', total, looked: [...looked] })
    const found = await look(page).catch(() => null)
    // What came to its end because somebody stopped it says nothing of the page.
    if (signal.aborted) break
    looked.push({ page, found })
  }
  const end: Looking = { status: looked.length < total ? 'stopped' : 'done', total, looked }
  tell(end)
  return end
}

/** “Looked at 12 of 40 pages and services: 2 things found.” */
export function lookedWords({ status, total, looked }: Looking): string {
  const found = looked.reduce((sum, one) => sum + (one.found?.ofWords.length ?? 0), 0)
  const failed = looked.filter(one => one.found === null).length
  const seen = looked.length - failed
  const pages = total === 1 ? 'page or service' : 'pages and services'
  const many = status === 'done' && failed === 0 ? `${total}` : `${seen} of ${total}`
  const things = found === 0 ? 'nothing found' : `${found} ${found === 1 ? 'thing' : 'things'} found`
  return `Looked at ${many} ${pages}: ${things}.`
}
