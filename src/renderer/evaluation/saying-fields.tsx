import type { Said } from '../../shared/checklist/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKept } from '../connection/use-kept.ts'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { OwnerSelect } from '../ui/owner-select.tsx'
import { EvidenceField } from './evidence-field.tsx'
import type { WorkingItem } from './narrow-items.ts'

interface SayingFieldsProps {
  evaluation: string
  checklist: string
  working: WorkingItem
  isFixed: boolean
}

/** Comment, evidence, owner and next action. Each is kept when the keyboard leaves it, and while it is half typed too. */
export function SayingFields({ evaluation, checklist, working: { asked, item }, isFixed }: SayingFieldsProps) {
  const judge = useAct(api.evaluation.judge)
  const say = async (said: Said) => {
    const done = await judge.run({ id: evaluation, requirement: asked.id, seen: item.seen, said })
    if (done !== null) void judge.note()
    return done !== null
  }
  const named = `${evaluation}:${asked.id}`
  return (
    <div className="form">
      <KeptField
        name={`${named}:comment`}
        label="Comment"
        value={item.comment}
        isDisabled={isFixed}
        onKeep={comment => say({ comment })}
      />
      <KeptField
        name={`${named}:evidence`}
        label="Evidence"
        help="What you looked at, and where it can be seen."
        value={item.evidence}
        isDisabled={isFixed}
        onKeep={evidence => say({ evidence })}
      />
      <OwnerSelect
        label="Who sees to it"
        value={item.owner}
        isDisabled={isFixed}
        onChoose={owner => void say({ owner })}
      />
      <KeptField
        name={`${named}:action`}
        label="What comes next"
        value={item.action}
        isDisabled={isFixed}
        onKeep={action => say({ action })}
      />
      <RefusalNotice refusal={judge.refusal} />
      {asked.kind === 'process' && !isFixed && <EvidenceField checklist={checklist} requirement={asked.id} />}
    </div>
  )
}

interface KeptFieldProps {
  name: string
  label: string
  help?: string
  value: string
  isDisabled: boolean
  /** False where it could not be kept: the words stay in the field. */
  onKeep: (value: string) => Promise<boolean>
}

/** What is half typed stands in the field until it is kept; what is not being typed follows what colleagues said. */
function KeptField({ name, value, onKeep, ...rest }: KeptFieldProps) {
  const [typed, setTyped, forget] = useKept<Typed | null>(`evaluation:${name}`, isTyped, null, value)
  const shown = typed === null ? value : typed.text
  return (
    <TextField
      {...rest}
      rows={2}
      value={shown}
      onChange={text => setTyped({ text })}
      onBlur={() => {
        if (typed === null) return
        if (shown.trim() === value.trim()) forget()
        else void onKeep(shown.trim()).then(kept => kept && forget(typed, null))
      }}
    />
  )
}

/** A field that was emptied is another thing than one that nobody has touched. */
interface Typed {
  text: string
}

function isTyped(value: unknown): value is Typed | null {
  return value === null || (typeof value === 'object' && 'text' in value && typeof value.text === 'string')
}
