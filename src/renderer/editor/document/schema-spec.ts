import type { SchemaSpec } from '@tiptap/pm/model'
import { blocks, inlines, marks, parts } from '../../../shared/content/index.ts'

/**
 * The editor's structure is the document model's, part for part and mark for mark: it is read from the content folder's
 * lists and written nowhere else. The extensions add looks and keys.
 */
export const modelSchema: SchemaSpec = {
  topNode: 'doc',
  nodes: {
    doc: { content: 'block+' },
    ...Object.fromEntries([...blocks, ...parts, ...inlines].map(({ name, spec }) => [name, spec])),
  },
  marks: Object.fromEntries(marks.map(({ name, spec }) => [name, spec])),
}
