import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { SheetRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { base64Of } from '../desk/base64.ts'
import { useNow } from '../state/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { CheckField } from '../ui/fields.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { count } from '../words/counts.ts'
import { calendarDay } from '../words/dates.ts'
import { RecognisedList } from './recognised-notice.tsx'
import { alikeWords, channelWords } from './words.ts'

/** A survey's answers or another system's list as CSV: first seen row by row, then brought in as one act. */
export function BringInDialog({ onClose }: { onClose: () => void }) {
  const read = useRequest(api.feedback.readFile)
  const [file, setFile] = useState<{ name: string; data: string; rows: SheetRow[]; unused: string[] } | null>(null)

  async function look(chosen: File) {
    const data = base64Of(new Uint8Array(await chosen.arrayBuffer()))
    const sheet = await read.run({ data })
    setFile(sheet === null ? null : { name: chosen.name, data, rows: sheet.rows, unused: sheet.unused })
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Bring in comments" width="wide">
      <div className="dialog-body">
        <p className="soft">
          A CSV file whose first row says Date and Comment. It may also have How it came, Who said it, Theme, Page,
          Section and Reference. Nothing is brought in before you have seen it.
        </p>
        <FileTrigger
          acceptedFileTypes={['.csv', 'text/csv']}
          onSelect={files => {
            const [chosen] = files ?? []
            if (chosen !== undefined) void look(chosen)
          }}
        >
          <Button autoFocus busy={read.busy}>
            {file === null ? 'Choose a file…' : 'Choose another file…'}
          </Button>
        </FileTrigger>
        <RefusalNotice refusal={read.refusal} />
      </div>
      {file === null ? (
        <DialogActions>
          <Button onPress={onClose}>Close</Button>
        </DialogActions>
      ) : (
        <Preview key={file.data} {...file} onClose={onClose} />
      )}
    </DialogBox>
  )
}

interface PreviewProps {
  name: string
  data: string
  rows: readonly SheetRow[]
  unused: readonly string[]
  onClose: () => void
}

function Preview({ name, data, rows, unused, onClose }: PreviewProps) {
  const good = rows.filter(row => row.details !== null)
  const twice = good.filter(row => row.same !== null)
  const troubled = rows.filter(row => row.details === null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    new Set(good.filter(row => row.same === null).map(({ row }) => row)),
  )
  const bring = useAct(api.feedback.bringIn)

  async function submit() {
    const done = await bring.run({ data, rows: [...chosen] })
    if (done === null) return
    void bring.sayDone(`${count(done.added, 'comment')} of “${name}” brought in.`)
    onClose()
  }

  return (
    <>
      <div className="dialog-body">
        <Notice tone={troubled.length > 0 ? 'warn' : 'info'} announced>
          <p>
            {count(rows.length, 'row')} in “{name}”: {count(good.length, 'comment')} can be brought in
            {troubled.length > 0 && `, ${count(troubled.length, 'row')} cannot`}.
            {twice.length > 0 &&
              ` ${count(twice.length, 'comment')} may be here already and will be left, unless you choose them.`}
          </p>
          {unused.length > 0 && <p>Not taken in, because Signpost has no place for them: {unused.join(', ')}.</p>}
        </Notice>
        <ScrollBox label="Rows of the file">
          <ul className="sheet-rows">
            {rows.map(row => (
              <li key={row.row}>
                <PreviewRow
                  row={row}
                  chosen={chosen.has(row.row)}
                  onChosen={on => setChosen(before => toggled(before, row.row, on))}
                />
              </li>
            ))}
          </ul>
        </ScrollBox>
        <RefusalNotice refusal={bring.refusal} />
      </div>
      <DialogActions>
        <Button onPress={onClose}>Bring in nothing</Button>
        <Button kind="main" isDisabled={chosen.size === 0} busy={bring.busy} onPress={() => void submit()}>
          Bring in {count(chosen.size, 'comment')}
        </Button>
      </DialogActions>
    </>
  )
}

function toggled(before: ReadonlySet<number>, row: number, on: boolean): ReadonlySet<number> {
  return new Set(on ? [...before, row] : [...before].filter(each => each !== row))
}

interface PreviewRowProps {
  row: SheetRow
  chosen: boolean
  onChosen: (on: boolean) => void
}

function PreviewRow({ row, chosen, onChosen }: PreviewRowProps) {
  const now = useNow()
  const { details, same, trouble, recognised } = row
  if (details === null) {
    return (
      <>
        <Chip tone="stop">Row {row.row}</Chip> {trouble.join(' ')}
      </>
    )
  }
  return (
    <>
      <CheckField isSelected={chosen} onChange={onChosen}>
        Row {row.row}: {details.words}
      </CheckField>
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
    </>
  )
}
