import { Node } from '@tiptap/core'
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { MapPin } from 'lucide-react'
import type { ServiceCard } from '../../../shared/content/index.ts'
import { useTitle } from '../editor-tools.ts'
import { BlockFrame } from './block-frame.tsx'
import { drawnAs } from './drawn-as.ts'

export const service = Node.create({
  ...drawnAs('service', node => ['p', {}, node.attrs.id]),
  addNodeView: () => ReactNodeViewRenderer(ServiceView),
})

function ServiceView(view: ReactNodeViewProps) {
  const { id } = view.node.attrs as ServiceCard['attrs']
  const title = useTitle(id)
  return (
    <BlockFrame view={view} label="Service" about={title ?? ''}>
      <div className="block-card">
        <MapPin className="icon" aria-hidden="true" />
        <div>
          <p className="strong">{title ?? 'This service is not in the directory any more'}</p>
          <p className="soft">Families see its name, summary and contact details here, as the directory has them.</p>
        </div>
      </div>
    </BlockFrame>
  )
}
