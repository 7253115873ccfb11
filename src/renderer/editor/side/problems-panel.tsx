import { memo, useId, useState, useSyncExternalStore } from 'react'
import { isOneOfMany } from '../../../shared/checks/fix-all.ts'
import { shortcutOf, useCommandHandler } from '../../commands/index.ts'
import { useValue } from '../../state/value-store.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Keys } from '../../ui/keys.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type PageProblems, readsTheSame } from '../checks/page-problems.ts'
import type { PlacedProblem } from '../checks/problems-plugin.ts'
import { apart } from '../checks/prompts.ts'
import { severityWords } from '../checks/severity-words.ts'
import { AddToOurs } from './add-to-ours.tsx'
import { PromptsCard } from './prompts-card.tsx'
import { HelpButton, RuleHelp, type Told } from './rule-help.tsx'

interface ProblemsPanelProps {
  problems: PageProblems
  readOnly: boolean
  onShow: (placed: PlacedProblem) => void
  onFix: (placed: PlacedProblem) => void
  onFixAll: (placed: PlacedProblem) => void
  onDismiss: (placed: PlacedProblem) => void
}

/** What the checks found, in the order of reading. Nothing here moves while somebody types: it is renewed after a pause. */
export function ProblemsPanel({ problems, readOnly, onShow, onFix, onFixAll, onDismiss }: ProblemsPanelProps) {
  const { items, status } = useValue(problems.list)
  const [told, setTold] = useState<Told | null>(null)
  useCommandHandler('problem-help', async () => {
    const placed = await problems.atCursor()
    if (placed === null) announce('The cursor is in no problem.')
    else setTold({ id: placed.id, byKey: true })
  })
  if (status === 'failed') {
    return (
      <Notice tone="warn">
        <p>The checks stopped. Your words are safe, and the checks start again with the next one that you type.</p>
      </Notice>
    )
  }
  if (items.length === 0) {
    return <p className="soft side-empty">{status === 'checking' ? 'Looking…' : 'No problems found.'}</p>
  }
  const { prompts, problems: others } = apart(items)
  const alike = countsOfKinds(others)
  return (
    <>
      <PromptsCard prompts={prompts} here={problems.here} onShow={onShow} />
      {others.length > 0 && (
        <ul className="problem-list" aria-label="Problems, in the order of the page">
          {others.map(placed => (
            <ProblemCard
              key={placed.id}
              placed={placed}
              problems={problems}
              readOnly={readOnly}
              onShow={onShow}
              onFix={onFix}
              onFixAll={onFixAll}
              told={told?.id === placed.id ? told : null}
              onTell={setTold}
              alike={alike.get(placed.problem.rule) ?? 0}
              onDismiss={onDismiss}
            />
          ))}
        </ul>
      )}
      <p className="soft side-hint">
        Next problem <Keys shortcut={shortcutOf('next-problem') ?? 'F8'} />, fix it{' '}
        <Keys shortcut={shortcutOf('fix-problem') ?? 'Mod+.'} />, and all of its kind{' '}
        <Keys shortcut={shortcutOf('fix-all-problems') ?? 'Alt+Shift+F'} />, more about it{' '}
        <Keys shortcut={shortcutOf('problem-help') ?? 'Alt+Shift+H'} />
      </p>
    </>
  )
}

interface ProblemCardProps {
  placed: PlacedProblem
  /** How many of this kind can be mended all at once. */
  alike: number
  problems: PageProblems
  readOnly: boolean
  onShow: (placed: PlacedProblem) => void
  onFix: (placed: PlacedProblem) => void
  onFixAll: (placed: PlacedProblem) => void
  told: Told | null
  onTell: (told: Told | null) => void
  onDismiss: (placed: PlacedProblem) => void
}

const ProblemCard = memo(function ProblemCard({
  placed,
  alike,
  problems,
  readOnly,
  onShow,
  onFix,
  onFixAll,
  told,
  onTell,
  onDismiss,
}: ProblemCardProps) {
  const { rule, severity, message, why, fix, field, unknown } = placed.problem
  const helpId = useId()
  // The cursor goes from one to the next with nearly every word: the others are not looked at for that.
  const isHere = useSyncExternalStore(problems.here.subscribe, () => problems.here.get() === placed.id)
  const { word, tone } = severityWords[severity]
  return (
    <li className={isHere ? 'card card-here' : 'card'} aria-current={isHere ? 'true' : undefined}>
      <Chip tone={tone}>{word}</Chip>
      <p className="problem-message">{message}</p>
      <p className="soft">{why}</p>
      <div className="actions">
        {fix !== undefined && (
          <Button size="small" about={`: ${message}`} isDisabled={readOnly} onPress={() => onFix(placed)}>
            {fix.label}
          </Button>
        )}
        {alike > 1 && isOneOfMany(placed.problem) && (
          <Button size="small" about={`: ${message}`} isDisabled={readOnly} onPress={() => onFixAll(placed)}>
            Fix all {alike} like this
          </Button>
        )}
        {unknown !== undefined && <AddToOurs unknown={unknown} readOnly={readOnly} />}
        {(placed.range !== null || field !== 'body') && (
          <Button size="small" kind="bare" about={`: ${message}`} onPress={() => onShow(placed)}>
            Show me
          </Button>
        )}
        <HelpButton placed={placed} helpId={helpId} told={told} onTell={onTell} onShow={onShow} />
        <Button size="small" kind="bare" about={`: ${message}`} isDisabled={readOnly} onPress={() => onDismiss(placed)}>
          Not a problem here…
        </Button>
      </div>
      {told !== null && <RuleHelp id={helpId} rule={rule} />}
    </li>
  )
}, isSameCard)

function countsOfKinds(items: readonly PlacedProblem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { problem } of items) {
    if (isOneOfMany(problem)) counts.set(problem.rule, (counts.get(problem.rule) ?? 0) + 1)
  }
  return counts
}

function isSameCard(a: ProblemCardProps, b: ProblemCardProps): boolean {
  return (
    readsTheSame(a.placed, b.placed) &&
    a.alike === b.alike &&
    a.problems === b.problems &&
    a.readOnly === b.readOnly &&
    a.onShow === b.onShow &&
    a.onFix === b.onFix &&
    a.onFixAll === b.onFixAll &&
    a.told === b.told &&
    a.onDismiss === b.onDismiss
  )
}
