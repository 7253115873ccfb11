import { Node } from '@tiptap/core'
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { CirclePlay } from 'lucide-react'
import type { Video } from '../../../shared/content/index.ts'
import { pictureAddress, useTitle } from '../editor-tools.ts'
import { BlockFrame } from './block-frame.tsx'
import { drawnAs } from './drawn-as.ts'

export const video = Node.create({
  ...drawnAs('video', node => ['p', {}, ['a', { href: node.attrs.href }, node.attrs.title || node.attrs.href]]),
  addNodeView: () => ReactNodeViewRenderer(VideoView),
})

function VideoView(view: ReactNodeViewProps) {
  const { href, title, poster, transcript } = view.node.attrs as Video['attrs']
  const transcriptTitle = useTitle(transcript.replace(/^page:/, ''))
  return (
    <BlockFrame view={view} label="Video" about={title}>
      <div className="block-card">
        {poster === '' ? (
          <CirclePlay className="icon" aria-hidden="true" />
        ) : (
          <img src={pictureAddress(poster)} alt="" draggable={false} />
        )}
        <div>
          <p className="strong">{title || 'Video without a title'}</p>
          <p className="soft">{href || 'No address yet'}</p>
          <p className="soft">
            {transcript === '' ? 'No written version' : `Written version: ${transcriptTitle ?? transcript}`}
          </p>
        </div>
      </div>
    </BlockFrame>
  )
}
