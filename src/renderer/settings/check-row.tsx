import { useId, useState } from 'react'
import type { CheckView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { RuleHelp } from '../editor/side/rule-help.tsx'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select.tsx'
import { levelLabel, levelWords } from './level-words.ts'
import { levelNow } from './narrow-checks.ts'

/** One check: what it is called, why it matters, what it does now, and what it finds. */
export function CheckRow({ check }: { check: CheckView }) {
  const { id, name, why, usual, level, hasHelp } = check
  const { readOnly } = useOpened()
  const set = useAct(api.checks.setLevel)

  async function change(next: CheckView['level']) {
    if ((await set.run({ id, level: next })) === null) return
    void set.sayDone(`${name}: ${levelLabel(next ?? usual).toLowerCase()}.`)
  }

  return (
    <li className="row check-row">
      <SelectField
        label={name}
        help={why}
        value={levelNow(check)}
        isDisabled={readOnly !== null || set.busy}
        options={levelWords.map(({ level: each, label, help }) => ({
          value: each,
          label: each === usual ? `${label}, as it comes` : label,
          help,
        }))}
        onChange={value => {
          const next = levelWords.find(each => each.level === value)?.level ?? null
          if (next !== levelNow(check)) void change(next)
        }}
      />
      <div className="check-more">
        {level !== null && (
          <Button
            size="small"
            kind="bare"
            about={`: ${name}`}
            isDisabled={readOnly !== null}
            busy={set.busy}
            onPress={() => void change(null)}
          >
            Back to how it comes
          </Button>
        )}
        {hasHelp && <CheckHelp id={id} name={name} />}
        <RefusalNotice refusal={set.refusal} />
      </div>
    </li>
  )
}

/** Asked for when it is opened: there are many checks, and few are read about. */
function CheckHelp({ id, name }: { id: string; name: string }) {
  const helpId = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        Examples<span className="unseen"> of: {name}</span>
      </summary>
      {isOpen && <RuleHelp id={helpId} rule={id} />}
    </details>
  )
}
