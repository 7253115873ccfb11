import { Node } from '@tiptap/core'
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import type { Kept } from '../../../shared/content/index.ts'
import { BlockFrame } from './block-frame.tsx'
import { drawnAs } from './drawn-as.ts'

export const kept = Node.create({
  ...drawnAs('kept', node => ['pre', {}, node.attrs.source]),
  addNodeView: () => ReactNodeViewRenderer(KeptView),
})

/** Source that the model cannot hold: to be read and taken out, but not changed here. */
function KeptView(view: ReactNodeViewProps) {
  const { source } = view.node.attrs as Kept['attrs']
  return (
    <BlockFrame view={view} label="Kept as it was" about="">
      <div className="kept">
        <p>
          Signpost does not know this kind of content, so it keeps it as it came. Families see only its words. Write it
          again above or beneath, then remove it.
        </p>
        <pre className="kept-source">{source}</pre>
      </div>
    </BlockFrame>
  )
}
