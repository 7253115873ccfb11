import type { Act, ActName } from './acts.ts'
import type { NewWords } from './life.ts'
import type { Disturbed, Hands } from './session.ts'

/** What has to be there before something can be done at all, so that an act does what it is called. */

export interface Prepared {
  act: Act
  prepare(): Promise<void>
}

export function prepared(at: Disturbed, name: ActName, hands: Hands): Prepared {
  const { victim, colleague } = at
  const { lot, mine, words } = hands
  const act = mine(name)
  const first = (...acts: readonly Act[]): Prepared => ({
    act,
    async prepare() {
      for (const one of acts) await victim.act(one)
    },
  })
  switch (act.do) {
    case 'share':
      return { act, prepare: () => somethingToShare(at, hands) }
    case 'save':
      return first(mine('type'))
    case 'remove':
      return first(mine('create'))
    case 'describe-picture':
    case 'remove-picture':
      return first(mine('add-picture'))
    // The judgement alone: the evaluation is begun.
    case 'judge':
    case 'finish':
      return first(mine('judge'))
    case 'answer':
      return first(mine('log'))
    // The page may have been withdrawn at a point before this one.
    case 'withdraw':
      return first({ do: 'bring-back', page: act.page })
    case 'bring-back':
      return first({ do: 'withdraw', page: act.page, words: words.mine(1) })
    case 'restore':
      return first(mine('create'), { do: 'remove', page: 0 })
    case 'put-back':
      return { ...first(retitled(act.page, words.mine)), act: { ...act, version: 1 } }
    case 'undo': {
      const before = lot.one([
        [mine('edit')],
        [mine('create')],
        [mine('create'), { do: 'remove', page: 0 }],
        [mine('move')],
        // The same words, changed again since: undoing the first asks which are to stand.
        [retitled(0, words.mine), retitled(0, words.mine)],
      ] satisfies [Act[], ...Act[][]])
      const asks = before.every(one => one.do === 'edit') && before.length > 1
      return { ...first(...before), act: { ...act, back: asks ? 1 : 0 } }
    }
    case 'decide':
      return {
        act,
        async prepare() {
          await colleague.act(retitled(act.page, words.theirs))
          await colleague.act({ do: 'share' })
          await victim.act({ do: 'share' })
        },
      }
    case 'choose':
      // Two people changed the same words, or one is about to undo what was changed again since.
      if (lot.chance(50)) return first(retitled(0, words.mine), retitled(0, words.mine), { do: 'undo', back: 1 })
      return {
        act,
        async prepare() {
          for (const laptop of [victim, colleague, victim]) await laptop.act({ do: 'share' })
          await victim.act(retitled(0, words.mine))
          await colleague.act(retitled(0, words.theirs))
          for (const laptop of [colleague, victim]) await laptop.act({ do: 'share' })
        },
      }
    case 'publish':
      return {
        act,
        async prepare() {
          await colleague.act(retitled(0, words.theirs))
          await colleague.act({ do: 'ask', page: 0, words: words.theirs(1) })
          await colleague.act({ do: 'share' })
          await victim.act({ do: 'share' })
          await victim.act({ do: 'decide', page: 0, good: true, words: words.mine(1) })
        },
      }
    default:
      return first()
  }
}

/** Something to bring in, something to put together with, and something to send. */
export async function somethingToShare({ victim, colleague }: Disturbed, { mine, theirs }: Hands): Promise<void> {
  await colleague.act(theirs('edit'))
  await colleague.act({ do: 'share' })
  await victim.act(mine('edit'))
}

const retitled = (page: number, words: NewWords): Act => ({
  do: 'edit',
  page,
  change: { edit: 'retitle', words: words(2) },
})
