import { Mark } from '@tiptap/core'
import { markedAs } from './marked-as.ts'

/** The browser's own speller and screen readers switch their language with `lang` (WCAG 2.2 SC 3.1.2). */
export const lang = Mark.create(markedAs('lang', mark => ['span', { lang: mark.attrs.lang, class: 'other-language' }]))
