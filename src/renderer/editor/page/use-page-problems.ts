import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { CheckFacts } from '../../../shared/checks/rule.ts'
import { orpc } from '../../connection/api.ts'
import type { ValueStore } from '../../state/value-store.ts'
import { announce } from '../../ui/announce.tsx'
import { createPageProblems, type PageProblems } from '../checks/page-problems.ts'
import { browserClock, whenIdle } from '../session/browser-clock.ts'
import { entryOf } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'

/** The checks of the page on screen; null for the instant before they start. */
export function usePageProblems(
  editor: Editor,
  session: PageSession,
  facts: ValueStore<CheckFacts | null>,
): PageProblems | null {
  const [problems, setProblems] = useState<PageProblems | null>(null)
  useEffect(() => {
    const made = createPageProblems({
      editor,
      entryOf: doc => entryOf(session.view.get(), session.view.get().entry, doc),
      announce,
      clock: browserClock,
      whenIdle,
    })
    const tellFacts = () => {
      const known = facts.get()
      if (known !== null) made.tell({ kind: 'facts', facts: known })
    }
    tellFacts()
    made.changed()
    setProblems(made)
    let entry = session.view.get().entry
    const stops = [
      facts.subscribe(tellFacts),
      session.view.subscribe(() => {
        const now = session.view.get().entry
        if (now !== entry) made.changed()
        entry = now
      }),
    ]
    editor.on('update', made.changed)
    editor.on('selectionUpdate', made.moved)
    return () => {
      editor.off('update', made.changed)
      editor.off('selectionUpdate', made.moved)
      for (const stop of stops) stop()
      made.stop()
      setProblems(null)
    }
  }, [editor, session, facts])
  useTerms(session.id, problems)
  return problems
}

/** What the team decided about the problems of this page, renewed whenever anything of it changes. */
function useTerms(id: PageSession['id'], problems: PageProblems | null): void {
  const { data } = useQuery(orpc.checks.terms.queryOptions({ input: { id } }))
  useEffect(() => {
    if (data === undefined || problems === null) return
    const { levels, dismissStops, dismissals } = data
    problems.tell({ kind: 'terms', terms: { policy: { levels: new Map(levels), dismissStops }, dismissals } })
  }, [data, problems])
}
