import { Node } from '@tiptap/core'
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { FileDown } from 'lucide-react'
import type { DocumentLink } from '../../../shared/content/index.ts'
import { useValue } from '../../state/value-store.ts'
import { fileSize } from '../../words/counts.ts'
import { useEditorTools } from '../editor-tools.ts'
import { BlockFrame } from './block-frame.tsx'
import { drawnAs } from './drawn-as.ts'

export const documentLink = Node.create({
  ...drawnAs('document', node => ['p', {}, node.attrs.title || node.attrs.src]),
  addNodeView: () => ReactNodeViewRenderer(DocumentView),
})

function DocumentView(view: ReactNodeViewProps) {
  const { src, title } = view.node.attrs as DocumentLink['attrs']
  const name = src.replace(/^media\//, '')
  const bytes = useValue(useEditorTools().facts)?.media.get(name)
  return (
    <BlockFrame view={view} label="Document" about={title || name}>
      <div className="block-card">
        <FileDown className="icon" aria-hidden="true" />
        <div>
          <p className="strong">{title || 'Document without a title'}</p>
          <p className="soft">
            {name}
            {bytes === undefined ? ' is not in the media library' : `, ${fileSize(bytes)}`}
          </p>
        </div>
      </div>
    </BlockFrame>
  )
}
