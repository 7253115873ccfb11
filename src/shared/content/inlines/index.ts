import type { InlineDefinition } from '../definition.ts'
import { hardBreak } from './hard-break.ts'
import { image } from './image.ts'
import { keptInline } from './kept-inline.ts'
import { text } from './text.ts'

/** Everything that stands in a line; `keptInline` is last. */
export const inlines: readonly InlineDefinition[] = [text, hardBreak, image, keptInline]

const byName = new Map<string, InlineDefinition>(inlines.map(inline => [inline.name, inline]))

export function inlineNamed(name: string): InlineDefinition | undefined {
  return byName.get(name)
}
