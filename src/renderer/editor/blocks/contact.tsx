import { Node } from '@tiptap/core'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import type { Contact } from '../../../shared/content/index.ts'
import { Button } from '../../ui/button.tsx'
import { writeInside } from '../commands/write-inside.ts'
import { useEditorTools } from '../editor-tools.ts'
import { runCommand } from '../run-command.ts'
import { drawnAs } from './drawn-as.ts'

export const contact = Node.create({
  ...drawnAs('contact', () => ['div', { class: 'contact' }]),
  addNodeView: () => ReactNodeViewRenderer(ContactView),
})

/** Each field with the words that families see before it. */
export const contactFields = [
  ['name', 'Name'],
  ['telephone', 'Telephone'],
  ['textphone', 'Textphone'],
  ['email', 'Email'],
  ['website', 'Website'],
  ['hours', 'Opening hours'],
  ['address', 'Address'],
] as const satisfies readonly (readonly [keyof Contact['attrs'], string])[]

/** The details are changed in a dialog; the notes beneath them are ordinary text. */
function ContactView(view: ReactNodeViewProps) {
  const { open } = useEditorTools()
  const attrs = view.node.attrs as Contact['attrs']
  const about = attrs.name || 'without a name'
  const change = () => {
    const at = view.getPos()
    if (typeof at === 'number') open?.({ kind: 'contact', at })
  }
  const addNotes = () => {
    const at = view.getPos()
    if (typeof at === 'number') runCommand(view.editor, writeInside(at))
  }
  return (
    <NodeViewWrapper
      className="block-frame contact"
      role="group"
      aria-label={`Contact details: ${about}`}
      data-selected={view.selected}
    >
      <div contentEditable={false}>
        <p className="strong">{attrs.name || 'Contact details'}</p>
        <dl className="contact-ways">
          {contactFields.slice(1).map(([field, words]) =>
            attrs[field] === '' ? null : (
              <div key={field}>
                <dt>{words}</dt>
                <dd>{attrs[field]}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
      <NodeViewContent className="contact-notes" />
      <div className="block-bar" contentEditable={false}>
        <span className="block-name">Contact details</span>
        {view.node.childCount === 0 && (
          <Button size="small" kind="bare" icon={Plus} about={`to the contact details ${about}`} onPress={addNotes}>
            Notes
          </Button>
        )}
        {open !== null && (
          <Button size="small" kind="bare" icon={Pencil} about={about} onPress={change}>
            Change
          </Button>
        )}
        <Button
          size="small"
          kind="bare"
          icon={Trash2}
          about={`contact details ${about}`}
          onPress={() => view.deleteNode()}
        >
          Remove
        </Button>
      </div>
    </NodeViewWrapper>
  )
}
