import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Checkbox, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { PageId } from '../../shared/content/index.ts'
import type { PageRow } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { useNameOf, useOpened, useSectionTitle } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Chip, StateChip } from '../ui/chip.tsx'
import { CheckMark } from '../ui/fields.tsx'
import { atWork } from '../words/at-work.ts'
import { count, firstName } from '../words/counts.ts'
import { daysUntil, shortDay } from '../words/dates.ts'
import { stateWords } from '../words/states.ts'
import { EntryMenu } from './entry-menu.tsx'
import { problemsOf } from './narrow-rows.ts'
import './entry-list.css'

interface EntryListProps {
  label: string
  rows: readonly PageRow[]
  chosen: ReadonlySet<PageId>
  onChoose: (keys: 'all' | ReadonlySet<unknown>) => void
  empty: ReactNode
}

/** A row of the list is measured once it is on screen; this is what the scroll bar starts from. */
const rowHeight = 74

/**
 * Pages or services, one a row. Only what is on screen is drawn, so a thousand cost no more than twenty; the grid tells a
 * screen reader how many there are, arrow keys move from row to row, Enter opens, the right arrow reaches a row's menu.
 * Several are chosen by their boxes, or with Space, Shift and the arrows, and Ctrl+A; Escape chooses none.
 */
export function EntryList({ label, rows, chosen, onChoose, empty }: EntryListProps) {
  const { history } = useRouter()
  const { readOnly } = useOpened()
  const now = useNow(60_000)
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: rowHeight }}>
      <GridList
        className="entries"
        aria-label={label}
        items={rows}
        dependencies={[now, readOnly]}
        selectionMode={readOnly === null ? 'multiple' : 'none'}
        selectedKeys={chosen}
        onSelectionChange={onChoose}
        onAction={id => history.push(pagePlace(String(id)))}
        renderEmptyState={() => empty}
      >
        {row => <EntryRow row={row} now={now} />}
      </GridList>
    </Virtualizer>
  )
}

function EntryRow({ row, now }: { row: PageRow; now: Date }) {
  const nameOf = useNameOf()
  const title = row.title || 'Without a title'
  const sectionTitle = useSectionTitle()
  const section = row.kind === 'page' ? sectionTitle(row.section) : ''
  const owner = row.owner === '' ? 'Nobody yet' : firstName(nameOf(row.owner))
  const due = dueWords(row, now)
  const problems = problemsOf(row)
  const { me, readOnly } = useOpened()
  const colleague = atWork(row.changed, me?.name ?? null, now)
  return (
    <GridListItem
      id={row.id}
      className="entry"
      textValue={`${title}. ${[section, stateWords[row.state].word, `owner ${owner}`, due.words, row.problems && count(problems, 'problem'), colleague].filter(Boolean).join(', ')}`}
    >
      {readOnly === null ? (
        <Checkbox slot="selection" className="check entry-check" aria-label="Choose">
          <CheckMark />
        </Checkbox>
      ) : (
        <span />
      )}
      <span className="entry-title">
        <span className="row-title">{title}</span>
        <span className="soft">
          {section}
          {row.unsaved && ' · Not yet a version'}
          {colleague !== null && ` · ${colleague}`}
        </span>
      </span>
      <span className="entry-state">
        <StateChip state={row.state} />
      </span>
      <span className="entry-owner" data-nobody={row.owner === ''}>
        {owner}
      </span>
      <span className={due.late ? 'entry-due entry-late' : 'entry-due'}>{due.words}</span>
      <span className="entry-problems">
        {problems > 0 && <Chip tone={row.problems?.errors ? 'stop' : 'warn'}>{count(problems, 'problem')}</Chip>}
      </span>
      <EntryMenu row={row} />
    </GridListItem>
  )
}

function dueWords({ reviewDue, state }: PageRow, now: Date): { words: string; late: boolean } {
  if (state === 'withdrawn') return { words: 'No check needed', late: false }
  if (reviewDue === null) return { words: 'No review date', late: false }
  const late = daysUntil(reviewDue, now) < 0
  return { words: `${late ? 'Late since' : 'Review'} ${shortDay(reviewDue, now)}`, late }
}
