import type { Node } from '../../content/index.ts'
import { isSpacer } from '../pictures.ts'
import { rule } from '../rule.ts'

/** A picture of nothing that keeps things apart. */
export const imageSpacer = rule({
  id: 'image-spacer',
  severity: 'warning',
  wcag: ['1.3.2'],
  source: 'Space is a matter of the site’s design, not of pictures in a page',
  why: 'Nobody sees it, some screen readers say its name, and on a phone it pushes the words about.',
  on: {
    picture: picture => {
      if (!isSpacer(picture)) return null
      const { node, place } = picture
      const message = 'This picture is there to make space. Take it out: the site keeps things apart by itself.'
      if (node === undefined) return { message, place }
      // An empty line in the place of a block: what it stood in may hold nothing else.
      const nodes: Node[] = node.type === 'figure' ? [{ type: 'paragraph' }] : []
      return { message, place, fix: { label: 'Take it out', edits: [{ path: place.path, nodes }] } }
    },
  },
  examples: {
    fail: ['::figure{src="media/spacer.gif" decorative}'],
    pass: ['::figure{src="media/wave.png" decorative}', '::figure{src="media/blank-form.png" alt="An empty form"}'],
    html: {
      fail: ['<p><img src="/images/x.gif" alt="" width="1" height="20"></p>', '<td><img src="clear.gif" alt=""></td>'],
      pass: ['<p><img src="wave.png" alt="" width="600" height="20"></p>'],
    },
  },
})
