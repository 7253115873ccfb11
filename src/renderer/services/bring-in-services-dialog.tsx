import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { ServicesSheet } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { base64Of } from '../desk/base64.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { count } from '../words/counts.ts'
import { SheetRows } from './sheet-rows.tsx'
import { broughtIn, rowsByKind, sheetInWords } from './sheet-words.ts'

interface SeenFile {
  name: string
  data: string
  sheet: ServicesSheet
}

/** Services out of a CSV file: first it is seen row by row what that changes, then all of it is brought in as one act. */
export function BringInServicesDialog({ onClose }: { onClose: () => void }) {
  const read = useRequest(api.services.readFile)
  const bring = useAct(api.services.bringIn)
  const [file, setFile] = useState<SeenFile | null>(null)

  async function look(name: string, data: string) {
    bring.clear()
    const sheet = await read.run({ data })
    setFile(sheet === null ? null : { name, data, sheet })
  }

  async function submit({ name, data, sheet }: SeenFile) {
    const done = await bring.run({ data, seen: sheet.seen })
    if (done === null) return
    void bring.sayDone(broughtIn(name, done))
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Bring in services from a spreadsheet" width="wide">
      <div className="dialog-body">
        <p className="soft">
          A CSV file with one service in each row, such as the one that “Save as a spreadsheet” makes. Only the column
          Name has to be there, and services that the file does not name stay as they are. Nothing is brought in before
          you have seen what it changes.
        </p>
        <FileTrigger
          acceptedFileTypes={['.csv', 'text/csv']}
          onSelect={files => {
            const [chosen] = files ?? []
            if (chosen === undefined) return
            void chosen.arrayBuffer().then(bytes => look(chosen.name, base64Of(new Uint8Array(bytes))))
          }}
        >
          <Button autoFocus busy={read.busy}>
            {file === null ? 'Choose a file…' : 'Choose another file…'}
          </Button>
        </FileTrigger>
        <RefusalNotice refusal={read.refusal} />
        {file !== null && <Seen key={file.sheet.seen} {...file} />}
        <RefusalNotice
          refusal={bring.refusal}
          actions={
            file !== null &&
            bring.refusal?.code === 'changed-meanwhile' && (
              <Button busy={read.busy} onPress={() => void look(file.name, file.data)}>
                Look at the file again
              </Button>
            )
          }
        />
      </div>
      {file === null ? (
        <DialogActions>
          <Button onPress={onClose}>Close</Button>
        </DialogActions>
      ) : (
        <DialogActions>
          <Button onPress={onClose}>Bring in nothing</Button>
          <Button
            kind="main"
            isDisabled={wouldChange(file.sheet) === 0}
            busy={bring.busy}
            onPress={() => void submit(file)}
          >
            Bring in {count(wouldChange(file.sheet), 'service')}
          </Button>
        </DialogActions>
      )}
    </DialogBox>
  )
}

const wouldChange = ({ rows }: ServicesSheet) => rows.filter(({ kind }) => kind === 'add' || kind === 'change').length

function Seen({ name, sheet }: SeenFile) {
  const hasTrouble = sheet.rows.some(({ kind }) => kind === 'trouble')
  return (
    <>
      <Notice tone={hasTrouble ? 'warn' : 'info'} announced>
        {sheetInWords(name, sheet).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <SheetRows groups={rowsByKind(sheet.rows)} />
    </>
  )
}
