import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { type Doc, repairDoc } from '../../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import { api } from '../../connection/api.ts'
import { settled } from '../../connection/use-request.ts'
import { createLatestOnly } from '../checks/latest-only.ts'
import { browserClock } from '../session/browser-clock.ts'
import type { PageSession } from '../session/page-session.ts'

/** The address of the page as it is typed now; another one whenever the words are others. */
export function usePreview(editor: Editor, session: PageSession): { url: string | null; refusal: Refusal | null } {
  const [shown, setShown] = useState<{ url: string | null; refusal: Refusal | null }>({ url: null, refusal: null })
  useEffect(() => {
    const rounds = createLatestOnly({
      take: () => ({
        id: session.id,
        doc: repairDoc(editor.getJSON()) satisfies Doc,
        entry: session.view.get().entry,
      }),
      run: words => settled(() => api.pages.preview(words)),
      show: answer =>
        setShown(now => (isRefusal(answer) ? { ...now, refusal: answer } : { url: answer.url, refusal: null })),
      failed: () => undefined,
      pause: 400,
      clock: browserClock,
    })
    void rounds.now()
    const changed = () => rounds.changed()
    editor.on('update', changed)
    const unsubscribe = session.view.subscribe(changed)
    return () => {
      editor.off('update', changed)
      unsubscribe()
      rounds.stop()
    }
  }, [editor, session])
  return shown
}
