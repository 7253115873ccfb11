import type { Edit } from './acts.ts'

/** A page as somebody sees it who edits it: a title, a summary, and blocks of Markdown. */
export interface Words {
  title: string
  summary: string
  blocks: readonly string[]
}

/** Every word that somebody typed into the team's pages is one of these, and is typed once: it can be followed anywhere. */
export function wordsIn(text: string): Set<string> {
  return new Set(text.match(/\b(?:first|priya|tom|sam|alex)\d+\b/g) ?? [])
}

export function without(words: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...words].filter(word => !others.has(word))
}

/** The page after the edit. One that does not fit (no block to change) leaves it as it is, or adds a block. */
export function edited(before: Words, edit: Edit): Words {
  if (edit.edit === 'retitle') return { ...before, title: sentence(edit.words) }
  if (edit.edit === 'summarise') return { ...before, summary: sentence(edit.words) }
  if (edit.edit === 'add-block') return { ...before, blocks: withBlock(before.blocks, edit.block, block(edit)) }
  const at = before.blocks.length === 0 ? -1 : edit.block % before.blocks.length
  const present = before.blocks[at]
  if (present === undefined) return 'words' in edit ? { ...before, blocks: [sentence(edit.words)] } : before
  const others = before.blocks.filter((_, index) => index !== at)
  if (edit.edit === 'remove-block') return { ...before, blocks: others }
  if (edit.edit === 'move-block') return { ...before, blocks: withBlock(others, edit.to, present) }
  const changed = changedBlock(present, edit)
  return { ...before, blocks: before.blocks.map((one, index) => (index === at ? changed : one)) }
}

type WithinBlock = Extract<Edit, { edit: 'add-words' | 'change-word' | 'insert-words' | 'remove-word' }>

function changedBlock(block: string, edit: WithinBlock): string {
  if (edit.edit === 'add-words') return `${block} ${sentence(edit.words)}`
  const [, mark = '', text = ''] = /^((?:[-#]+ )?)([\s\S]*)$/.exec(block) ?? []
  const words = text.split(' ')
  const at = edit.word % words.length
  const rest = words.slice(at + (edit.edit === 'insert-words' ? 0 : 1))
  const typed = edit.edit === 'remove-word' ? [] : edit.words
  const left = [...words.slice(0, at), ...typed, ...rest].join(' ')
  // A block of nothing is no block; a person would have deleted it instead.
  return left.trim() === '' ? block : `${mark}${left}`
}

function block(edit: Extract<Edit, { edit: 'add-block' }>): string {
  if (edit.as === 'heading') return `## ${edit.words.join(' ')}`
  return edit.as === 'list' ? edit.words.map(word => `- ${word}`).join('\n') : sentence(edit.words)
}

function withBlock(blocks: readonly string[], wanted: number, block: string): string[] {
  const at = wanted % (blocks.length + 1)
  return [...blocks.slice(0, at), block, ...blocks.slice(at)]
}

const sentence = (words: readonly string[]) => `${words.join(' ')}.`
