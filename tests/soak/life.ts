import type { Act, ActName, Edit } from './acts.ts'
import type { Lot } from './lot.ts'

/** What people do all day, by lot: mostly typing and sharing, and now and then everything else. */

/** Hands out words that nobody has typed before. */
export type NewWords = (count: number) => string[]

/** `after`: the number of the last word of theirs that was handed out elsewhere. */
export function newWords(name: string, after = 0): NewWords {
  let typed = after
  return count => Array.from({ length: count }, () => `${name}${++typed}`)
}

/** How often each thing is done, out of their sum. */
const often: readonly (readonly [ActName, number])[] = [
  ['edit', 38],
  ['type', 12],
  ['save', 6],
  ['share', 24],
  ['create', 3],
  ['copy', 1],
  ['move', 5],
  ['remove', 4],
  ['change-many', 2],
  ['set-many', 2],
  ['withdraw', 2],
  ['bring-back', 1],
  ['judge', 4],
  ['finish', 1],
  ['log', 2],
  ['answer', 2],
  ['restore', 3],
  ['put-back', 2],
  ['undo', 4],
  ['ask', 3],
  ['comment', 2],
  ['decide', 5],
  ['publish', 2],
  ['choose', 5],
  ['add-picture', 3],
  ['describe-picture', 2],
  ['remove-picture', 1],
]

export function anyAct(lot: Lot, words: NewWords): Act {
  let left = lot.below(often.reduce((sum, [, times]) => sum + times, 0))
  const found = often.find(([, times]) => {
    left -= times
    return left < 0
  })
  return oneAct(found?.[0] ?? 'edit', lot, words)
}

const most = 1000
const slugs = ['new-place', 'moving', 'travel', 'help'] as const

/** One thing of this kind. */
export function oneAct(name: ActName, lot: Lot, words: NewWords): Act {
  const page = lot.below(most)
  switch (name) {
    case 'type':
    case 'edit':
      return { do: name, page, change: anyEdit(lot, words) }
    case 'save':
    case 'share':
      return { do: name }
    case 'undo':
      return { do: name, back: lot.below(8) }
    case 'publish':
      return { do: name, page, words: words(1) }
    case 'create':
      return { do: name, section: lot.below(most), words: words(1) }
    case 'copy':
    case 'bring-back':
    case 'remove':
      return { do: name, page }
    case 'move':
      return { do: name, page, section: lot.below(most), slug: `${lot.one(slugs)}${lot.chance(50) ? '' : page}` }
    case 'change-many':
      return { do: name, months: 1 + lot.below(120) }
    case 'set-many':
      return { do: name, set: lot.one(['section', 'readers', 'tag']), which: lot.below(most) }
    case 'judge':
      return {
        do: name,
        requirement: lot.below(5),
        judgement: lot.one(['yes', 'limited', 'no']),
        words: words(2),
      }
    case 'finish':
      return { do: name }
    case 'log':
      return { do: name, words: words(2) }
    case 'answer':
      return { do: name, which: lot.below(most), words: words(2) }
    case 'restore':
      return { do: name, which: lot.below(most) }
    case 'put-back':
      return { do: name, page, version: lot.below(5) }
    case 'add-picture':
      return { do: name, name: lot.one(['map', 'house']), words: words(1) }
    case 'describe-picture':
      return { do: name, which: lot.below(most), words: words(1) }
    case 'remove-picture':
      return { do: name, which: lot.below(most) }
    case 'ask':
    case 'comment':
    case 'withdraw':
      return { do: name, page, words: words(2) }
    case 'decide':
      return { do: name, page, good: lot.chance(80), words: words(1) }
    case 'choose':
      return {
        do: name,
        which: lot.below(most),
        answer: lot.one(['mine', 'theirs', 'both', 'written']),
        words: words(1),
      }
  }
}

const edits: readonly [Edit['edit'], ...Edit['edit'][]] = [
  'add-block',
  'add-block',
  'add-words',
  'add-words',
  'change-word',
  'change-word',
  'insert-words',
  'insert-words',
  'remove-word',
  'remove-block',
  'move-block',
  'retitle',
  'summarise',
]

export function anyEdit(lot: Lot, words: NewWords): Edit {
  const edit = lot.one(edits)
  const [block, word, some] = [lot.below(most), lot.below(most), 1 + lot.below(3)]
  switch (edit) {
    case 'add-block':
      return { edit, block, as: lot.one(['paragraph', 'paragraph', 'list', 'heading']), words: words(some) }
    case 'add-words':
      return { edit, block, words: words(some) }
    case 'change-word':
    case 'insert-words':
      return { edit, block, word, words: words(some) }
    case 'remove-word':
      return { edit, block, word }
    case 'remove-block':
      return { edit, block }
    case 'move-block':
      return { edit, block, to: lot.below(most) }
    case 'retitle':
    case 'summarise':
      return { edit, words: words(some) }
  }
}
