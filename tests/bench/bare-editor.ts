import { Editor, Node } from '@tiptap/core'
import { modelSchema } from '../../src/renderer/editor/document/schema-spec.ts'
import { modelExtensions } from '../../src/renderer/editor/extensions.ts'
import type { Doc } from '../../src/shared/content/index.ts'

/**
 * The editor's document and nothing of what Signpost does with it: no checks, no journal, no toolbar, no list. It is
 * built into one script, so that a measure can put it into an empty window.
 */
export function openBareEditor(content: Doc): void {
  new Editor({
    element: document.querySelector<HTMLElement>('#bare') ?? document.body,
    // What React draws in the text is Signpost's.
    extensions: modelExtensions.map(each => (each instanceof Node ? each.extend({ addNodeView: null }) : each)),
    schemaSpec: modelSchema,
    content,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: { attributes: { class: 'page-text', spellcheck: 'true' } },
  })
}
