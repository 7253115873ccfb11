import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import { z } from 'zod'
import { commentsFromGit } from './comments-from-git.ts'
import { nextDaysFromGit } from './next-day-from-git.ts'
import { isEntry, readWithGit } from './read-with-git.ts'

/**
 * The figures of a monitoring report by another road: the git history alone, asked with the `git` command and read as plain
 * YAML, without any function of the program.
 */

export interface Days {
  since: string
  until: string
  today: string
}

export function figuresFromGit(root: string, { since, until, today }: Days): Record<string, number> {
  const road = readWithGit(root)
  const { git, desk, texts, onDesk, onSite, reviews: records } = road
  const within = (day: string) => day.slice(0, 10) >= since && day.slice(0, 10) <= until

  const siteById = new Map(onSite.map(entry => [entry.id, entry]))
  const ended = new Set(records.flatMap(({ ends }) => ends))
  const withdrawn = new Set(
    records.flatMap(({ id, kind, page }) => (kind === 'withdraw' && !ended.has(id) ? [page] : [])),
  )
  const lines = z.looseObject({
    sections: z.array(z.object({ slug: z.string() })),
  })
  const config = lines.parse(parse(texts.get(desk.get('signpost.yml') ?? '') ?? ''))

  const counted: Record<string, number> = {}
  const put = (id: string, many: number) => {
    counted[id] = many
  }
  const groupOf = (path: string) => (path.startsWith('services/') ? 'services' : (path.split('/')[1] ?? ''))
  const liveOnes = onDesk.filter(({ id }) => siteById.has(id))
  put('offer-now.pages', liveOnes.filter(({ path }) => path.startsWith('pages/')).length)
  put('offer-now.services', liveOnes.filter(({ path }) => path.startsWith('services/')).length)
  put('offer-now.differs', liveOnes.filter(({ id, blob }) => siteById.get(id)?.blob !== blob).length)
  const isWaiting = ({ id }: { id: string }) => !siteById.has(id) && !withdrawn.has(id)
  put('offer-now.not-yet', onDesk.filter(isWaiting).length)

  const soonEnds = new Date(Date.parse(today) + 122 * 86_400_000).toISOString().slice(0, 10)
  const nextDay = nextDaysFromGit(road, today)
  const dates = liveOnes.map(entry => ({ group: groupOf(entry.path), due: nextDay(entry) }))
  const late = dates.filter(({ due }) => due !== null && due < today)
  const inTime = dates.filter(({ due }) => due !== null && due >= today)
  put('review-dates.in-time', inTime.length)
  put('review-dates.late', late.length)
  put('review-dates.soon', inTime.filter(({ due }) => (due ?? '') <= soonEnds).length)
  put('review-dates.never', dates.filter(({ due }) => due === null).length)
  for (const group of [...config.sections.map(({ slug }) => slug), 'services']) {
    const own = onDesk.filter(({ path }) => groupOf(path) === group)
    put(`offer-now.live.${group}`, own.filter(({ id }) => siteById.has(id)).length)
    put(`offer-now.waiting.${group}`, own.filter(isWaiting).length)
    put(`review-dates.in-time.${group}`, inTime.filter(each => each.group === group).length)
    put(`review-dates.late.${group}`, late.filter(each => each.group === group).length)
  }

  const idIn = (ref: string, path: string) => /^id: (\S+)$/m.exec(git('show', `${ref}:${path}`))?.[1] ?? path
  const touched: Record<'A' | 'M' | 'D', { id: string; month: string }[]> = { A: [], M: [], D: [] }
  for (const entry of git('log', '--format=%x01%H %cI', '--name-status', '--no-renames', 'main')
    .split('\u0001')
    .slice(1)) {
    const [head = '', ...changes] = entry.split('\n').filter(Boolean)
    const [oid = '', at = ''] = head.split(' ')
    const day = new Date(at).toISOString()
    if (!within(day)) continue
    for (const change of changes) {
      const [kind = '', path = ''] = change.split('\t')
      if (!isEntry(path) || (kind !== 'A' && kind !== 'M' && kind !== 'D')) continue
      touched[kind].push({ id: idIn(kind === 'D' ? `${oid}^` : oid, path), month: day.slice(0, 7) })
    }
  }
  const distinct = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size
  put('changes.new', distinct(touched.A))
  put('changes.changed', distinct(touched.M))
  put('changes.removed', distinct(touched.D))
  put('changes.moved', 0)
  const publishes = git('log', '--format=%cI', 'live').split('\n').filter(Boolean)
  put('changes.publishes', publishes.filter(at => within(new Date(at).toISOString())).length)
  for (let month = since.slice(0, 7); month <= until.slice(0, 7); month = monthAfter(month))
    put(`changes.month.${month}`, distinct([...touched.A, ...touched.M].filter(each => each.month === month)))

  const recent = records.filter(({ at }) => within(at))
  const many = (kind: string, decision?: string) =>
    recent.filter(each => each.kind === kind && (decision === undefined || each.decision === decision))
  put('reviews.asked', many('request').length)
  put('reviews.good', many('decision', 'good').length)
  put('reviews.changes', many('decision', 'needs-changes').length)
  put('reviews.accurate', many('accurate').length)
  put('reviews.urgent', many('urgent').length)
  put('reviews.withdrawn', many('withdraw').length)
  const wordsOf = (text: string) => createHash('sha256').update(text).digest('hex')
  const waits = onDesk.map(({ id, text }) => {
    const [now, seen] = [wordsOf(text), wordsOf(siteById.get(id)?.text ?? '')]
    const said = (kind: string, hash: string) =>
      records.filter(each => each.page === id && each.kind === kind && each.hash === hash)
    const urgent = said('decision', now).length === 0 ? said('urgent', now).at(-1) : undefined
    return urgent ?? (said('decision', seen).length === 0 ? said('urgent', seen).at(-1) : undefined)
  })
  const waiting = many('urgent').filter(each => waits.includes(each) && siteById.has(each.page))
  put('reviews.urgent-waiting', waiting.length)

  Object.assign(counted, commentsFromGit(road, { since, until }))
  return counted
}

function monthAfter(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return next.toISOString().slice(0, 7)
}
