import { needsYou } from '../../shared/review/index.ts'
import { withToldOfWeek } from '../settings/index.ts'
import { type Session, todayOf } from './session.ts'
import { week } from './week/index.ts'

/**
 * One sentence of what needs the person, once a day on this computer. Null where it was said today already, where nothing
 * needs them, and where somebody switched it off.
 */
export async function noteOfDay(session: Session): Promise<string | null> {
  const { settings } = session.world
  const today = todayOf(session)
  const { tellsOfWeek, toldOfWeek } = settings.data()
  if (!tellsOfWeek || toldOfWeek === today) return null
  const things = needsYou(await week(session))
  if (things === 0) return null
  // Written down before it is said: where that cannot be, it stays unsaid, and is never said twice.
  let isFirst = false
  await settings.change(data => {
    isFirst = data.tellsOfWeek && data.toldOfWeek !== today
    return withToldOfWeek(data, today)
  })
  return isFirst ? `${things === 1 ? 'One thing needs' : `${things} things need`} you this week.` : null
}
