import type { Person } from '../../shared/review/records.ts'

/** Anybody can write any name into a file, so the colleague who brought it in is named too. */
export function SaidByWords({ saidBy, by }: { saidBy: Person; by: Person }) {
  return (
    <p className="soft">
      Said to be from {saidBy.name} ({saidBy.email}), in a file that {by.name} brought in.
    </p>
  )
}
