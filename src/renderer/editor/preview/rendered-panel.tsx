import type { Editor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { positionOf } from '../../../shared/content/index.ts'
import { useValue } from '../../state/value-store.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import type { PageProblems, ProblemList } from '../checks/page-problems.ts'
import { problemsOf } from '../checks/problems-plugin.ts'
import { writtenDoc } from '../document/written-doc.ts'
import { type Findings, findingsOf, type Known } from './rendered-findings.ts'
import { showFinding } from './show-finding.ts'
import type { Look } from './use-rendered.ts'

interface RenderedPanelProps {
  editor: Editor
  problems: PageProblems
  look: Look
  /** Makes the words visible where the preview lies over them, and then does this. */
  toWords: (show: () => void) => void
}

/** What is wrong with the page as a browser draws it, and was not told already beside its words. */
export function RenderedPanel({ editor, problems, look, toWords }: RenderedPanelProps) {
  const list = useValue(problems.list)
  const isReady = look.kind === 'seen' && list.status !== 'checking'
  const found = isReady ? findingsOf(look.seen, writtenDoc(editor.state.doc), knownIn(editor, list)) : null
  const words = found === null ? waitingWords[look.kind] : statusWords(found)
  useSaid(found === null ? null : words)
  if (words === '') return null
  return (
    <div className="preview-found">
      <p className="soft">{words}</p>
      {found !== null && found.ofWords.length > 0 && (
        <ul className="preview-findings" aria-label="Found in the page as families get it">
          {found.ofWords.map(finding => (
            <li key={finding.id}>
              <span>{finding.sentence}</span>
              <Button
                size="small"
                kind="bare"
                about={`: ${finding.sentence}`}
                onPress={() => toWords(() => showFinding(editor, finding))}
              >
                Show me
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found !== null && found.ofSite.length > 0 && (
        <p className="soft">Not of your words, but of the site around them: {found.ofSite.join('; ')}.</p>
      )}
    </div>
  )
}

const waitingWords: Readonly<Record<Look['kind'], string>> = {
  looking: 'Looking at the page as families get it…',
  seen: 'Looking at the page as families get it…',
  failed: 'The page could not be looked at this time. It is looked at again with the next word that you type.',
  // Somebody followed a link: what is wrong with another page is told in its own preview.
  elsewhere: '',
}

function statusWords({ ofWords }: Findings): string {
  const count = ofWords.length
  if (count === 0) return 'Nothing found in the page as families get it.'
  return `${count} more ${count === 1 ? 'thing' : 'things'} found in the page as families get it.`
}

/** A change is news, and so is a first look that found something. */
function useSaid(words: string | null): void {
  const said = useRef<string | null>(null)
  useEffect(() => {
    if (words === null || words === said.current) return
    const isNews = said.current !== null || !words.startsWith('Nothing')
    said.current = words
    if (isNews) announce(words)
  }, [words])
}

function knownIn(editor: Editor, { dismissed }: ProblemList): Known[] {
  const doc = writtenDoc(editor.state.doc)
  const told = problemsOf(editor.state).problems.map(({ problem, range }) => ({ problem, range }))
  const letBe = dismissed.map(({ problem }) => ({ problem, range: positionOf(doc, problem.place) }))
  return [...told, ...letBe].flatMap(({ problem: { rule, field }, range }): Known[] => {
    if (field === 'title') return [{ rule, where: 'title' }]
    return field === 'body' && range !== null ? [{ rule, where: range }] : []
  })
}
