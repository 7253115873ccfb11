import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import type { Comment } from '../../../shared/contract/index.ts'
import { type Refusal, refuse } from '../../../shared/outcome.ts'
import { takingWording } from '../../../shared/review/index.ts'
import { useAct } from '../../activity/use-act.ts'
import { api } from '../../connection/api.ts'
import { announce } from '../../ui/announce.tsx'
import { applyEdits } from '../document/apply-edits.ts'
import { writtenDoc } from '../document/written-doc.ts'
import { backToText } from '../run-command.ts'
import type { PageSession } from '../session/page-session.ts'

/** Puts a suggested wording into the text as one undo step, makes a version of it, and settles the comment. */
export function useTakeWording(
  editor: Editor,
  session: PageSession,
): [take: (comment: Comment) => Promise<void>, refusal: Refusal | null] {
  const [gone, setGone] = useState<Refusal | null>(null)
  const settle = useAct(api.review.settle)

  async function take({ id, quote, wording }: Comment): Promise<void> {
    if (quote === null || wording === null) return
    const edits = takingWording(writtenDoc(editor.state.doc), quote, wording)
    const tr = edits && applyEdits(editor.state, edits)
    setGone(tr === null ? wordsGone : null)
    if (tr === null) return
    editor.view.dispatch(tr)
    backToText(editor)
    announce('The wording is in the text. Undo takes it back.')
    // Where it cannot be saved now, the page says so itself, and the comment stays open.
    if ((await session.save()) !== null) return
    if ((await settle.run({ id: session.id, to: id, taken: true })) !== null) void settle.note()
  }

  return [take, gone ?? settle.refusal]
}

const wordsGone = refuse(
  'words-gone',
  'The words that this wording was for are not in the text any more as they were. Nothing was changed.',
  'Write the words in by hand where they belong now, or settle the comment.',
)
