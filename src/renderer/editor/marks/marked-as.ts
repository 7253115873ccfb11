import type { MarkConfig } from '@tiptap/core'
import type { Mark } from '@tiptap/pm/model'
import { markNamed } from '../../../shared/content/index.ts'
import { ownMark, parsed } from '../blocks/drawn-as.ts'

/** How a mark looks, and how it comes back from this editor's own clipboard (see blocks/drawn-as.ts). */
export function markedAs(
  name: string,
  draw: (mark: Mark) => [tag: string, attributes?: Record<string, string>],
): Pick<MarkConfig, 'name' | 'parseHTML' | 'renderHTML'> {
  return {
    name,
    parseHTML: () => [
      {
        tag: `[data-signpost="${name}"]`,
        getAttrs: element => {
          const mark = markNamed(name)?.repair(parsed(element.getAttribute('data-attributes'))) ?? null
          return mark === null ? false : 'attrs' in mark ? mark.attrs : null
        },
      },
    ],
    renderHTML: ({ mark }) => {
      const [tag, attributes = {}] = draw(mark)
      return [tag, { ...attributes, ...ownMark(name, mark.type.spec.attrs, mark.attrs) }, 0]
    },
  }
}
