import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { type DialogRequest, dialogFor } from '../dialogs/dialog-request.ts'
import { useEditorTools } from '../editor-tools.ts'

interface BlockFrameProps {
  view: ReactNodeViewProps
  /** What it is, for people: “Picture”. */
  label: string
  /** Which one: its title or description. */
  about: string
  children: ReactNode
}

/**
 * A block that is one thing in the text: selected with the arrow keys, opened with Enter, taken out with Delete, and the
 * same with buttons for whoever reaches it another way.
 */
export function BlockFrame({ view, label, about, children }: BlockFrameProps) {
  const { open } = useEditorTools()
  const canChange = dialogFor(view.node.type.name, 0) !== null
  return (
    <NodeViewWrapper
      className="block-frame"
      role="group"
      aria-label={about === '' ? label : `${label}: ${about}`}
      data-selected={view.selected}
    >
      <div contentEditable={false}>{children}</div>
      <div className="block-bar" contentEditable={false}>
        <span className="block-name">{label}</span>
        {open !== null && canChange && (
          <Button size="small" kind="bare" icon={Pencil} about={`${label} ${about}`} onPress={() => change(view, open)}>
            Change
          </Button>
        )}
        <Button size="small" kind="bare" icon={Trash2} about={`${label} ${about}`} onPress={() => remove(view)}>
          Remove
        </Button>
      </div>
    </NodeViewWrapper>
  )
}

/** The position is asked for at the moment of the press: typing above moves the block without drawing it again. */
function change(view: ReactNodeViewProps, open: (request: DialogRequest) => void): void {
  const at = view.getPos()
  const request = typeof at === 'number' ? dialogFor(view.node.type.name, at) : null
  if (request !== null) open(request)
}

function remove(view: ReactNodeViewProps): void {
  view.deleteNode()
  view.editor.commands.focus()
}
