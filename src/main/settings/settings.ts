import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type Disk, nodeDisk, orDiskTrouble } from '../files/index.ts'
import { readJson, setAside, writeJson } from './durable-json.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { freshSettings, type SettingsData, settingsSchema } from './schema.ts'

/** This computer's own state. Another Signpost on this computer may write it too, so a change is made to what stands there. */
export interface Settings {
  /** What is known now; never changed in place. */
  data(): SettingsData
  /** Reads again, changes, writes durably. Refused only by the disk, and then holds for this session all the same. */
  change(change: (data: SettingsData) => SettingsData): Promise<{ kind: 'kept' } | Refusal>
  /** The sentence to say once when the file was broken and had to be set aside; null when all is well. */
  readonly notice: string | null
}

export interface SettingsDeps {
  /** The data folder (see `dataFolder`). */
  data: string
  now: () => Date
  disk?: Disk
}

/** Reads the settings; never refuses, because nobody should be kept from their pages by a forgotten window size. */
export async function openSettings({ data, now, disk = nodeDisk }: SettingsDeps): Promise<Settings> {
  const path = join(data, 'settings.json')
  let notice: string | null = null
  /** Why the file could not be read the last time; what it holds is not written over then. */
  let unread: Refusal | null = null

  const db = new Low<SettingsData>(
    {
      async read() {
        const read = await readJson(path, z.looseObject({}), disk)
        unread = isRefusal(read) ? read : null
        if (read.kind === 'read') return settingsSchema.parse(read.value)
        if (read.kind === 'broken') {
          await setAside(path, now(), disk)
          notice =
            'Signpost could not read its settings on this laptop, so it started with fresh ones. Your pages are not affected. You may have to open your workspace and say who you are once more.'
        }
        return null
      },
      write: settings => writeJson(data, path, settings, disk),
    },
    freshSettings,
  )
  await db.read()

  /** Changes that the disk has not taken yet: each is made again to whatever stands there by then. */
  let waiting: ((data: SettingsData) => SettingsData)[] = []
  /** One change at a time: each starts from what the one before it left. */
  const inTurn = oneAtATime()
  return {
    data: () => db.data,
    change(change) {
      return inTurn(() =>
        orDiskTrouble(async () => {
          await db.read()
          waiting.push(change)
          db.data = waiting.reduce((data, one) => one(data), db.data)
          if (unread !== null) return unread
          await db.write()
          waiting = []
          return { kind: 'kept' } as const
        }),
      )
    },
    get notice() {
      return notice
    },
  }
}
