import { basename } from 'node:path'
import type { SiteFacts } from '../../shared/checklist/index.ts'
import { type Instant, isoDateSchema, parseRecord } from '../../shared/content/index.ts'
import { answerSchema } from '../../shared/feedback/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { builtFiles } from '../publish/index.ts'
import { workspaceDataFolder } from '../settings/index.ts'
import type { Known } from './parts.ts'
import { type Session, todayOf } from './session.ts'

/** What can be measured of the site that families see: of what is live, and of what was built on this laptop. */
export async function siteFacts(session: Session, known: readonly Known[]): Promise<SiteFacts> {
  const { workspace, world, live } = session
  const onSite = known.filter(each => each.live !== null)
  const { kind } = await live.state()
  return {
    today: todayOf(session),
    published: kind === 'live' ? 'seen' : onSite.length > 0 ? 'sent' : 'never',
    built: await builtFiles(workspaceDataFolder(world.data, workspace.root)),
    contact: workspace.config().contact,
    pages: onSite.flatMap(({ entry, overdue }) =>
      entry.kind === 'page' ? [{ overdue, easyRead: entry.fields.easyRead !== '' }] : [],
    ),
    services: onSite.flatMap(({ entry, overdue }) => {
      if (entry.kind !== 'service') return []
      const { eligibility, application_process, referral, minimum_age, maximum_age } = entry.fields
      const how = application_process !== '' || referral !== ''
      return [{ overdue, who: eligibility !== '', how, from: minimum_age, to: maximum_age }]
    }),
    answers: await answersOnSite(session),
  }
}

/** The days on which somebody agreed to the answers that families read. */
async function answersOnSite({ history }: Session): Promise<SiteFacts['answers']> {
  const days: SiteFacts['answers'][number][] = []
  for (const [path, oid] of await history.filesAt('live')) {
    if (!/^answers\/[^/]+\.yml$/.test(path)) continue
    const text = new TextDecoder().decode((await history.content(oid)) ?? new Uint8Array())
    const answer = parseRecord(text, answerSchema, `“${basename(path)}”`)
    if (!isRefusal(answer)) days.push(dayOf(answer.at))
  }
  return days
}

const dayOf = (at: Instant) => isoDateSchema.parse(at.slice(0, 10))
