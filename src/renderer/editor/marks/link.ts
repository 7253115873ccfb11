import { Mark } from '@tiptap/core'
import { hrefOf } from '../../../shared/content/index.ts'
import { markedAs } from './marked-as.ts'

/**
 * In the text a link is words to be written, not a way out: it is followed from its dialog. What may not be followed at
 * all, such as script from a file that came from elsewhere, is not in the window either; the page keeps it.
 */
export const link = Mark.create({
  ...markedAs('link', ({ attrs: { href, title } }) => [
    'a',
    { ...(isKnown(href) ? { href } : {}), ...(title ? { title } : {}) },
  ]),
  exitable: true,
})

function isKnown(href: string): boolean {
  return /^(?:page|service):/.test(href) || hrefOf(href) !== null
}
