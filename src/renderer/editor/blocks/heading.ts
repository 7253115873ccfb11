import { Node, textblockTypeInputRule } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

/** Levels that the menu offers: the page's title is the only first level (WCAG 2.2 SC 1.3.1, 2.4.6). */
export const headingLevels = [2, 3, 4] as const

export const heading = Node.create({
  ...drawnAs('heading', node => [`h${node.attrs.level}`]),
  addKeyboardShortcuts() {
    return Object.fromEntries(
      headingLevels.map(level => [`Mod-Alt-${level}`, () => this.editor.commands.setNode('heading', { level })]),
    )
  },
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^(#{1,4})\s$/,
        type: this.type,
        getAttributes: match => ({ level: Math.max(2, match[1]?.length ?? 2) }),
      }),
    ]
  },
})
