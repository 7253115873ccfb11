import { useMemo } from 'react'
import { Checkbox, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { SheetRow } from '../../shared/contract/index.ts'
import type { Recognised } from '../../shared/feedback/index.ts'
import { useNow } from '../state/use-now.ts'
import { Chip } from '../ui/chip.tsx'
import { CheckMark } from '../ui/fields.tsx'
import { calendarDay } from '../words/dates.ts'
import { RecognisedList } from './recognised-notice.tsx'
import { alikeWords, channelWords } from './words.ts'

interface PreviewRowsProps {
  rows: readonly SheetRow[]
  /** By which somebody may be recognised, by the rows' numbers. */
  recognised: ReadonlyMap<number, readonly Recognised[]>
  chosen: ReadonlySet<number>
  onChosen: (rows: ReadonlySet<number>) => void
}

/** A row is measured once it is on screen; this is what the scroll bar starts from. */
const rowHeight = 84

/**
 * The rows of a file, of which those that can be brought in have a box. Only what is on screen is drawn, so five thousand cost
 * no more than ten; arrow keys move from row to row, Space chooses, and Ctrl+A chooses all that can be.
 */
export function PreviewRows({ rows, recognised, chosen, onChosen }: PreviewRowsProps) {
  const now = useNow(60_000)
  const can = useMemo(() => rows.filter(({ details }) => details !== null).map(({ row }) => row), [rows])
  const cannot = useMemo(() => rows.filter(({ details }) => details === null).map(({ row }) => row), [rows])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: rowHeight }}>
      <GridList
        className="preview-rows"
        aria-label="Rows of the file"
        items={rows}
        dependencies={[now, recognised]}
        selectionMode="multiple"
        // Escape is for leaving the dialog, and must not throw away what somebody chose among thousands.
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        disabledKeys={cannot}
        onSelectionChange={keys => onChosen(new Set(keys === 'all' ? can : [...keys].map(Number)))}
      >
        {row => <PreviewRow row={row} now={now} recognised={recognised.get(row.row) ?? []} />}
      </GridList>
    </Virtualizer>
  )
}

interface PreviewRowProps {
  row: SheetRow
  recognised: readonly Recognised[]
  now: Date
}

function PreviewRow({ row: { row, details, same, trouble }, recognised, now }: PreviewRowProps) {
  const words = details?.words ?? trouble.join(' ')
  return (
    <GridListItem id={row} className="preview-row" textValue={`Row ${row}: ${words}`}>
      {details === null ? (
        <>
          <Chip tone="stop">Row {row}</Chip>
          <div>{words}</div>
        </>
      ) : (
        <>
          <Checkbox slot="selection" className="check" aria-label="Bring in">
            <CheckMark />
          </Checkbox>
          <div>
            <p>
              Row {row}: {words}
            </p>
            <p className="soft">
              {channelWords[details.channel]}, {calendarDay(details.received, now)}.
              {same !== null &&
                ` It ${alikeWords[same.how]} ${same.row === null ? `a comment of ${calendarDay(same.received, now)}` : `row ${same.row}`}.`}
            </p>
            {recognised.length > 0 && (
              <>
                <p className="strong">Somebody may be recognised here:</p>
                <RecognisedList found={recognised} />
              </>
            )}
          </div>
        </>
      )}
    </GridListItem>
  )
}
