import { blobOid } from '../../src/main/git/index.ts'
import { makePlan, type Planning } from '../../src/main/publish/make-plan.ts'
import { readCache } from '../../src/main/publish/read-site.ts'
import { filesOf, type SiteFiles } from '../../src/main/publish/site-files.ts'
import { pageIdSchema } from '../../src/shared/content/index.ts'
import { type ReviewRecord, standing } from '../../src/shared/review/index.ts'
import { orThrow } from '../git/team.ts'

/** Path to bytes. */
export type Side = Readonly<Record<string, Uint8Array>>

/** The plan for these files on the desk beside these that are live, where the pages of these ids are approved as they are on the desk. */
export async function planFrom(
  desk: Side,
  live: Side,
  approved: readonly string[],
): Promise<{ planning: Planning; live: SiteFiles }> {
  const history = historyOf(desk, live)
  const planning = orThrow(
    await makePlan({
      history,
      cache: readCache(),
      facts: async ({ desk, live }) => ({
        standings: new Map(
          desk.map(({ entry: { fields }, hash }) => {
            const records = approved.includes(fields.id) ? [decision(fields.id, hash)] : []
            return [fields.id, standing(hash, live.get(fields.id) ?? null, records)]
          }),
        ),
        problems: new Map(),
        although: new Map(),
        choices: new Set(),
        barriers: () => [],
      }),
      records: async () => new Map(),
      late: async () => new Map(),
      today: '2026-11-22',
      stop: async () => null,
      unsent: null,
    }),
  )
  return { planning, live: await filesOf(history, 'live') }
}

function historyOf(desk: Side, live: Side) {
  const contents = new Map([...Object.values(desk), ...Object.values(live)].map(bytes => [blobOid(bytes), bytes]))
  return {
    filesAt: async (ref: string) =>
      new Map(Object.entries(ref === 'live' ? live : desk).map(([path, bytes]) => [path, blobOid(bytes)])),
    content: async (oid: string) => contents.get(oid) ?? null,
  }
}

function decision(id: string, hash: string): ReviewRecord {
  const by = { name: 'Danny', email: 'danny@example.org' }
  const about = { id: '01JDAXQ4S2Q0M5K7E3V8R90000', page: pageIdSchema.parse(id), by, at: '2026-11-20T12:00:00.000Z' }
  return { ...about, hash, kind: 'decision', decision: 'good', note: '' } as ReviewRecord
}
