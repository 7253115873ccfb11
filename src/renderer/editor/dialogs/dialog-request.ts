/**
 * What the editor is asked to open. `at` is the position of the block to change, or null for a new one at the cursor;
 * `file` is what was pasted or dropped.
 */
export type DialogRequest =
  | { kind: 'link' }
  | { kind: 'language' }
  | { kind: 'picture'; at: number | null; file?: File }
  | { kind: 'document'; at: number | null; file?: File }
  | { kind: 'video'; at: number | null }
  | { kind: 'contact'; at: number | null }
  | { kind: 'service'; at: number | null }
  | { kind: 'caption'; at: number }

/** The block types that are changed in a dialog, and the dialog that does it. */
export function dialogFor(type: string, at: number): DialogRequest | null {
  switch (type) {
    case 'figure':
    case 'image':
      return { kind: 'picture', at }
    case 'document':
      return { kind: 'document', at }
    case 'video':
      return { kind: 'video', at }
    case 'contact':
      return { kind: 'contact', at }
    case 'service':
      return { kind: 'service', at }
    default:
      return null
  }
}
