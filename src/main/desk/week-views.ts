import type { WeekView } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { rememberedOf, type SettingsData, withoutWeekView, withWeekView, workspaceKey } from '../settings/index.ts'
import type { Session } from './session.ts'

/** Views of the week: a matter of whoever sits at this computer, and no part of what is shared. */
export function weekViews({ world, workspace }: Session): WeekView[] {
  return rememberedOf(world.settings.data(), workspaceKey(workspace.root)).weekViews
}

export function keepWeekView(session: Session, view: WeekView): Promise<{ kind: 'ok' } | Refusal> {
  return change(session, (data, key) => withWeekView(data, key, view))
}

export function forgetWeekView(session: Session, name: string): Promise<{ kind: 'ok' } | Refusal> {
  return change(session, (data, key) => withoutWeekView(data, key, name))
}

async function change(
  { world, workspace }: Session,
  to: (data: SettingsData, key: string) => SettingsData,
): Promise<{ kind: 'ok' } | Refusal> {
  const key = workspaceKey(workspace.root)
  const kept = await world.settings.change(data => to(data, key))
  return isRefusal(kept) ? kept : { kind: 'ok' }
}
