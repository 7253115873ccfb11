import { type Editor, EditorContent } from '@tiptap/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CheckFacts } from '../../../shared/checks/rule.ts'
import { isFromTheRight } from '../../../shared/site/index.ts'
import { useOpened } from '../../connection/session.ts'
import { useValue, type ValueStore, valueStore } from '../../state/value-store.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions, DialogBox } from '../../ui/dialog.tsx'
import { say } from '../../ui/toasts.tsx'
import type { DialogRequest } from '../dialogs/dialog-request.ts'
import { EditorDialogs } from '../dialogs/editor-dialogs.tsx'
import { type EditorTools, EditorToolsProvider } from '../editor-tools.ts'
import { FindBar, type FindRequest } from '../find/find-bar.tsx'
import { Preview } from '../preview/preview.tsx'
import type { PreviewLook } from '../preview/preview-views.ts'
import type { PageSession } from '../session/page-session.ts'
import { stateOnScreen } from '../session/saving-words.ts'
import { useSessionView } from '../session/use-session.ts'
import { SideOpener } from '../side/side-opener.tsx'
import { pageSideClass, type SideTab, SideTabs } from '../side/side-tabs.tsx'
import { TextToolbar, textToolbarClass } from '../toolbar/text-toolbar.tsx'
import { PageNotices } from './page-notices.tsx'
import { PageTop } from './page-top.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { TitleFields } from './title-fields.tsx'
import { useFacts } from './use-facts.ts'
import { usePageCommands } from './use-page-commands.ts'
import { usePageProblems } from './use-page-problems.ts'
import { usePageText } from './use-page-text.ts'
import { useProblemWalk } from './use-problem-walk.ts'
import { useSideOver } from './use-side-over.ts'
import { useWantedProblem } from './use-wanted-problem.ts'
import { useWantedWords } from './use-wanted-words.ts'
import { useWhiteBelow } from './use-white-below.ts'
import '../editor.css'
import '../page-text.css'

/** The place where a page is written: the words as families will read them, and beside them what can be made better. */
export function PageEditor({ session }: { session: PageSession }) {
  const elsewhere = useValue(session.turn.state) !== 'here'
  const readOnly = useOpened().readOnly !== null || elsewhere
  const [facts] = useState(() => valueStore<CheckFacts | null>(null))
  const [requested] = useState(() => valueStore<DialogRequest | null>(null))
  const [finding] = useState(() => valueStore<FindRequest | null>(null))
  const [open] = useState(() => (request: DialogRequest) => openWhenSelected(requested, request))
  const [tools] = useState<EditorTools>(() => ({ open, facts }))
  const [tab, setTab] = useState<SideTab>('problems')
  const [preview, setPreview] = useState<PreviewLook | null>(null)
  const [reviewing, setReviewing] = useState(false)
  const previewButton = useRef<HTMLButtonElement>(null)
  const fixHere = useRef(() => {})
  useFacts(facts)

  const editor = usePageText({
    session,
    readOnly,
    open,
    fix: () => fixHere.current(),
    toToolbar: () => document.querySelector<HTMLElement>(`.${textToolbarClass} button`)?.focus(),
  })
  const problems = usePageProblems(editor, session, facts)

  const walk = useProblemWalk(editor, problems, setTab)
  useWantedProblem(session.id, editor, problems, walk)
  useWantedWords(session.id, editor)
  useEffect(() => {
    fixHere.current = walk.fixHere
  }, [walk])
  const closePreview = useCallback(() => {
    setPreview(null)
    requestAnimationFrame(() => previewButton.current?.focus())
  }, [])

  const askForReview = () => {
    if (stateOnScreen(session.view.get()) === 'ready-for-review')
      say('This page waits for a colleague already.', 'info')
    else setReviewing(true)
  }

  usePageCommands({
    editor,
    session,
    problems,
    readOnly,
    open,
    find: replace => finding.set(now => ({ replace, turn: (now?.turn ?? 0) + 1 })),
    walk: walk.walk,
    fixHere: walk.fixHere,
    fixAllHere: walk.fixAllHere,
    preview: () => setPreview(onPhone),
    askForReview,
  })

  const over = useSideOver()
  const tabs = problems !== null && (
    <SideTabs
      editor={editor}
      session={session}
      problems={problems}
      readOnly={readOnly}
      tab={tab}
      onTab={setTab}
      onShow={over.afterwards(walk.show)}
      onFix={over.afterwards(walk.fix)}
      onFixAll={over.afterwards(walk.fixAll)}
    />
  )

  return (
    <EditorToolsProvider value={tools}>
      <PageTop
        session={session}
        readOnly={readOnly}
        previewButton={previewButton}
        onPreview={() => setPreview(onPhone)}
        onReview={askForReview}
      >
        <PageNotices session={session} />
        {over.isNarrow && problems !== null && <SideOpener problems={problems} onOpen={over.open} />}
        <div className={preview?.view === 'phone' ? 'editor-two editor-two-preview' : 'editor-two'}>
          <Writing editor={editor} session={session} readOnly={readOnly} finding={finding} />
          <aside className={pageSideClass} aria-label="About this page">
            {preview !== null && (
              <Preview
                editor={editor}
                session={session}
                problems={problems}
                look={preview}
                onLook={setPreview}
                onClose={closePreview}
              />
            )}
            {over.isOpen ? null : tabs}
          </aside>
        </div>
        <DialogBox isOpen={over.isOpen} onClose={over.close} title="About this page">
          <div className="side-over">{tabs}</div>
          <DialogActions>
            <Button onPress={over.close}>Back to the text</Button>
          </DialogActions>
        </DialogBox>
        <EditorDialogs editor={editor} session={session} requested={requested} />
        {reviewing && problems !== null && (
          <ReviewDialog session={session} problems={problems} onClose={() => setReviewing(false)} />
        )}
      </PageTop>
    </EditorToolsProvider>
  )
}

/** What most families have in their hands. */
const onPhone: PreviewLook = { view: 'phone', contrast: false }

/** The browser tells of a selection a moment after the key that made it: a dialog about the words waits for that. */
function openWhenSelected(requested: ValueStore<DialogRequest | null>, request: DialogRequest): void {
  setTimeout(() => requested.set(request))
}

interface WritingProps {
  editor: Editor
  session: PageSession
  readOnly: boolean
  finding: ValueStore<FindRequest | null>
}

function Writing({ editor, session, readOnly, finding }: WritingProps) {
  const language = useSessionView(session, ({ entry }) => (entry.kind === 'page' ? entry.fields.language : ''))
  const paper = useRef<HTMLDivElement>(null)
  useWhiteBelow(paper, editor)
  return (
    <div className="sheet writing">
      {!readOnly && <TextToolbar editor={editor} />}
      <div
        ref={paper}
        className="writing-paper"
        {...(language !== '' && { lang: language, dir: isFromTheRight(language) ? 'rtl' : 'ltr' })}
      >
        <TitleFields session={session} editor={editor} readOnly={readOnly} />
        <EditorContent editor={editor} />
      </div>
      <FindBar editor={editor} requested={finding} readOnly={readOnly} />
    </div>
  )
}
