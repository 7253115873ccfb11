import { Node } from '@tiptap/core'
import { pictureAddress } from '../editor-tools.ts'
import { drawnAs } from './drawn-as.ts'

/** A picture in a line of text: selected, Enter opens its description. */
export const image = Node.create(
  drawnAs('image', node => [
    'img',
    { src: pictureAddress(node.attrs.src), alt: node.attrs.alt, class: 'inline-image' },
  ]),
)
