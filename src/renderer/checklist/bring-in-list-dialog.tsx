import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { type SheetColumn, sheetColumns } from '../../shared/checklist/index.ts'
import type { ListSheetView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { useRequest } from '../connection/use-request.ts'
import { base64Of } from '../desk/base64.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { SelectField } from '../ui/select.tsx'
import { count } from '../words/counts.ts'
import { listNameOf } from './words.ts'

const columnWords: Readonly<Record<SheetColumn, string>> = {
  text: 'The requirement',
  id: 'Its number',
  section: 'Its strand',
  refs: 'The law it refers to',
  ages: 'Ages',
  kind: 'How it is met',
}
const none = 'none of them'

type Columns = Partial<Record<SheetColumn, string | null>>

/** The template that the team really uses, out of a spreadsheet: first seen row by row, then brought in as one act. */
export function BringInListDialog({ onClose }: { onClose: () => void }) {
  const [{ title, version }, setCalled, forget] = useKeptFields('bring-in-list', { title: '', version: '' })
  const setTitle = (title: string) => setCalled(now => ({ ...now, title }))
  const [file, setFile] = useState<string | null>(null)
  const [columns, setColumns] = useState<Columns>({})
  const [sheet, setSheet] = useState<ListSheetView | null>(null)
  const read = useRequest(api.lists.readFile)
  const bring = useAct(api.lists.bringIn)

  async function look(data: string, chosen: Columns, called = title) {
    setFile(data)
    setColumns(chosen)
    setTitle(called)
    setSheet(await read.run({ data, title: called, version, columns: chosen }))
  }

  /** Until somebody says what the list is called, it is called as the file is. */
  async function choose(chosen: File) {
    const called = title.trim() === '' ? listNameOf(chosen.name) : title
    await look(base64Of(new Uint8Array(await chosen.arrayBuffer())), {}, called)
  }

  async function submit() {
    if (file === null) return
    const done = await bring.run({ data: file, title, version, columns })
    if (done === null) return
    forget()
    void bring.sayDone(`${count(done.requirements, 'requirement')} brought in as “${title.trim()}”.`)
    onClose()
  }

  const good = sheet?.rows.filter(({ trouble }) => trouble.length === 0).length ?? 0
  return (
    <DialogBox isOpen onClose={onClose} title="Bring in your own template" width="wide" fits>
      <ScrollBox label="The file, and what would come in">
        <div className="dialog-body form">
          <p className="soft">
            An Excel workbook (.xlsx) or a CSV file with one requirement in each row. Nothing is brought in before you
            have seen it. A file of the same name is the next version of the list: pages stay tagged.
          </p>
          <TextField label="What the list is called" autoFocus value={title} onChange={setTitle} />
          <TextField
            label="Its version"
            help="Such as “March 2026”; you can leave it empty."
            value={version}
            onChange={version => setCalled(now => ({ ...now, version }))}
          />
          <FileTrigger
            acceptedFileTypes={['.xlsx', '.csv', 'text/csv']}
            onSelect={files => {
              const [chosen] = files ?? []
              if (chosen !== undefined) void choose(chosen)
            }}
          >
            <Button busy={read.busy}>{file === null ? 'Choose a file…' : 'Choose another file…'}</Button>
          </FileTrigger>
          <RefusalNotice refusal={read.refusal} />
          {sheet !== null && (
            <SheetPreview
              sheet={sheet}
              good={good}
              onColumn={(column, heading) => file !== null && void look(file, { ...columns, [column]: heading })}
            />
          )}
        </div>
      </ScrollBox>
      <div>
        <RefusalNotice refusal={bring.refusal} />
        <DialogActions>
          <Button
            onPress={() => {
              forget()
              onClose()
            }}
          >
            Bring in nothing
          </Button>
          {file !== null && sheet === null && (
            <Button busy={read.busy} onPress={() => void look(file, columns)}>
              Look again
            </Button>
          )}
          <Button kind="main" isDisabled={sheet === null} busy={bring.busy} onPress={() => void submit()}>
            Bring in {count(good, 'requirement')}
          </Button>
        </DialogActions>
      </div>
    </DialogBox>
  )
}

interface SheetPreviewProps {
  sheet: ListSheetView
  good: number
  onColumn: (column: SheetColumn, heading: string | null) => void
}

function SheetPreview({ sheet, good, onColumn }: SheetPreviewProps) {
  const { rows, gone, columns, headings, replaces, from } = sheet
  const asked = gone.filter(({ to }) => to === null)
  return (
    <>
      <Notice tone={good < rows.length ? 'warn' : 'info'} announced>
        <p>
          {count(rows.length, 'row')}: {count(good, 'requirement')} can be brought in
          {good < rows.length && `, ${count(rows.length - good, 'row')} cannot`}.
          {replaces && ' It is the next version of a list that you have.'}
        </p>
        {from !== null && (
          <p>
            They are from the sheet “{from.name}”. Nothing is taken from {count(from.others, 'other sheet')} of the
            workbook.
          </p>
        )}
        {gone.length > 0 && (
          <p>
            {count(gone.length, 'former requirement')} {gone.length === 1 ? 'is' : 'are'} not in it:{' '}
            {count(gone.length - asked.length, 'tag')} can follow by the words, and {asked.length} will be asked under
            Checklists.
          </p>
        )}
      </Notice>
      <div className="requirement-tools">
        {sheetColumns.map(column => (
          <SelectField
            key={column}
            label={columnWords[column]}
            value={columns[column] ?? none}
            onChange={heading => onColumn(column, heading === none ? null : heading)}
            options={[
              { value: none, label: 'None of them' },
              ...[...new Set(headings)].map(heading => ({ value: heading, label: heading })),
            ]}
          />
        ))}
      </div>
      <ul className="list-rows" aria-label="Rows of the file">
        {rows.map(({ row, id, section, text, trouble }) => (
          <li key={row}>
            {trouble.length > 0 && <Chip tone="stop">Row {row}</Chip>}{' '}
            {trouble.length > 0 ? trouble.join(' ') : `${id}, ${section || 'no strand'}: ${text}`}
          </li>
        ))}
      </ul>
    </>
  )
}
