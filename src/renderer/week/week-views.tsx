import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import type { WeekFilter } from '../../shared/contract/index.ts'
import { api, orpc } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { useRequest } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { say } from '../ui/toasts.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'

interface WeekViewsProps {
  filter: WeekFilter
  onShow: (filter: WeekFilter) => void
  /** Takes the focus from a button that goes away when it is pressed. */
  list: RefObject<HTMLElement | null>
}

/** The views that somebody keeps on this computer: one press each, and a way to keep the one that is on the screen. */
export function WeekViews({ filter, onShow, list }: WeekViewsProps) {
  const queries = useQueryClient()
  const views = useQuery(orpc.week.views.queryOptions()).data ?? []
  const forget = useRequest(api.week.forgetView)
  const [naming, setNaming] = useState(false)
  const keepFocus = useKeptFocus(list)
  const shown = views.find(view => same(view.filter, filter))
  const isNarrowed = Object.values(filter).some(value => value !== undefined)
  const again = () => queries.invalidateQueries({ queryKey: orpc.week.views.key() })

  async function forgetShown(name: string) {
    if ((await forget.run({ name })) === null) return
    await again()
    say(`The view “${name}” is not kept any more.`, 'info')
  }

  return (
    <div className="actions week-views" {...keepFocus}>
      {views.map(({ name, filter: kept }) => (
        <Button key={name} size="small" aria-pressed={shown?.name === name} onPress={() => onShow(kept)}>
          {name}
        </Button>
      ))}
      {isNarrowed && shown === undefined && (
        <Button kind="bare" size="small" onPress={() => setNaming(true)}>
          Keep this view…
        </Button>
      )}
      {shown && (
        <Button kind="bare" size="small" busy={forget.busy} onPress={() => void forgetShown(shown.name)}>
          Forget “{shown.name}”
        </Button>
      )}
      {isNarrowed && (
        <Button kind="bare" size="small" onPress={() => onShow({})}>
          Show all of mine
        </Button>
      )}
      <RefusalNotice refusal={forget.refusal} />
      <DialogBox isOpen={naming} onClose={() => setNaming(false)} title="Keep this view" elseTo={list}>
        <NameForm filter={filter} onKept={again} onClose={() => setNaming(false)} />
      </DialogBox>
    </div>
  )
}

interface NameFormProps {
  filter: WeekFilter
  onKept: () => Promise<void>
  onClose: () => void
}

function NameForm({ filter, onKept, onClose }: NameFormProps) {
  const [name, setName, forget] = useKeptText('week-view')
  const [asked, setAsked] = useState(false)
  const keep = useRequest(api.week.keepView)

  async function submit() {
    setAsked(true)
    if (name.trim() === '' || (await keep.run({ name: name.trim(), filter })) === null) return
    forget()
    await onKept()
    say(`“${name.trim()}” is kept on this laptop.`, 'good')
    onClose()
  }

  return (
    <DialogForm onSubmit={submit} onClose={onClose} leave="Not now" act="Keep it" doing={keep}>
      <TextField
        label="What to call it"
        autoFocus
        value={name}
        onChange={setName}
        maxLength={60}
        help="A name that you had before is used anew. Views are kept on this laptop only."
        trouble={asked && name.trim() === '' ? 'Write a name, such as “Sam’s late pages”.' : null}
      />
    </DialogForm>
  )
}

const names = ['owner', 'kind', 'risk', 'section'] as const

function same(one: WeekFilter, other: WeekFilter): boolean {
  return names.every(name => one[name] === other[name])
}
