import { SearchX } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { type Judgement, judgements } from '../../shared/checklist/index.ts'
import type { ChecklistView, OpenEvaluation } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { SearchField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select.tsx'
import {
  type ItemFilter,
  narrowItems,
  nextAfter,
  type ShownItems,
  shownItems,
  type WorkingItem,
} from './narrow-items.ts'
import { RequirementList } from './requirement-list.tsx'
import { RequirementPanel } from './requirement-panel.tsx'
import { judgementWords } from './words.ts'

const all = 'all'
const allItems: ItemFilter = { find: '', show: 'all', section: null }

const showWords: Readonly<Record<ShownItems, string>> = {
  all: 'All',
  'not-judged': 'Not judged yet',
  mine: 'Mine to see to',
  differ: 'Where you differ',
  'limited-or-no': 'Limited or no',
}

interface WorkingListProps {
  checklist: ChecklistView
  opened: OpenEvaluation
  /** Nothing can be judged: it is finished, or this workspace can only be read. */
  isFixed: boolean
}

/** The list and, beside it, the requirement that the keyboard is on. */
export function WorkingList({ checklist, opened, isFixed }: WorkingListProps) {
  const { me } = useOpened()
  const [filter, setFilter] = useState(allItems)
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const judge = useAct(api.evaluation.judge)
  const asked = useDeferredValue(filter)
  const sections = useMemo(
    () => narrowItems(checklist, opened.items, opened.coverage, asked, me?.email ?? null),
    [checklist, opened, asked, me],
  )
  const shown = sections.flatMap(({ items }) => items)
  const here = shown.find(({ asked: { id } }) => id === chosen) ?? shown[0]

  async function say(judgement: Judgement | null, { asked: { id }, item }: WorkingItem) {
    const next = nextAfter(sections, id)
    const done = await judge.run({ id: opened.row.id, requirement: id, seen: item.seen, said: { judgement } })
    if (done === null) return
    void judge.note()
    announce(judgement === null ? 'Not judged.' : `${judgementWords[judgement].word}.`)
    if (judgement !== null && next !== null) goTo(next)
  }

  /** The keyboard stays in the list, and goes on to the next one. */
  function goTo(requirement: string) {
    setChosen(requirement)
    if (list.current?.contains(document.activeElement))
      list.current.querySelector<HTMLElement>(`[data-key="${CSS.escape(requirement)}"]`)?.focus()
  }

  /** Before the list takes a letter for the beginning of a name. */
  function keyInList(event: KeyboardEvent) {
    if (isFixed || here === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const judgement = judgements.find(each => judgementWords[each].key === event.key.toLowerCase())
    const takesBack = event.key === 'Delete' || event.key === 'Backspace'
    if (judgement === undefined && !takesBack) return
    event.preventDefault()
    event.stopPropagation()
    void say(judgement ?? null, here)
  }

  return (
    <>
      <div className="evaluation-tools">
        <SearchField label="Find" value={filter.find} onChange={find => setFilter({ ...filter, find })} />
        <SelectField
          label="Show"
          value={filter.show}
          onChange={value => setFilter({ ...filter, show: shownItems.find(each => each === value) ?? 'all' })}
          options={shownItems.map(value => ({ value, label: showWords[value] }))}
        />
        <SelectField
          label="Strand"
          value={filter.section ?? all}
          onChange={value => setFilter({ ...filter, section: value === all ? null : value })}
          options={[
            { value: all, label: 'All strands' },
            ...checklist.sections.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      </div>
      <RefusalNotice refusal={judge.refusal} />
      {here === undefined ? (
        <div className="sheet">
          <Empty
            icon={SearchX}
            title="Nothing is left here"
            actions={<Button onPress={() => setFilter(allItems)}>Show all</Button>}
          >
            Every requirement that fits this is done, or none fits.
          </Empty>
        </div>
      ) : (
        <div className="evaluation-two">
          <div ref={list} className="evaluation-list" onKeyDownCapture={keyInList}>
            <RequirementList sections={sections} chosen={here.asked.id} isFixed={isFixed} onChoose={setChosen} />
          </div>
          <RequirementPanel
            key={here.asked.id}
            evaluation={opened.row.id}
            checklist={checklist.id}
            working={here}
            isFixed={isFixed}
            busy={judge.busy}
            onJudge={judgement => void say(judgement, here)}
          />
        </div>
      )}
    </>
  )
}
