import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { SheetRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { base64Of } from '../desk/base64.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { count } from '../words/counts.ts'
import type { RecognisedIn } from './look-for-names.ts'
import { PreviewRows } from './preview-rows.tsx'
import { notLookedAt, recognisedTold } from './recognised-told.ts'
import { sheetInWords } from './sheet-words.ts'
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
  const [asking, setAsking] = useState(false)
  const recognised = useRecognised(file?.rows ?? none)
  const told = recognisedTold(file?.rows.length ?? 0, recognised)
  const unknown = file === null ? 0 : notLookedAt(file.chosen, recognised)

  async function look(chosen: File) {
    bring.clear()
    const data = base64Of(new Uint8Array(await chosen.arrayBuffer()))
    const sheet = await read.run({ data })
    setFile(sheet === null ? null : { name: chosen.name, data, ...sheet, chosen: newOnes(sheet.rows) })
  }

  async function submit({ name, data, chosen }: SeenFile) {
    setAsking(false)
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
          {file !== null && (
            <Preview {...file} recognised={recognised} onChosen={chosen => setFile({ ...file, chosen })} />
          )}
        </div>
      </ScrollBox>
      <div>
        <p className="field-told" role="status">
          {told}
        </p>
        <RefusalNotice refusal={bring.refusal} />
        {file === null ? (
          <DialogActions>
            <Button onPress={onClose}>Close</Button>
          </DialogActions>
        ) : (
          <DialogActions>
            <Button onPress={onClose}>Bring in nothing</Button>
            <Button
              kind="main"
              isDisabled={file.chosen.size === 0}
              busy={bring.busy}
              onPress={() => (unknown > 0 ? setAsking(true) : void submit(file))}
            >
              Bring in {count(file.chosen.size, 'comment')}
            </Button>
            <Confirm
              isOpen={asking}
              onClose={() => setAsking(false)}
              title="Bring in comments that were not looked at?"
              keep="Not yet"
              act={`Bring in ${count(file.chosen.size, 'comment')}`}
              kind="main"
              onAct={() => void submit(file)}
            >
              {/* It stays until it is answered: a key on its way to it would be one on the button behind it. */}
              <p>
                {unknown === 0
                  ? told
                  : `Signpost has not looked in ${count(unknown, 'comment')} of them for words by which somebody may be recognised.`}{' '}
                Your whole team reads what is brought in, and it stays in the history.
              </p>
            </Confirm>
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

const none: readonly SheetRow[] = []

interface PreviewProps extends SeenFile {
  recognised: RecognisedIn
  onChosen: (rows: ReadonlySet<number>) => void
}

function Preview({ name, rows, unused, chosen, recognised: { found, looked }, onChosen }: PreviewProps) {
  return (
    <>
      <Notice tone={rows.some(({ details }) => details === null) ? 'warn' : 'info'} announced>
        {sheetInWords(name, { rows, unused }).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      {looked !== null && looked < rows.length && (
        <p className="soft">
          Looking for words by which somebody may be recognised: {looked.toLocaleString('en-GB')} of{' '}
          {count(rows.length, 'row')} so far.
        </p>
      )}
      <PreviewRows rows={rows} recognised={found} chosen={chosen} onChosen={onChosen} />
    </>
  )
}
