import { type Editor, EditorContent } from '@tiptap/react'
import { useCallback, useRef, useState } from 'react'
import type { CheckFacts } from '../../../shared/checks/rule.ts'
import { useOpened } from '../../connection/session.ts'
import { type ValueStore, valueStore } from '../../state/value-store.ts'
import { announce } from '../../ui/announce.tsx'
import type { PlacedProblem } from '../checks/problems-plugin.ts'
import { problemWords } from '../checks/severity-words.ts'
import type { DialogRequest } from '../dialogs/dialog-request.ts'
import { EditorDialogs } from '../dialogs/editor-dialogs.tsx'
import { type EditorTools, EditorToolsProvider } from '../editor-tools.ts'
import { Preview, type PreviewWidth } from '../preview/preview.tsx'
import type { PageSession } from '../session/page-session.ts'
import { fixKeys } from '../side/problems-panel.tsx'
import { type SideTab, SideTabs } from '../side/side-tabs.tsx'
import { TextToolbar, textToolbarClass } from '../toolbar/text-toolbar.tsx'
import { PageNotices } from './page-notices.tsx'
import { PageTop } from './page-top.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { summaryFieldId, TitleFields, titleFieldId } from './title-fields.tsx'
import { useFacts } from './use-facts.ts'
import { usePageCommands } from './use-page-commands.ts'
import { usePageProblems } from './use-page-problems.ts'
import { usePageText } from './use-page-text.ts'
import '../editor.css'
import '../page-text.css'

const fieldIds = new Map([
  ['title', titleFieldId],
  ['summary', summaryFieldId],
])

/** The place where a page is written: the words as families will read them, and beside them what can be made better. */
export function PageEditor({ session }: { session: PageSession }) {
  const readOnly = useOpened().readOnly !== null
  const [facts] = useState(() => valueStore<CheckFacts | null>(null))
  const [requested] = useState(() => valueStore<DialogRequest | null>(null))
  const [tools] = useState<EditorTools>(() => ({ open: request => openWhenSelected(requested, request), facts }))
  const [tab, setTab] = useState<SideTab>('problems')
  const [preview, setPreview] = useState<PreviewWidth | null>(null)
  const [reviewing, setReviewing] = useState(false)
  const previewButton = useRef<HTMLButtonElement>(null)
  const fixHere = useRef(() => {})
  useFacts(facts)

  const editor = usePageText({
    session,
    readOnly,
    open: tools.open,
    fix: () => fixHere.current(),
    toToolbar: () => document.querySelector<HTMLElement>(`.${textToolbarClass} button`)?.focus(),
  })
  const problems = usePageProblems(editor, session, facts)

  function show(placed: PlacedProblem) {
    announce(problemWords(placed, fixKeys()))
    if (problems?.show(placed) || placed.problem.field === 'body') return
    const field = fieldIds.get(placed.problem.field)
    if (field === undefined) setTab('details')
    else document.getElementById(field)?.focus()
  }
  async function fix(placed: PlacedProblem) {
    const done = await problems?.fix(placed.id)
    announce(done ? `Done: ${placed.problem.fix?.label ?? ''}.` : 'The words have changed. Look at this problem again.')
    editor.commands.focus()
  }
  fixHere.current = () => {
    const placed = problems?.list.get().items.find(({ id }) => id === problems.here.get())
    if (placed?.problem.fix !== undefined) void fix(placed)
    else announce(placed === undefined ? 'The cursor is in no problem.' : 'This problem has to be mended by hand.')
  }
  const closePreview = useCallback(() => {
    setPreview(null)
    requestAnimationFrame(() => previewButton.current?.focus())
  }, [])

  usePageCommands({
    editor,
    session,
    problems,
    readOnly,
    open: tools.open,
    walk: step => {
      const placed = problems?.next(step) ?? null
      setTab('problems')
      announce(placed === null ? 'No problems found.' : problemWords(placed, fixKeys()))
    },
    fixHere: () => fixHere.current(),
    preview: () => setPreview('phone'),
    askForReview: () => setReviewing(true),
  })

  return (
    <EditorToolsProvider value={tools}>
      <PageTop
        session={session}
        readOnly={readOnly}
        previewButton={previewButton}
        onPreview={() => setPreview('phone')}
        onReview={() => setReviewing(true)}
      >
        <PageNotices session={session} />
        <div className={preview === 'phone' ? 'editor-two editor-two-preview' : 'editor-two'}>
          <Writing editor={editor} session={session} readOnly={readOnly} />
          <aside className="editor-side" aria-label="About this page">
            {preview !== null && (
              <Preview editor={editor} session={session} width={preview} onWidth={setPreview} onClose={closePreview} />
            )}
            {problems !== null && (
              <SideTabs
                editor={editor}
                session={session}
                problems={problems}
                readOnly={readOnly}
                tab={tab}
                onTab={setTab}
                onShow={show}
                onFix={placed => void fix(placed)}
              />
            )}
          </aside>
        </div>
        <EditorDialogs editor={editor} page={session.id} requested={requested} />
        {reviewing && problems !== null && (
          <ReviewDialog session={session} problems={problems} onClose={() => setReviewing(false)} />
        )}
      </PageTop>
    </EditorToolsProvider>
  )
}

/** The browser tells of a selection a moment after the key that made it: a dialog about the words waits for that. */
function openWhenSelected(requested: ValueStore<DialogRequest | null>, request: DialogRequest): void {
  setTimeout(() => requested.set(request))
}

function Writing({ editor, session, readOnly }: { editor: Editor; session: PageSession; readOnly: boolean }) {
  return (
    <div className="sheet writing">
      {!readOnly && <TextToolbar editor={editor} />}
      <div className="writing-paper">
        <TitleFields session={session} editor={editor} readOnly={readOnly} />
        <EditorContent editor={editor} />
      </div>
    </div>
  )
}
