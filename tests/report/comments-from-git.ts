import { z } from 'zod'
import type { Road } from './read-with-git.ts'

const comment = z.looseObject({
  id: z.string(),
  received: z.string(),
  channel: z.string(),
  actions: z.array(z.looseObject({ done: z.string().nullable() })),
  said: z.array(
    z.looseObject({ kind: z.string(), at: z.string(), text: z.string().optional(), because: z.string().optional() }),
  ),
})

type Comment = z.infer<typeof comment>

interface Time {
  since: string
  until: string
}

function commentsIn(road: Road, { since, until }: Time) {
  const within = (day: string) => day >= since && day <= until
  const comments = road.yamlIn('feedback', comment)
  const published = new Set([...road.desk.keys()].flatMap(path => /^answers\/(.+)\.yml$/.exec(path)?.[1] ?? []))
  const standing = (each: Comment) => {
    const last = (kinds: readonly string[]) =>
      each.said
        .filter(({ kind }) => kinds.includes(kind))
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .at(-1)
    const answered = (last(['answer'])?.text ?? '') !== ''
    const choice = last(['left-out', 'taken-in'])
    const because = choice?.kind === 'left-out' ? (choice.because ?? '') : null
    const isOut = because !== null && !published.has(each.id)
    return { answered, because, isOut, waiting: !answered && !isOut && !published.has(each.id) }
  }
  return { comments, came: comments.filter(({ received }) => within(received)), published, standing, within }
}

/** What families said, for the monitoring report. */
export function commentsFromGit(road: Road, time: Time): Record<string, number> {
  const { comments, came, published, standing, within } = commentsIn(road, time)
  const counted: Record<string, number> = {}
  const put = (id: string, many: number) => {
    counted[id] = many
  }
  put('comments.received', came.length)
  put('comments.answered', came.filter(each => standing(each).answered).length)
  put('comments.published', came.filter(({ id }) => published.has(id)).length)
  put('comments.left-out', came.filter(each => standing(each).isOut).length)
  put('comments.waiting', comments.filter(each => standing(each).waiting).length)
  const done = comments.flatMap(({ actions }) => actions.map(action => action.done))
  put('comments.actions-done', done.filter(day => day !== null && within(day)).length)
  put('comments.actions-open', done.filter(day => day === null).length)
  for (const channel of new Set(came.map(each => each.channel)))
    put(`comments.channel.${channel}`, came.filter(each => each.channel === channel).length)
  return counted
}

/** What families said in a year, for the response to them. */
export function yearFromGit(road: Road, year: number): Record<string, number> {
  const { came, published, standing } = commentsIn(road, { since: `${year}-01-01`, until: `${year}-12-31` })
  const leftOut = (because: string) => came.filter(each => standing(each).because === because).length
  return {
    'year.received': came.length,
    'year.answered': came.filter(each => standing(each).answered).length,
    'year.published': came.filter(({ id }) => published.has(id)).length,
    'year.waiting': came.filter(each => standing(each).waiting).length,
    'year.left-out.vexatious': leftOut('vexatious'),
    'year.left-out.one-person': leftOut('one-person'),
  }
}
