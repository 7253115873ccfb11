import { type Doc, repairDoc } from '../../shared/content/index.ts'

/** What somebody was writing for a choice, kept as text while the window lives; the content folder's door reads it. */
export function keptDoc(kept: string): Doc | null {
  if (kept === '') return null
  try {
    return repairDoc(JSON.parse(kept))
  } catch {
    return null
  }
}
