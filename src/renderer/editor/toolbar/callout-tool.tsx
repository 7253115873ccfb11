import type { Editor } from '@tiptap/react'
import { Info } from 'lucide-react'
import type { CalloutKind } from '../../../shared/content/index.ts'
import { calloutWords } from '../blocks/callout.ts'
import { insertCallout, removeCallout, setCalloutKind } from '../commands/callout.ts'
import { backToText, runCommand } from '../run-command.ts'
import { ToolButton } from './tool-button.tsx'
import { ToolMenu } from './tool-menu.tsx'

interface CalloutToolProps {
  editor: Editor
  /** Of the callout that the cursor is in. */
  kind: CalloutKind | null
  shortcut?: string
}

/** Outside a callout it makes one; inside, it says which kind it is. */
export function CalloutTool({ editor, kind, shortcut }: CalloutToolProps) {
  if (kind === null) {
    return (
      <ToolButton
        label="Callout"
        icon={Info}
        onPress={() => void runCommand(editor, insertCallout)}
        {...(shortcut && { shortcut })}
      />
    )
  }
  const kinds = Object.keys(calloutWords) as CalloutKind[]
  return (
    <ToolMenu
      onLeave={() => backToText(editor)}
      label="This callout"
      icon={Info}
      pressed
      tools={[
        ...kinds.map(one => ({
          id: one,
          label: calloutWords[one],
          chosen: one === kind,
          run: () => void runCommand(editor, setCalloutKind(one)),
        })),
        { id: 'remove', label: 'Make it ordinary text', line: true, run: () => void runCommand(editor, removeCallout) },
      ]}
    />
  )
}
