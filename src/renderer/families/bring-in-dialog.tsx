import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { SheetRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { base64Of } from '../desk/base64.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { count } from '../words/counts.ts'
import { PreviewRows } from './preview-rows.tsx'
import { useRecognised } from './use-recognised.ts'

interface SeenFile {
  name: string
  data: string
  rows: readonly SheetRow[]
  unused: readonly string[]
  /** The rows that are to be brought in, by their numbers. */
  chosen: ReadonlySet<number>
}

/** A survey's answers or another system's list as CSV: first seen row by row, then brought in as one act. */
export function BringInDialog({ onClose }: { onClose: () => void }) {
  const read = useRequest(api.feedback.readFile)
  const bring = useAct(api.feedback.bringIn)
  const [file, setFile] = useState<SeenFile | null>(null)

  async function look(chosen: File) {
    bring.clear()
    const data = base64Of(new Uint8Array(await chosen.arrayBuffer()))
    const sheet = await read.run({ data })
    setFile(sheet === null ? null : { name: chosen.name, data, ...sheet, chosen: newOnes(sheet.rows) })
  }

  async function submit({ name, data, chosen }: SeenFile) {
    const done = await bring.run({ data, rows: [...chosen] })
    if (done === null) return
    void bring.sayDone(`${count(done.added, 'comment')} of “${name}” brought in.`)
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Bring in comments" width="wide" fits>
      <ScrollBox label="The file, and what would come in">
        <div className="dialog-body">
          {file === null && (
            <p className="soft">
              A CSV file whose first row says Date and Comment. It may also have How it came, Who said it, Theme, Page,
              Section and Reference. Nothing is brought in before you have seen it.
            </p>
          )}
          <FileTrigger
            acceptedFileTypes={['.csv', 'text/csv']}
            onSelect={files => {
              const [chosen] = files ?? []
              if (chosen !== undefined) void look(chosen)
            }}
          >
            <Button autoFocus busy={read.busy || bring.busy}>
              {file === null ? 'Choose a file…' : 'Choose another file…'}
            </Button>
          </FileTrigger>
          <RefusalNotice refusal={read.refusal} />
          {file !== null && <Preview key={file.data} {...file} onChosen={chosen => setFile({ ...file, chosen })} />}
        </div>
      </ScrollBox>
      <div>
        <RefusalNotice refusal={bring.refusal} />
        {file === null ? (
          <DialogActions>
            <Button onPress={onClose}>Close</Button>
          </DialogActions>
        ) : (
          <DialogActions>
            <Button onPress={onClose}>Bring in nothing</Button>
            <Button kind="main" isDisabled={file.chosen.size === 0} busy={bring.busy} onPress={() => void submit(file)}>
              Bring in {count(file.chosen.size, 'comment')}
            </Button>
          </DialogActions>
        )}
      </div>
    </DialogBox>
  )
}

/** What can be brought in and is not here yet: chosen until somebody says otherwise. */
function newOnes(rows: readonly SheetRow[]): ReadonlySet<number> {
  return new Set(rows.filter(({ details, same }) => details !== null && same === null).map(({ row }) => row))
}

interface PreviewProps extends SeenFile {
  onChosen: (rows: ReadonlySet<number>) => void
}

function Preview({ name, rows, unused, chosen, onChosen }: PreviewProps) {
  const { found, looked } = useRecognised(rows)
  const known = [...found.values()].filter(each => each.length > 0).length
  const good = rows.filter(row => row.details !== null)
  const twice = good.filter(row => row.same !== null)
  const troubled = rows.filter(row => row.details === null)
  return (
    <>
      <Notice tone={troubled.length > 0 ? 'warn' : 'info'} announced>
        <p>
          {count(rows.length, 'row')} in “{name}”: {count(good.length, 'comment')} can be brought in
          {troubled.length > 0 && `, ${count(troubled.length, 'row')} cannot`}.
          {twice.length > 0 &&
            ` ${count(twice.length, 'comment')} may be here already and will be left, unless you choose them.`}
        </p>
        {looked === rows.length && known > 0 && (
          <p>Somebody may be recognised in {count(known, 'comment')}. The words that may tell who stand beside each.</p>
        )}
        {looked === null && (
          <p>
            Signpost could not look in all rows for words by which somebody may be recognised. Look for names yourself,
            or choose the file again.
          </p>
        )}
        {unused.length > 0 && <p>Not taken in, because Signpost has no place for them: {unused.join(', ')}.</p>}
      </Notice>
      {looked !== null && looked < rows.length && (
        <p className="soft">
          Looking for words by which somebody may be recognised: {looked.toLocaleString('en-GB')} of{' '}
          {count(rows.length, 'row')} so far. You need not wait.
        </p>
      )}
      <PreviewRows rows={rows} recognised={found} chosen={chosen} onChosen={onChosen} />
    </>
  )
}
