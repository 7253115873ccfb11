import { Pencil } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import { useCommandHandler } from '../commands/index.ts'
import { useOpened } from '../connection/session.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { count } from '../words/counts.ts'
import { ChangeManyDialog } from './change-many-dialog.tsx'
import { chosenWords } from './chosen-rows.ts'
import { SpreadDialog } from './spread-dialog.tsx'

interface ChooseBarProps {
  chosen: readonly PageRow[]
  shown: readonly PageRow[]
  what: 'page' | 'service'
  onChooseAll: () => void
  onChooseNone: () => void
  /** How many there are. */
  children: ReactNode
}

/** How many there are and how many are chosen, and what can be done with these. It stays in sight while one scrolls. */
export function ChooseBar({ chosen, shown, what, onChooseAll, onChooseNone, children }: ChooseBarProps) {
  const { readOnly } = useOpened()
  const [changing, setChanging] = useState<readonly PageRow[] | null>(null)
  const [spreading, setSpreading] = useState<readonly PageRow[] | null>(null)
  const words = useRef<HTMLParagraphElement>(null)
  const kept = useKeptFocus(words)
  const some = chosen.length > 0
  const can = readOnly === null
  const said = chosenWords(chosen, shown, many => count(many, what))

  const all = () => {
    onChooseAll()
    const more = shown.filter(row => !chosen.includes(row)).length
    announce(`${count(chosen.length + more, what)} chosen`)
  }
  const none = () => {
    onChooseNone()
    announce(`No ${what} is chosen now`)
  }
  // Those of this moment: one that goes away meanwhile is named by the answer.
  const change = () => setChanging(chosen)
  useCommandHandler('choose-all', all, can && shown.length > 0)
  useCommandHandler('choose-none', none, can && some)
  useCommandHandler('change-chosen', change, can && some)

  return (
    <section className="choose-bar" aria-label="What is chosen" {...kept}>
      <p className="list-count" ref={words} tabIndex={-1}>
        {children}
        {said !== null && <strong className="chosen-count">{said}</strong>}
      </p>
      {can && (
        <div className="actions">
          {shown.some(row => !chosen.includes(row)) && (
            <Button kind="bare" size="small" onPress={all}>
              {some ? `Choose all ${shown.length.toLocaleString('en-GB')} shown` : 'Choose all'}
            </Button>
          )}
          {some && (
            <Button kind="bare" size="small" onPress={none}>
              Choose none
            </Button>
          )}
          {some && (
            <Button kind="bare" size="small" onPress={() => setSpreading(chosen)}>
              Spread their reviews…
            </Button>
          )}
          {some && (
            <Button size="small" icon={Pencil} onPress={change}>
              Change them…
            </Button>
          )}
        </div>
      )}
      <ChangeManyDialog
        rows={changing ?? []}
        what={what}
        isOpen={changing !== null}
        onClose={() => setChanging(null)}
      />
      <SpreadDialog rows={spreading ?? []} what={what} isOpen={spreading !== null} onClose={() => setSpreading(null)} />
    </section>
  )
}
