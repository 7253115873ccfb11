import { execFileSync } from 'node:child_process'
import { parse } from 'yaml'
import { z } from 'zod'

/**
 * The figures of a monitoring report by another road: the git history alone, asked with the `git` command and read as plain
 * YAML, without any function of the program.
 */

const front = z.looseObject({
  id: z.string(),
  title: z.string().default(''),
  review: z
    .looseObject({ last: z.string().nullish(), due: z.string().nullish(), every: z.string().nullish() })
    .default({}),
})
const record = z.looseObject({
  id: z.string(),
  page: z.string(),
  kind: z.string(),
  at: z.string(),
  decision: z.string().optional(),
  record: z.string().optional(),
  ends: z.array(z.string()).default([]),
})
const comment = z.looseObject({
  id: z.string(),
  received: z.string(),
  channel: z.string(),
  actions: z.array(z.looseObject({ done: z.string().nullable() })),
  said: z.array(z.looseObject({ kind: z.string(), at: z.string(), text: z.string().optional() })),
})

export interface Days {
  since: string
  until: string
  today: string
}

type Counted = Record<string, number>

/** `soon` is known but for the pages that were checked lately, whose next day follows from the plan of the year. */
export function figuresFromGit(
  root: string,
  { since, until, today }: Days,
): { counted: Counted; soon: { least: number; most: number } } {
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', maxBuffer: 1e9 })
  const filesOf = (ref: string) =>
    new Map(
      git('ls-tree', '-r', '-z', ref)
        .split('\0')
        .filter(Boolean)
        .map(line => [line.split('\t')[1] ?? '', line.split(/\s/)[2] ?? ''] as const),
    )
  /** Many contents with one start of git. */
  const read = (blobs: readonly string[]) => {
    const out = execFileSync('git', ['-C', root, 'cat-file', '--batch'], {
      input: `${blobs.join('\n')}\n`,
      maxBuffer: 1e9,
    })
    const texts = new Map<string, string>()
    for (let at = 0; at < out.length; ) {
      const end = out.indexOf(10, at)
      const [blob = '', , size = '0'] = out.toString('utf8', at, end).split(' ')
      texts.set(blob, out.toString('utf8', end + 1, end + 1 + Number(size)))
      at = end + 2 + Number(size)
    }
    return texts
  }
  const within = (day: string) => day.slice(0, 10) >= since && day.slice(0, 10) <= until
  const isEntry = (path: string) => /^(pages\/[^/]+|services)\/[^/]+\.md$/.test(path)

  const [desk, live] = [filesOf('main'), filesOf('live')]
  const texts = read([...new Set([...desk.values(), ...live.values()])])
  const entriesOf = (files: ReadonlyMap<string, string>) =>
    [...files]
      .filter(([path]) => isEntry(path))
      .map(([path, blob]) => {
        const [, yaml = ''] = /^---\n([\s\S]*?)\n---/.exec(texts.get(blob) ?? '') ?? []
        return { path, blob, ...front.parse(parse(yaml)) }
      })
  const [onDesk, onSite] = [entriesOf(desk), entriesOf(live)]
  const siteById = new Map(onSite.map(entry => [entry.id, entry]))
  const yamlIn = <T>(folder: string, schema: z.ZodType<T>) =>
    [...desk]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([, blob]) => schema.parse(parse(texts.get(blob) ?? '')))
  const said = yamlIn('reviews', record)
  const takenBack = new Set(said.flatMap(each => each.record ?? []))
  const records = said.filter(each => each.kind !== 'take-back' && !takenBack.has(each.id))
  const ended = new Set(records.flatMap(({ ends }) => ends))
  const withdrawn = new Set(
    records.flatMap(({ id, kind, page }) => (kind === 'withdraw' && !ended.has(id) ? [page] : [])),
  )
  const lines = z.looseObject({
    sections: z.array(z.object({ slug: z.string() })),
  })
  const config = lines.parse(parse(texts.get(desk.get('signpost.yml') ?? '') ?? ''))

  const counted: Counted = {}
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

  /** A check that is newer than the page's own date moves it on, by the team's plan of the year: here it only counts as in time. */
  const isChecked = ({ id, review }: (typeof onDesk)[number]) =>
    records.some(each => each.kind === 'accurate' && each.page === id && each.at.slice(0, 10) >= (review.last ?? ''))
  const soonEnds = new Date(Date.parse(today) + 122 * 86_400_000).toISOString().slice(0, 10)
  const dates = liveOnes.map(entry => ({
    group: groupOf(entry.path),
    due: entry.review.due ?? null,
    checked: isChecked(entry),
  }))
  const late = dates.filter(({ due, checked }) => !checked && due !== null && due < today)
  const inTime = dates.filter(({ due, checked }) => checked || (due !== null && due >= today))
  put('review-dates.in-time', inTime.length)
  put('review-dates.late', late.length)
  put('review-dates.never', dates.filter(({ due, checked }) => due === null && !checked).length)
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
  const decided = (page: string, at: string) =>
    records.some(each => each.kind === 'decision' && each.page === page && each.at >= at)
  put(
    'reviews.urgent-waiting',
    many('urgent').filter(({ page, at }) => siteById.has(page) && !decided(page, at)).length,
  )

  const comments = yamlIn('feedback', comment)
  const published = new Set([...desk.keys()].flatMap(path => /^answers\/(.+)\.yml$/.exec(path)?.[1] ?? []))
  const standing = (each: (typeof comments)[number]) => {
    const last = (kinds: readonly string[]) =>
      each.said
        .filter(({ kind }) => kinds.includes(kind))
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .at(-1)
    const answered = (last(['answer'])?.text ?? '') !== ''
    const out = last(['left-out', 'taken-in'])?.kind === 'left-out' && !published.has(each.id)
    return { answered, out, waiting: !answered && !out && !published.has(each.id) }
  }
  const came = comments.filter(({ received }) => within(received))
  put('comments.received', came.length)
  put('comments.answered', came.filter(each => standing(each).answered).length)
  put('comments.published', came.filter(({ id }) => published.has(id)).length)
  put('comments.left-out', came.filter(each => standing(each).out).length)
  put('comments.waiting', comments.filter(each => standing(each).waiting).length)
  const done = comments.flatMap(({ actions }) => actions.map(action => action.done))
  put('comments.actions-done', done.filter(day => day !== null && within(day)).length)
  put('comments.actions-open', done.filter(day => day === null).length)
  for (const channel of new Set(came.map(each => each.channel)))
    put(`comments.channel.${channel}`, came.filter(each => each.channel === channel).length)
  const soon = inTime.filter(({ due, checked }) => !checked && (due ?? '') <= soonEnds).length
  return { counted, soon: { least: soon, most: soon + dates.filter(({ checked }) => checked).length } }
}

function monthAfter(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return next.toISOString().slice(0, 7)
}
