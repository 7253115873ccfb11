import type { Editor } from '@tiptap/react'
import {
  ChevronsUpDown,
  CirclePlay,
  Code,
  Contact,
  FileDown,
  Footprints,
  Languages,
  type LucideIcon,
  MapPin,
  Minus,
  Quote,
} from 'lucide-react'
import { addPlainBlock, type PlainBlock } from '../commands/add-block.ts'
import type { DialogRequest } from '../dialogs/dialog-request.ts'
import { useEditorTools } from '../editor-tools.ts'
import { backToText, runCommand } from '../run-command.ts'
import { type Tool, ToolMenu } from './tool-menu.tsx'

/** What has no button of its own. */
export function AddMenu({ editor, language }: { editor: Editor; language: boolean }) {
  const { open } = useEditorTools()
  const asks = (label: string, icon: LucideIcon, request: DialogRequest): Tool => ({
    id: request.kind,
    label,
    icon,
    run: () => open?.(request),
  })
  const plain = (label: string, icon: LucideIcon, name: PlainBlock): Tool => ({
    id: name,
    label,
    icon,
    run: () => void runCommand(editor, addPlainBlock(name)),
  })
  return (
    <ToolMenu
      onLeave={() => backToText(editor)}
      label="Add"
      words="Add"
      tools={[
        asks('Contact details…', Contact, { kind: 'contact', at: null }),
        asks('Service from the directory…', MapPin, { kind: 'service', at: null }),
        asks('Document to download…', FileDown, { kind: 'document', at: null }),
        asks('Video…', CirclePlay, { kind: 'video', at: null }),
        asks(language ? 'Language of these words…' : 'Words in another language…', Languages, { kind: 'language' }),
        { ...plain('Steps', Footprints, 'steps'), line: true },
        plain('Show and hide', ChevronsUpDown, 'details'),
        plain('Quotation', Quote, 'blockquote'),
        plain('Dividing line', Minus, 'horizontalRule'),
        plain('Words exactly as typed', Code, 'codeBlock'),
      ]}
    />
  )
}
