import type { Entry, PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { addressOf, mediaNamesOf, siteUrl } from '../../shared/site/index.ts'
import { commentFile } from '../comment-file/index.ts'
import { meOrRefusal, noSuchPage, type Session } from './session.ts'

export interface SentFile {
  kind: 'file'
  name: string
  html: string
  /** What the answer that comes back will be called. */
  answer: string
}

/** The page as it is now, for somebody without Signpost: one file to send by email. Nothing is changed by making it. */
export async function fileForComment(session: Session, id: PageId, note: string): Promise<SentFile | Refusal> {
  const { workspace, knowing, world } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const known = await knowing.one(id)
  if (known === null) return noSuchPage()
  const config = workspace.config()
  const [live, root] = [await knowing.live(), siteUrl(config.publish.url)]
  const file = await commentFile(
    {
      entry: known.entry,
      hash: known.hash,
      site: config.name,
      from: me,
      note,
      day: world.now().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
      pictures: await picturesOf(session, known.entry),
      address: other => {
        const entry = workspace.byId(other as PageId)
        return entry === null || root === null || !live.has(entry.fields.id) ? null : root + addressOf(entry)
      },
      title: other => workspace.byId(other as PageId)?.fields.title ?? null,
    },
    world.resources,
  )
  return { kind: 'file', ...file }
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}
/** An email takes some 20 MB; a third of a picture's bytes come on top when it is written as letters. */
const mostPictures = 10_000_000

/** As addresses that hold the picture itself. One that no email would take is told by its alternative text. */
async function picturesOf({ workspace }: Session, entry: Entry): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>()
  let left = mostPictures
  for (const name of mediaNamesOf(entry)) {
    const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
    const bytes = type === undefined ? null : await workspace.media.read(name)
    if (bytes === null || isRefusal(bytes) || bytes.length > left) continue
    left -= bytes.length
    pictures.set(`media/${name}`, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`)
  }
  return pictures
}
