import type { ChecklistView } from '../../shared/contract/index.ts'

/** What the address of a checklist leads to, by the name that it has in the list now; `gone` is a name that nothing has. */
export interface LedTo {
  requirement: string | null
  gap: string | null
  gone: string | null
}

/** A requirement that has another number since is found by its former one, and one that is switched off where it stands. */
export function ledTo(
  { sections, off }: Pick<ChecklistView, 'sections' | 'off'>,
  search: Record<string, unknown>,
): LedTo {
  const [asked, gap] = [search.asked, search.gap].map(each => (typeof each === 'string' && each !== '' ? each : null))
  const all = sections.flatMap(({ requirements }) => requirements)
  const found =
    [...all, ...off].find(({ id }) => id === asked) ?? all.find(({ former }) => former.includes(asked ?? ''))
  return {
    requirement: found?.id ?? null,
    gap: gap ?? null,
    gone: found === undefined ? (asked ?? null) : null,
  }
}
