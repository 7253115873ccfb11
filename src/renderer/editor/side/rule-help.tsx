import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { orpc } from '../../connection/api.ts'
import { Button } from '../../ui/button.tsx'
import type { PlacedProblem } from '../checks/problems-plugin.ts'

/** The problem about which more is told. Who asked by key is taken to it, and back to the words by Escape. */
export interface Told {
  id: string
  byKey: boolean
}

interface HelpButtonProps {
  placed: PlacedProblem
  helpId: string
  told: Told | null
  onTell: (told: Told | null) => void
  onShow: (placed: PlacedProblem) => void
}

export function HelpButton({ placed, helpId, told, onTell, onShow }: HelpButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (told?.byKey) button.current?.focus()
  }, [told])
  return (
    <Button
      ref={button}
      size="small"
      kind="bare"
      about={`: ${placed.problem.message}`}
      aria-expanded={told !== null}
      aria-controls={helpId}
      onPress={() => onTell(told === null ? { id: placed.id, byKey: false } : null)}
      onKeyDown={event => {
        if (event.key !== 'Escape' || told === null) return
        onTell(null)
        onShow(placed)
      }}
    >
      More about this
    </Button>
  )
}

/** Why a rule is there, where it comes from, and examples both ways. */
export function RuleHelp({ id, rule }: { id: string; rule: string }) {
  const { data } = useQuery(orpc.checks.help.queryOptions({ input: { rule } }))
  if (data === undefined) return null
  if (data === null) return <p id={id}>Signpost has no more to say about this.</p>
  const { wcag, source } = data
  return (
    <div id={id} className="rule-help">
      <p className="soft">
        Where it comes from:{' '}
        {[wcag.length > 0 ? `WCAG 2.2, ${wcag.join(' and ')}` : null, source].filter(Boolean).join('. ')}.
      </p>
      <Examples words="Not like this" examples={data.notThis} />
      <Examples words="Like this" examples={data.this} />
    </div>
  )
}

function Examples({ words, examples }: { words: string; examples: readonly string[] }) {
  return (
    <>
      <p className="rule-help-words">{words}</p>
      <ul>
        {examples.map((example, index) => (
          <li key={index}>
            <code>{example}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
