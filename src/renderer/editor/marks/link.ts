import { Mark } from '@tiptap/core'
import { markedAs } from './marked-as.ts'

/** In the text a link is words to be written, not a way out: it is followed from its dialog. */
export const link = Mark.create({
  ...markedAs('link', mark => [
    'a',
    { href: mark.attrs.href, ...(mark.attrs.title ? { title: mark.attrs.title } : {}) },
  ]),
  exitable: true,
})
