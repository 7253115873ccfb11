import { Node } from '@tiptap/core'
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { useState } from 'react'
import type { Figure } from '../../../shared/content/index.ts'
import { pictureAddress } from '../editor-tools.ts'
import { BlockFrame } from './block-frame.tsx'
import { drawnAs } from './drawn-as.ts'

export const figure = Node.create({
  ...drawnAs('figure', node => ['figure', {}, ['img', { src: pictureAddress(node.attrs.src), alt: node.attrs.alt }]]),
  addNodeView: () => ReactNodeViewRenderer(FigureView),
})

function FigureView(view: ReactNodeViewProps) {
  const { src, alt, decorative, caption } = view.node.attrs as Figure['attrs']
  const [missing, setMissing] = useState<string | null>(null)
  return (
    <BlockFrame view={view} label="Picture" about={decorative ? 'decorative' : alt}>
      <div className="figure">
        {missing === src ? (
          <p className="figure-missing">The file {src.replace(/^media\//, '')} is not in the media library.</p>
        ) : (
          <img src={pictureAddress(src)} alt={alt} onError={() => setMissing(src)} draggable={false} />
        )}
        {caption !== '' && <p className="figure-caption">{caption}</p>}
        <p className="figure-alt">{decorative ? 'Decorative: screen readers pass over it.' : altWords(alt)}</p>
      </div>
    </BlockFrame>
  )
}

function altWords(alt: string): string {
  return alt === '' ? 'No description yet.' : `Description: ${alt}`
}
