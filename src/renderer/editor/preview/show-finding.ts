import type { Editor } from '@tiptap/react'
import { positionOf } from '../../../shared/content/index.ts'
import { announce } from '../../ui/announce.tsx'
import { showRange } from '../document/show-range.ts'
import { writtenDoc } from '../document/written-doc.ts'
import { titleFieldId } from '../page/title-fields.tsx'
import type { Finding } from './rendered-findings.ts'

/** Goes to the words of what a browser showed to be wrong. */
export function showFinding(editor: Editor, { place, sentence }: Pick<Finding, 'place' | 'sentence'>): void {
  if (place === 'title') {
    document.getElementById(titleFieldId)?.focus()
    return
  }
  const range = positionOf(writtenDoc(editor.state.doc), place)
  if (range === null) {
    announce('These words have changed since the page was looked at.')
    return
  }
  showRange(editor, { ...range, whole: place.start === undefined })
  announce(sentence)
}
