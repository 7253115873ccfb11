import type { Instant, IsoDate } from '../../shared/content/ids.ts'
import type { WeekView } from '../../shared/contract/index.ts'
import type { Person } from '../../shared/review/records.ts'
import {
  freshlyRemembered,
  type Joining,
  type Remembered,
  type SettingsData,
  type Theme,
  type WindowState,
} from './schema.ts'

/** What can be asked of the settings and done to them: pure, each change made of the former state. */

const recentKept = 10

export function rememberedOf(data: SettingsData, key: string): Remembered {
  return data.workspaces[key] ?? freshlyRemembered
}

/** The person at this computer, in this workspace; without a key, the default for a new one. */
export function whoAmI(data: SettingsData, key?: string): Person | null {
  return (key === undefined ? null : rememberedOf(data, key).me) ?? data.me
}

export function withRecent(data: SettingsData, workspace: string, name: string, at: Instant): SettingsData {
  const others = data.recent.filter(recent => recent.workspace !== workspace)
  return { ...data, recent: [{ workspace, name, at }, ...others].slice(0, recentKept) }
}

export function withJoining(data: SettingsData, joining: Joining): SettingsData {
  return { ...data, joining: [joining, ...withoutJoining(data, joining.folder).joining] }
}

export function withoutJoining(data: SettingsData, folder: string): SettingsData {
  return { ...data, joining: data.joining.filter(each => each.folder !== folder) }
}

/** Sets who works in one workspace; the first name given on a computer is its default too. */
export function withMe(data: SettingsData, me: Person, key?: string): SettingsData {
  if (key === undefined) return { ...data, me }
  return { ...withRemembered(data, key, { me }), me: data.me ?? me }
}

/** A made-up person of the sample: never who somebody is anywhere else. */
export function withVisitor(data: SettingsData, visitor: Person, key: string): SettingsData {
  return withRemembered(data, key, { me: visitor })
}

export function withTheme(data: SettingsData, theme: Theme): SettingsData {
  return { ...data, theme }
}

export function withLinksLookedAt(data: SettingsData, looksAtLinks: boolean): SettingsData {
  return { ...data, looksAtLinks }
}

export function withTellsOfWeek(data: SettingsData, tellsOfWeek: boolean): SettingsData {
  return { ...data, tellsOfWeek }
}

export function withToldOfWeek(data: SettingsData, toldOfWeek: IsoDate): SettingsData {
  return { ...data, toldOfWeek }
}

export function withWindow(data: SettingsData, window: WindowState): SettingsData {
  return { ...data, window }
}

export function withPublishFolder(data: SettingsData, key: string, folder: string): SettingsData {
  const folders = rememberedOf(data, key).publishFolders
  return folders.includes(folder) ? data : withRemembered(data, key, { publishFolders: [...folders, folder] })
}

export function withCalendarFolder(data: SettingsData, key: string, calendarFolder: string | null): SettingsData {
  return withRemembered(data, key, { calendarFolder })
}

/** A view of the same name takes the place of the former. */
export function withWeekView(data: SettingsData, key: string, view: WeekView): SettingsData {
  const others = rememberedOf(data, key).weekViews.filter(({ name }) => name !== view.name)
  return withRemembered(data, key, { weekViews: [...others, view] })
}

export function withoutWeekView(data: SettingsData, key: string, name: string): SettingsData {
  const weekViews = rememberedOf(data, key).weekViews.filter(view => view.name !== name)
  return withRemembered(data, key, { weekViews })
}

export function withLastSync(data: SettingsData, key: string, lastSync: Instant): SettingsData {
  return withRemembered(data, key, { lastSync })
}

export function withElectronDownload(data: SettingsData, failed: SettingsData['electronDownloadFailed']): SettingsData {
  return { ...data, electronDownloadFailed: failed }
}

function withRemembered(data: SettingsData, key: string, change: Partial<Remembered>): SettingsData {
  return { ...data, workspaces: { ...data.workspaces, [key]: { ...rememberedOf(data, key), ...change } } }
}
