import { Node } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const codeBlock = Node.create({
  ...drawnAs('codeBlock', () => ['pre', { spellcheck: 'false' }, ['code', 0]]),
  addKeyboardShortcuts() {
    return {
      // A second Enter at the end leaves the block, so that nobody needs to know a key for that.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection
        const atEnd = $from.parentOffset === $from.parent.content.size
        if (!empty || $from.parent.type.name !== 'codeBlock' || !atEnd) return false
        if (!$from.parent.textContent.endsWith('\n')) return false
        return this.editor
          .chain()
          .command(({ tr }) => {
            tr.delete($from.pos - 1, $from.pos)
            return true
          })
          .exitCode()
          .run()
      },
    }
  },
})
