import { implement } from '@orpc/server'
import { isoDateSchema } from '../../../src/shared/content/index.ts'
import { type CommentView, contract } from '../../../src/shared/contract/index.ts'
import { commentIdSchema, commentSchema } from '../../../src/shared/feedback/index.ts'
import { refuse } from '../../../src/shared/outcome.ts'
import { minutesAgo, priya } from './team.ts'

const os = implement(contract)
const missing = refuse('no-such-comment', 'This comment is not there any more.', 'Look at the list again.')
const ok = { kind: 'ok' as const }

const id = commentIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F0A')

/** One comment that waits for an answer; what is done with it is seen at once. */
export function fakeFeedback() {
  let views: CommentView[] = [
    {
      comment: commentSchema.parse({
        id,
        received: '2026-10-05',
        channel: 'email',
        from: 'parent-carer',
        words: 'I could not find how to ask for transport after 16.',
        theme: 'Travel',
        owner: priya.email,
      }),
      state: 'to-answer',
      answer: null,
      leftOut: null,
      published: null,
      onSite: false,
      answeredSince: false,
      titles: {},
    },
  ]
  const set = (change: (view: CommentView) => CommentView) => {
    views = views.map(change)
    return ok
  }
  return {
    list: os.feedback.list.handler(() => views),
    recognise: os.feedback.recognise.handler(() => []),
    recogniseAll: os.feedback.recogniseAll.handler(({ input }) => input.texts.map(() => [])),
    add: os.feedback.add.handler(() => ({ ...ok, id, same: null })),
    change: os.feedback.change.handler(() => ok),
    answer: os.feedback.answer.handler(({ input }) =>
      set(view => ({ ...view, state: 'answered', answer: { by: priya.name, at: minutesAgo(0), text: input.text } })),
    ),
    leaveOut: os.feedback.leaveOut.handler(() => ok),
    takeIn: os.feedback.takeIn.handler(() => ok),
    setAction: os.feedback.setAction.handler(() => ok),
    publish: os.feedback.publish.handler(({ input: { said, did } }) =>
      set(view => ({
        ...view,
        state: 'published',
        published: {
          id,
          received: isoDateSchema.parse('2026-10-05'),
          theme: '',
          said,
          did,
          pages: [],
          by: priya,
          at: minutesAgo(0),
        },
      })),
    ),
    unpublish: os.feedback.unpublish.handler(() => ok),
    remove: os.feedback.remove.handler(() => missing),
    readFile: os.feedback.readFile.handler(() => ({ kind: 'sheet' as const, rows: [], unused: [] })),
    bringIn: os.feedback.bringIn.handler(() => ({ ...ok, added: 0 })),
  }
}
