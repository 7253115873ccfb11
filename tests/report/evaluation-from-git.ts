import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isLate } from './next-day-from-git.ts'
import type { Road } from './read-with-git.ts'

/** What was judged, and where the gaps stand, from the small files of an evaluation and the list as it is kept. */

const list = z.looseObject({
  id: z.string(),
  sections: z.array(
    z.looseObject({
      id: z.string(),
      items: z.array(z.looseObject({ id: z.string() })),
    }),
  ),
})
const framework = list.parse(
  JSON.parse(readFileSync(new URL('../../resources/checklists/se7-framework.json', import.meta.url), 'utf8')),
)

const known = z
  .looseObject({
    lists: z.record(z.string(), z.record(z.string(), z.looseObject({ requirements: z.array(z.string()) }))),
  })
  .parse(JSON.parse(readFileSync(new URL('../../resources/checklists/known-gaps.json', import.meta.url), 'utf8')))

const said = z.looseObject({
  id: z.string(),
  kind: z.string(),
  at: z.string(),
  evaluation: z.string().optional(),
  requirement: z.string().optional(),
  gap: z.string().optional(),
  after: z.array(z.string()).default([]),
  said: z.looseObject({ judgement: z.string().nullish(), closed: z.string().nullish() }).optional(),
})

/** Each requirement with what holds of it: of what nobody replaced who knew of it, the most careful. */
function judgedIn(road: Road, evaluation: string): Map<string, string> {
  const records = road
    .yamlIn('evaluations', said)
    .filter(each => each.kind === 'judged' && each.evaluation === evaluation && each.said?.judgement !== undefined)
  const replaced = new Set(records.flatMap(({ after }) => after))
  const judged = new Map<string, string>()
  for (const word of ['yes', 'limited', 'no'])
    for (const each of records)
      if (!replaced.has(each.id) && each.said?.judgement === word) judged.set(each.requirement ?? '', word)
  return judged
}

/** The figures of a finished evaluation's report: ids of requirements. */
export function judgementsFromGit(road: Road, evaluation: string): Record<string, string[]> {
  const judged = judgedIn(road, evaluation)
  const counted: Record<string, string[]> = {}
  for (const [name, word] of [
    ['yes', 'yes'],
    ['limited', 'limited'],
    ['no', 'no'],
    ['not', undefined],
  ] as const) {
    const inSection = framework.sections.map(section => ({
      section: section.id,
      ids: section.items.map(({ id }) => id).filter(id => judged.get(id) === word),
    }))
    counted[`judged.${name}`] = inSection.flatMap(({ ids }) => ids)
    for (const { section, ids } of inSection) counted[`judged.${name}.${section}`] = ids
  }
  return counted
}

/** The gaps of the list by where they stand now: closed where live, approved pages that are in date answer all of it. */
export function gapsFromGit(road: Road, today: string): Record<string, string[]> {
  const records = road.yamlIn('evaluations', said)
  const [newest] = records.filter(({ kind }) => kind === 'begun').toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const judged = judgedIn(road, newest?.evaluation ?? '')
  const site = new Map(road.onSite.map(entry => [entry.id, entry]))
  const isAnswer = (entry: Road['onDesk'][number]) => {
    const live = site.get(entry.id)
    if (live === undefined || isLate(road, entry, today)) return false
    const hash = createHash('sha256').update(live.text).digest('hex')
    return road.reviews.some(each => each.kind === 'decision' && each.decision === 'good' && each.hash === hash)
  }
  const good = new Set(road.onDesk.filter(isAnswer))
  const tagged = (requirement: string) =>
    road.onDesk.flatMap(entry =>
      entry.checklist.flatMap(tag => {
        if ((typeof tag === 'string' ? tag : tag.requirement) !== requirement) return []
        return [
          { isThere: typeof tag === 'string' || headingsOf(entry.text).includes(tag.heading), isGood: good.has(entry) },
        ]
      }),
    )
  const found: Record<string, string[]> = { 'gaps.open': [], 'gaps.in-part': [], 'gaps.closed': [] }
  for (const [id, { requirements: behind }] of Object.entries(known.lists[framework.id] ?? {})) {
    const answered = behind.filter(item => tagged(item).some(each => each.isGood && each.isThere))
    const isDoubted = answered.some(item => ['limited', 'no'].includes(judged.get(item) ?? ''))
    const isClosed = records.some(each => each.kind === 'gap' && each.gap === id && each.said?.closed)
    const touched = behind.some(item => tagged(item).length > 0)
    const stands =
      isClosed || (answered.length === behind.length && !isDoubted) ? 'closed' : touched ? 'in-part' : 'open'
    found[`gaps.${stands}`]?.push(id)
  }
  return found
}

/** The names that links to the headings of a page have. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#{2,4} (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[’']/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
  )
}
