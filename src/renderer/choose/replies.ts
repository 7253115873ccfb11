import type { Choice, Reply } from '../../shared/contract/index.ts'
import { api } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'
import { browserClock } from '../editor/session/browser-clock.ts'
import { useValue } from '../state/value-store.ts'
import { createReplyKeeper } from './reply-keeper.ts'

/** Lives as long as the window: going to look at something else loses nothing that was half written. */
export const replyKeeper = createReplyKeeper({
  send: (id, reply) => settled(() => api.sync.reply({ id, ...reply })),
  clock: browserClock,
})

/** What was replied so far, here or before. */
export function useReplies(): (choice: Choice) => Reply {
  const here = useValue(replyKeeper.replies)
  return choice => here.get(choice.id) ?? choice.reply
}
