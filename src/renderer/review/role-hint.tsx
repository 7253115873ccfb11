import { type Role, roleHint } from '../../shared/review/index.ts'
import { useOpened } from '../connection/session.ts'

/** Whose work this is in the team, where it is not that of whoever looks at it. */
export function RoleHint({ whose }: { whose: Role }) {
  const { config, me } = useOpened()
  const hint = roleHint(config.team, whose, me)
  return hint === null ? null : <p className="soft">{hint}</p>
}
